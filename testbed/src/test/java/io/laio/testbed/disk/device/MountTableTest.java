package io.laio.testbed.disk.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MountTableTest {
    @Test
    void pointsAreReadWithTheirSpaces() {
        assertEquals(
                "/mnt/a disk\\/fs$",
                MountTable.point("36 35 7:0 / /mnt/a\\040disk\\134/fs$ rw,noatime - ext4 /dev/loop0 rw"));
    }

    @Test
    void theRealTableIsUnderstood() throws IOException {
        assertTrue(MountTable.isMounted(Path.of("/")));
        assertTrue(MountTable.isMounted(Path.of("/proc")));
        assertFalse(MountTable.isMounted(Path.of("/proc/self")));
    }
}
