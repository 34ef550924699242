package io.laio.testbed.disk.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Linux;
import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.DiskState.Stage;
import io.laio.testbed.disk.EmulatedDevice;
import io.laio.testbed.disk.NoSuchModelException;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.QueueSettings;
import io.laio.testbed.disk.WantedDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk goes with its maker: when closed, interrupted or not, and when the next one comes after a killed one. */
class TemporaryDiskTest {
    private static final ProcessIdentity DEAD = new ProcessIdentity(1, Long.MAX_VALUE, "an earlier one");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private final FakeMachine machine = new FakeMachine();

    @SuppressWarnings("NullAway.Init")
    private DiskRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private Disks disks;

    @BeforeEach
    void make() throws IOException {
        registry = new DiskRegistry(Files.createDirectory(temporary.resolve("registry")));
        disks = new Disks(Linux.open(), registry, TemporaryDiskTest::noModel, machine);
    }

    private static EmulatedDevice noModel(String name, long sizeBytes, long seed) throws NoSuchModelException {
        throw new NoSuchModelException("there is no " + name);
    }

    private WantedDisk wanted(boolean makersOwn) throws IOException {
        Path directory = temporary.toRealPath().resolve("disk");
        return new WantedDisk("constant-1", directory.toString(), 64 << 20, 0, 7, null, makersOwn);
    }

    private DiskState broughtUpBy(ProcessIdentity maker) throws IOException, InterruptedException {
        return broughtUpBy(maker, true);
    }

    private DiskState broughtUpBy(ProcessIdentity maker, boolean makersOwn) throws IOException, InterruptedException {
        WantedDisk wanted = wanted(makersOwn);
        String id = DiskRegistry.id(Path.of(wanted.directory()));
        DiskState begun = new DiskState(wanted, id, true, maker, Stage.IMAGE, null);
        return new BringUp(machine, registry).run(begun, new QueueSettings("none", 128, 128, 128, true));
    }

    private void assertGone() throws IOException {
        assertEquals(List.of(), registry.all());
        assertTrue(machine.isClean(), machine.log::toString);
    }

    @Test
    void closedItIsGone() throws Exception {
        TemporaryDisk disk = new TemporaryDisk(disks, broughtUpBy(ProcessIdentity.own()));
        assertEquals("/dev/loop" + disk.state().loop(), disk.device().toString());
        disk.close();
        assertGone();
    }

    @Test
    void anInterruptDoesNotKeepItAndIsNotLost() throws Exception {
        TemporaryDisk disk = new TemporaryDisk(disks, broughtUpBy(ProcessIdentity.own()));
        Thread.currentThread().interrupt();
        disk.close();
        assertTrue(Thread.interrupted());
        assertGone();
    }

    @Test
    void whatAKilledProcessLeftIsTakenDown() throws Exception {
        Path directory = Path.of(broughtUpBy(DEAD).wanted().directory());
        assertTrue(TemporaryDisk.removeStale(disks, directory));
        assertGone();
        assertFalse(TemporaryDisk.removeStale(disks, directory));
    }

    @Test
    void whatALivingProcessHasIsLeftToIt() throws Exception {
        Path directory = Path.of(broughtUpBy(ProcessIdentity.own()).wanted().directory());
        DiskException refusal = assertThrows(DiskException.class, () -> TemporaryDisk.removeStale(disks, directory));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains("process " + ProcessHandle.current().pid() + " brought up"), message);
        assertEquals(1, registry.all().size());
    }

    /** It was to stay, whoever brought it up. */
    @Test
    void whatSomebodyBroughtUpToStayStays() throws Exception {
        Path directory = Path.of(broughtUpBy(DEAD, false).wanted().directory());
        assertThrows(DiskException.class, () -> TemporaryDisk.removeStale(disks, directory));
        assertEquals(1, registry.all().size());
    }

    @Test
    void aDiskElsewhereIsNoneHere() throws Exception {
        broughtUpBy(DEAD);
        assertFalse(TemporaryDisk.removeStale(disks, temporary.resolve("elsewhere")));
        assertEquals(1, registry.all().size());
    }

    @Test
    void aDiskThatStaysIsNotTemporary() throws Exception {
        WantedDisk staying = wanted(false);
        assertThrows(IllegalArgumentException.class, () -> TemporaryDisk.up(disks, staying));
    }
}
