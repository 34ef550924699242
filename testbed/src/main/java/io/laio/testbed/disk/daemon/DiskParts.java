package io.laio.testbed.disk.daemon;

import io.laio.Laio;
import io.laio.testbed.disk.Descriptor;
import io.laio.testbed.disk.fuse.ImageNodes;
import io.laio.testbed.disk.model.DeviceModel;
import java.util.function.LongSupplier;

/**
 * What the loop works with; whoever made the parts closes them.
 *
 * @param laio the library, of the loop's thread
 * @param fuse where requests come from
 * @param image the file with the disk's bytes, opened {@code O_DIRECT}: what the host happens to have in its page cache must
 *     not decide how fast a read is, and the image must not drive out what the servers have cached
 * @param nodes the file system as FUSE sees it
 * @param model when requests complete
 * @param slots memory of the requests
 * @param meter counts
 * @param clock nanoseconds of the clock by which requests complete
 */
record DiskParts(
        Laio laio,
        FuseChannel fuse,
        Descriptor image,
        ImageNodes nodes,
        DeviceModel model,
        Slots slots,
        Meter meter,
        LongSupplier clock) {}
