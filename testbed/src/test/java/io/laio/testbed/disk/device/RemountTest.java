package io.laio.testbed.disk.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Linux;
import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.DiskLocks;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.DiskState.Stage;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.TestModels;
import io.laio.testbed.disk.WantedDisk;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemountTest {
    private final FakeMachine machine = new FakeMachine();

    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private DiskRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private Disks disks;

    @BeforeEach
    void bringUp(@TempDir Path temporary) throws Exception {
        registry = new DiskRegistry(temporary.resolve("registry"));
        disks = new Disks(Linux.open(), registry, new TestModels(), machine);
        directory = Files.createDirectory(temporary.resolve("disk")).toRealPath();
        WantedDisk wanted = new WantedDisk("constant-1", directory.toString(), 64 << 20, 0, 7, null, false);
        Files.createDirectories(registry.directory());
        String id = DiskRegistry.id(directory);
        registry.write(new DiskState(wanted, id, true, ProcessIdentity.own(), Stage.READY, 5));
        machine.daemon = true;
        machine.mounted.add(directory.resolve("fs"));
    }

    @Test
    void aDiskIsUnmountedAndMounted() throws Exception {
        disks.remount(directory);
        assertEquals(List.of("unmount", "mount"), machine.log);
    }

    /** This process has it already, and so cannot wait for it: that it is asked for is the proof. */
    @Test
    void theLockIsTheOneOfBringingUpAndTakingDown() throws Exception {
        try (DiskLocks.Lock _ = registry.locks().lock(directory)) {
            assertThrows(OverlappingFileLockException.class, () -> disks.remount(directory));
        }
        assertEquals(List.of(), machine.log);
        disks.remount(directory); // and it was given back
    }

    @Test
    void aDaemonThatHangsIsKilledAndTheDiskIsSaidToBeOfNoUse() {
        machine.unmountHangs = true;
        DiskException killed = assertThrows(DiskException.class, () -> disks.remount(directory));
        assertEquals("killDaemon", machine.log.getFirst());
        String message = String.valueOf(killed.getMessage());
        assertTrue(message.contains("killed") && message.contains("bin/laio disk down " + directory), message);
    }
}
