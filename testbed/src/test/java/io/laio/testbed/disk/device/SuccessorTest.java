package io.laio.testbed.disk.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.linux.Linux;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.DiskState.Stage;
import io.laio.testbed.disk.NoSuchModelException;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.WantedDisk;
import io.laio.testbed.disk.device.Disks.Gone;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who takes its own disk down does not take down another's that is in the same directory by then. */
class SuccessorTest {
    private static final ProcessIdentity EARLIER = new ProcessIdentity(2, 1, "earlier");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private DiskState disk(ProcessIdentity maker) {
        Path directory = temporary.resolve("disk");
        WantedDisk wanted = new WantedDisk("constant", directory.toString(), 64 << 20, 0, 7, null, true);
        return new DiskState(wanted, DiskRegistry.id(directory), true, maker, Stage.READY, null);
    }

    @Test
    void onlyTheMakersOwnDiskGoes() throws Exception {
        DiskRegistry registry = new DiskRegistry(temporary);
        registry.write(disk(ProcessIdentity.own()));
        Disks disks = new Disks(
                Linux.open(),
                registry,
                (name, _, _) -> {
                    throw new NoSuchModelException(name);
                },
                new FakeMachine());
        assertEquals(Gone.THERE_WAS_NONE, disks.down(disk(EARLIER)));
        assertEquals(List.of(disk(ProcessIdentity.own())), registry.all());
        assertEquals(Gone.QUIETLY, disks.down(disk(ProcessIdentity.own())));
        assertEquals(List.of(), registry.all());
    }
}
