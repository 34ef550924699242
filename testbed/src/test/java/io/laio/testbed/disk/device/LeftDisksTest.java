package io.laio.testbed.disk.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Linux;
import io.laio.testbed.disk.DiskLayout;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.DiskState.Stage;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.TestModels;
import io.laio.testbed.disk.WantedDisk;
import io.laio.testbed.disk.device.Disks.Gone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks of which the machine has forgotten everything but files, as after it was started again. */
class LeftDisksTest {
    @SuppressWarnings("NullAway.Init")
    private DiskLayout layout;

    @SuppressWarnings("NullAway.Init")
    private DiskRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private Disks disks;

    @BeforeEach
    void leaveADisk(@TempDir Path temporary) throws IOException {
        registry = new DiskRegistry(Files.createDirectory(temporary.resolve("registry")));
        disks = new Disks(Linux.open(), registry, new TestModels(), List.of("no daemon is started"));
        Path directory = Files.createDirectory(temporary.resolve("disk")).toRealPath();
        layout = new DiskLayout(directory);
        WantedDisk wanted = new WantedDisk("constant-1", directory.toString(), 64 << 20, 0, 7, null, false);
        ProcessIdentity own = ProcessIdentity.own();
        ProcessIdentity before = new ProcessIdentity(own.pid(), own.startTicks(), "an earlier run of the machine");
        String id = DiskRegistry.id(directory);
        registry.write(new DiskState(wanted, id, true, before, Stage.READY, 5));
        registry.writeDaemon(id, before);
        Files.createDirectory(layout.device());
        Files.createDirectory(layout.fileSystem());
        Files.createFile(layout.image());
        Files.createFile(layout.log());
        Files.createFile(DiskRegistry.beside(layout.state()));
    }

    private void assertNothingIsLeft() throws IOException {
        assertFalse(Files.exists(layout.directory()));
        assertEquals(List.of(), disks.list());
        try (Stream<Path> files = Files.list(registry.directory())) {
            assertEquals(
                    List.of("lock"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void afterTheMachineWasStartedAgainItIsToldWhatIsLeftAndTaken() throws Exception {
        DiskStatus status = disks.list().getFirst();
        assertTrue(status.isLeftOver());
        assertEquals(Set.of(DiskPart.IMAGE), status.parts());
        assertEquals("an image", status.partsWords());
        assertEquals(Gone.QUIETLY, disks.down(layout.directory()));
        assertNothingIsLeft();
    }

    @Test
    void withoutTheRegistryTheDirectorySuffices() throws Exception {
        registry.forget(DiskRegistry.id(layout.directory()));
        assertEquals(Gone.QUIETLY, disks.down(layout.directory()));
        assertNothingIsLeft();
    }

    @Test
    void whenSomebodyHasDeletedTheFilesTheRecordGoes() throws Exception {
        try (Stream<Path> files = Files.walk(layout.directory()).sorted((a, b) -> b.compareTo(a))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertEquals("only its record", disks.list().getFirst().partsWords());
        assertEquals(Gone.QUIETLY, disks.down(layout.directory()));
        assertNothingIsLeft();
    }

    /** Its maker was killed before the first record had its name. */
    @Test
    void aRecordThatNeverWasGoesTooAlthoughThereIsNoDisk() throws Exception {
        disks.down(layout.directory());
        Files.createFile(registry.directory().resolve(DiskRegistry.id(layout.directory()) + ".json.new"));
        assertEquals(Gone.THERE_WAS_NONE, disks.down(layout.directory()));
        assertNothingIsLeft();
    }
}
