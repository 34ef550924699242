package io.laio.testbed.disk.device;

import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.MemoryMap;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.testbed.disk.Descriptor;
import io.laio.testbed.disk.SystemCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of a file is in the page cache; mincore(2), which tells the truth to who may write the file. */
final class ResidentPages {
    private static final int PAGE_BYTES = 4096;

    private ResidentPages() {}

    static int of(Linux linux, Path file) throws IOException {
        long bytes = Files.size(file);
        int pages = Math.toIntExact((bytes + PAGE_BYTES - 1) / PAGE_BYTES);
        try (Descriptor open = Descriptor.open(linux, file, OpenHow.O_RDONLY);
                NativeBuffer told = new NativeBuffer(pages)) {
            long map = linux.mmap(bytes, MemoryMap.PROT_READ, MemoryMap.MAP_SHARED, open.fd(), 0);
            SystemCallException.check(map, "cannot map " + file);
            SystemCallException.check(linux.mincore(map, bytes, told.address()), "cannot look at " + file);
            linux.munmap(map, bytes);
            int resident = 0;
            for (int i = 0; i < pages; i++) {
                resident += Memory.getByte(told.address() + i) & 1;
            }
            return resident;
        }
    }
}
