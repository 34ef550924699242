package io.laio.testbed.disk.device;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.DiskState.Stage;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.WantedDisk;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiskStatusTest {
    private static DiskStatus complete(boolean makersOwn, boolean makerAlive) {
        WantedDisk wanted = new WantedDisk("constant", "/mnt/disk", 64 << 20, 0, 1, null, makersOwn);
        DiskState state = new DiskState(wanted, "id", true, new ProcessIdentity(5, 1, "boot"), Stage.READY, 0);
        return new DiskStatus(state, 6L, Set.of(DiskPart.DAEMON, DiskPart.FILE_SYSTEM), makerAlive, false);
    }

    @Test
    void aDiskOutlivesTheCommandThatBroughtItUp() {
        assertTrue(complete(false, false).isUsable());
        assertFalse(complete(false, false).isLeftOver());
    }

    @Test
    void aComparisonsDiskIsLeftOverWhenTheComparisonIsGone() {
        assertFalse(complete(true, true).isLeftOver());
        assertTrue(complete(true, false).isLeftOver());
    }
}
