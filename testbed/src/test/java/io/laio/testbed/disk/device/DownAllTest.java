package io.laio.testbed.disk.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Linux;
import io.laio.testbed.disk.DiskLocks;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.DiskState.Stage;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.TestModels;
import io.laio.testbed.disk.WantedDisk;
import io.laio.testbed.disk.device.Disks.Gone;
import io.laio.testbed.disk.device.FakeMachine.Accident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownAllTest {
    private final FakeMachine machine = new FakeMachine();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    @SuppressWarnings("NullAway.Init")
    private DiskRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private Disks disks;

    @BeforeEach
    void makeRegistry() throws IOException {
        registry = new DiskRegistry(Files.createDirectory(temporary.resolve("registry")));
        disks = new Disks(Linux.open(), registry, new TestModels(), machine);
    }

    private Path disk(String name, Stage stage) throws IOException {
        Path directory = Files.createDirectory(temporary.resolve(name)).toRealPath();
        WantedDisk wanted = new WantedDisk("constant-1", directory.toString(), 64 << 20, 0, 7, null, false);
        String id = DiskRegistry.id(directory);
        registry.write(new DiskState(wanted, id, true, ProcessIdentity.own(), stage, null));
        return directory;
    }

    @Test
    void oneThatCannotBeTakenKeepsNoneOfTheOthersAndIsNamed() throws Exception {
        Path first = disk("a", Stage.READY);
        Path second = disk("b", Stage.READY);
        machine.withAccident(0, Accident.FAILS_BEFORE);
        TakenDown down = disks.downAll();
        assertEquals(Map.of(second, Gone.QUIETLY), down.gone());
        assertEquals(Set.of(first), down.failures().keySet());
        assertEquals(
                List.of(first),
                disks.list().stream()
                        .map(left -> left.state().layout().directory())
                        .toList());
    }

    @Test
    void aRecordThatCannotBeReadIsNamedToo() throws Exception {
        Path damaged = Files.writeString(registry.directory().resolve("0.json"), "{");
        Path whole = disk("a", Stage.READY);
        TakenDown down = disks.downAll();
        assertEquals(Map.of(whole, Gone.QUIETLY), down.gone());
        assertEquals(Set.of(damaged), down.failures().keySet());
    }

    /** Who brings a disk up has its lock. */
    @Test
    void aDiskThatIsComingUpIsNotLeftOverAndNotTaken() throws Exception {
        Path directory = disk("a", Stage.FORMAT);
        try (DiskLocks.Lock _ = registry.locks().lock(directory)) {
            DiskStatus status = disks.list().getFirst();
            assertTrue(status.isComingUp(), status::toString);
            assertFalse(status.isLeftOver(), status::toString);
            assertEquals(Map.of(directory, Gone.COMES_UP), disks.downAll().gone());
            assertEquals(List.of(), machine.log);
        }
        assertTrue(disks.list().getFirst().isLeftOver(), "nobody is busy with it any more");
        assertEquals(Map.of(directory, Gone.QUIETLY), disks.downAll().gone());
    }

    /** Complete when its record was read, and gone before anybody looked further. */
    @Test
    void aDiskThatAnotherIsTakingDownIsNotLeftOver() throws Exception {
        Path directory = disk("a", Stage.READY);
        try (DiskLocks.Lock _ = registry.locks().lock(directory)) {
            assertFalse(disks.list().getFirst().isLeftOver());
        }
    }
}
