package io.laio.testbed.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.disk.DiskState.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRegistryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    @SuppressWarnings("NullAway.Init")
    private DiskRegistry registry;

    @BeforeEach
    void makeRegistry() throws IOException {
        registry = new DiskRegistry(Files.createDirectory(temporary.resolve("registry")));
    }

    private DiskState state(String name) throws IOException {
        Path directory = Files.createDirectories(temporary.resolve(name));
        WantedDisk wanted = new WantedDisk("constant-1", directory.toString(), 64 << 20, 0, 7, 1, false);
        return new DiskState(wanted, DiskRegistry.id(directory), true, ProcessIdentity.own(), Stage.LOOP, null);
    }

    @Test
    void whatIsWrittenIsFoundAgain() throws IOException {
        DiskState state = state("a disk").withLoop(3).at(Stage.READY);
        registry.write(state);
        assertEquals(Optional.of(state), registry.find(temporary.resolve("a disk")));
        assertEquals(state, registry.read(state.id()));
        assertEquals(List.of(state), registry.all());
        assertEquals(Optional.empty(), registry.find(temporary.resolve("another")));
    }

    /** As after a reboot: the registry is empty, and the directory still has the image. */
    @Test
    void aDirectoryKnowsItsDiskByItself() throws IOException {
        DiskState state = state("disk");
        registry.write(state);
        registry.forget(state.id());
        assertEquals(List.of(), registry.all());
        assertEquals(Optional.of(state), registry.find(temporary.resolve("disk")));
    }

    @Test
    void disksOfTheSameNameAreTold() throws IOException {
        DiskState one = state("one/disk");
        DiskState two = state("two/disk");
        assertNotEquals(one.id(), two.id());
        registry.write(one);
        registry.write(two);
        assertEquals(2, registry.all().size());
    }

    @Test
    void nothingHalfWrittenIsLeft() throws IOException {
        DiskState state = state("disk");
        registry.write(state);
        registry.writeDaemon(state.id(), state.maker());
        assertEquals(Optional.of(state.maker()), registry.daemon(state.id()));
        registry.forget(state.id());
        try (Stream<Path> files = Files.list(registry.directory())) {
            assertEquals(List.of(), files.toList());
        }
    }

    /** As when each writer was killed before it could rename. */
    @Test
    void whatWasLeftHalfWrittenIsNoDiskAndGoesWithIt() throws IOException {
        DiskState state = state("disk");
        registry.write(state);
        for (String end : List.of(".json.new", ".daemon.new", ".sock.new")) {
            Files.writeString(registry.directory().resolve(state.id() + end), "{");
        }
        assertEquals(List.of(state), registry.all());
        registry.forget(state.id());
        try (Stream<Path> files = Files.list(registry.directory())) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void aStateThatIsNoneIsNamed() throws IOException {
        Path file = Files.writeString(registry.directory().resolve("x.json"), "{");
        DiskException refused = assertThrows(DiskException.class, registry::all);
        assertTrue(String.valueOf(refused.getMessage()).startsWith(file.toString()), refused::getMessage);
    }

    /** It is in the list of files, and not there when it is opened. */
    @Test
    void aRecordThatIsGoneMeanwhileIsNoDisk() throws IOException {
        Files.createSymbolicLink(registry.directory().resolve("x.json"), temporary.resolve("nowhere"));
        assertEquals(List.of(), registry.all());
    }

    @Test
    void withoutADirectoryThereAreNoDisks() throws IOException {
        assertEquals(List.of(), new DiskRegistry(temporary.resolve("none")).all());
    }

    @Test
    void aProcessIsNotMistakenForALaterOne() {
        ProcessIdentity own = ProcessIdentity.own();
        assertTrue(own.runs());
        assertFalse(new ProcessIdentity(own.pid(), own.startTicks() - 1, own.boot()).runs());
        assertFalse(new ProcessIdentity(own.pid(), own.startTicks(), "an earlier run of the machine").runs());
        assertFalse(new ProcessIdentity(Integer.MAX_VALUE, 1, own.boot()).runs());
    }

    @Test
    void sizesAreChecked() {
        assertThrows(
                IllegalArgumentException.class, () -> new WantedDisk("m", "/d", (64 << 20) + 1, 0, 1, null, false));
        assertThrows(IllegalArgumentException.class, () -> new WantedDisk("m", "/d", 4096, 0, 1, null, false));
        assertThrows(IllegalArgumentException.class, () -> new WantedDisk("m", "/d", 64 << 20, 16385, 1, null, false));
        assertThrows(IllegalArgumentException.class, () -> new WantedDisk("m", "/d", 64 << 20, -1, 1, null, false));
        assertThrows(IllegalArgumentException.class, () -> new QueueSettings("none", 3, 128, 128, false));
        assertThrows(IllegalArgumentException.class, () -> new QueueSettings("none", 4, -1, 128, false));
        assertThrows(IllegalArgumentException.class, () -> new QueueSettings("none", 4, 128, 1028, false));
        assertThrows(IllegalArgumentException.class, () -> new QueueSettings("none", 4, 128, 6, false));
    }
}
