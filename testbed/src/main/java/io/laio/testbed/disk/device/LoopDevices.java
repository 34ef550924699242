package io.laio.testbed.disk.device;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.LoopDevice;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.testbed.disk.Descriptor;
import io.laio.testbed.disk.QueueSettings;
import io.laio.testbed.disk.SystemCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The machine's loop devices. For the thread of its kernel.
 *
 * @param linux the kernel
 * @see <a href="https://man7.org/linux/man-pages/man4/loop.4.html">loop(4)</a>
 */
record LoopDevices(Linux linux) {
    static final Path CONTROL = Path.of("/dev/loop-control");

    private static final Path BLOCK = Path.of("/sys/block");
    private static final int SECTOR_BYTES =
            4096; // what ext4 asks for, and what every host's disk can do around its cache
    private static final int ENXIO = 6; // no such device or address, include/uapi/asm-generic/errno-base.h
    private static final String PREFIX = "loop";

    /** The device file. */
    static Path device(int loop) {
        return Path.of("/dev/" + PREFIX + loop);
    }

    private static Path directory(int loop) {
        return BLOCK.resolve(PREFIX + loop);
    }

    int free() throws IOException {
        try (Descriptor control = Descriptor.open(linux, CONTROL, OpenHow.O_RDWR)) {
            long loop = linux.ioctl(control.fd(), LoopDevice.LOOP_CTL_GET_FREE, 0);
            return (int) SystemCallException.check(loop, "no loop device is free");
        }
    }

    boolean attach(int loop, Path file) throws IOException {
        try (Descriptor content = Descriptor.open(linux, file, OpenHow.O_RDWR);
                Descriptor device = Descriptor.open(linux, device(loop), OpenHow.O_RDWR);
                NativeBuffer config = new NativeBuffer(LoopDevice.BYTES)) {
            LoopDevice.put(config.address(), content.fd(), SECTOR_BYTES, LoopDevice.LO_FLAGS_DIRECT_IO);
            int result = linux.ioctl(device.fd(), LoopDevice.LOOP_CONFIGURE, config.address());
            if (result == -Errno.EBUSY) {
                return false;
            }
            SystemCallException.check(result, "cannot attach " + file + " to " + device(loop));
        }
        requireDirect(loop);
        return true;
    }

    /** Where it cannot, the kernel attaches the file all the same, and reads it through the page cache. */
    private static void requireDirect(int loop) throws IOException {
        if (!Files.readString(directory(loop).resolve("loop/dio")).strip().equals("1")) {
            throw new IOException(device(loop) + " does not read around the page cache");
        }
    }

    void detach(int loop) throws IOException {
        try (Descriptor device = Descriptor.open(linux, device(loop), OpenHow.O_RDWR)) {
            int result = linux.ioctl(device.fd(), LoopDevice.LOOP_CLR_FD, 0);
            if (result != -ENXIO) { // which says that it has no file
                SystemCallException.check(result, "cannot detach " + device(loop));
            }
        }
    }

    static List<Integer> over(Path file) throws IOException {
        List<Integer> loops = new ArrayList<>();
        try (Stream<Path> devices = Files.list(BLOCK)) {
            for (Path device : devices.sorted().toList()) {
                String name = device.getFileName().toString();
                if (name.startsWith(PREFIX) && isOver(device.resolve("loop/backing_file"), file)) {
                    loops.add(Integer.valueOf(name.substring(PREFIX.length())));
                }
            }
        }
        return loops;
    }

    private static boolean isOver(Path backing, Path file) {
        try {
            return Files.readString(backing).strip().equals(file.toString());
        } catch (IOException detached) {
            return false;
        }
    }

    /** Whether a file is still attached. */
    static boolean hasContent(int loop) {
        return Files.exists(directory(loop).resolve("loop/backing_file"));
    }

    /**
     * The scheduler first: it decides how many requests there may be. Read-ahead last: a change of any limit sets it back to what
     * the kernel thinks best (blk_apply_bdi_limits, Linux 6.18).
     */
    static void setQueue(int loop, QueueSettings settings) throws IOException {
        Path queue = directory(loop).resolve("queue");
        set(queue, "scheduler", settings.scheduler());
        set(queue, "nr_requests", String.valueOf(settings.requests()));
        set(queue, "max_sectors_kb", String.valueOf(settings.maxRequestKilobytes()));
        set(queue, "rotational", settings.rotational() ? "1" : "0");
        set(queue, "read_ahead_kb", String.valueOf(settings.readAheadKilobytes()));
    }

    private static void set(Path queue, String name, String value) throws IOException {
        try {
            Files.writeString(queue.resolve(name), value);
        } catch (IOException e) {
            throw new IOException("the kernel refuses " + value + " for " + queue.resolve(name), e);
        }
    }
}
