package io.laio.testbed.disk.device;

import java.io.IOException;

/** Something that is done to a disk. */
@FunctionalInterface
interface DiskStep {
    void run() throws IOException, InterruptedException;
}
