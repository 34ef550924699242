package io.laio.testbed.disk.daemon;

import io.laio.linux.Linux;
import io.laio.linux.Mounting;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.testbed.disk.Descriptor;
import io.laio.testbed.disk.SystemCallException;
import java.nio.file.Path;

/**
 * A connection to the kernel's FUSE, and the file system mounted over it. The connection ends when its descriptor is closed,
 * also by the end of the process: what still waits for an answer then fails with {@code ECONNABORTED}, so nothing hangs. For
 * one thread.
 *
 * @see <a href="https://man7.org/linux/man-pages/man4/fuse.4.html">fuse(4)</a>
 */
final class FuseChannel implements AutoCloseable {
    /** Where the kernel offers it. */
    static final Path DEVICE = Path.of("/dev/fuse");

    private final Descriptor device;

    /**
     * Takes a connection that is open already.
     *
     * @param device where messages come from, without waiting, and answers go to; closed with the connection
     */
    FuseChannel(Descriptor device) {
        this.device = device;
    }

    /**
     * Opens a connection and mounts it.
     *
     * @param linux the kernel
     * @param directory where to
     * @return the connection
     * @throws SystemCallException if it is refused
     */
    static FuseChannel mount(Linux linux, Path directory) throws SystemCallException {
        Descriptor device = Descriptor.open(linux, DEVICE, OpenHow.O_RDWR | OpenHow.O_NONBLOCK);
        // Its own user and group, and the type of its root; whoever may look at the directory sees that there is a
        // disk.
        String options = "fd=" + device.fd() + ",rootmode=40000,user_id=0,group_id=0,allow_other,default_permissions";
        try (NativeBuffer source = NativeBuffer.ofString("laio-disk");
                NativeBuffer target = NativeBuffer.ofString(directory.toString());
                NativeBuffer type = NativeBuffer.ofString("fuse");
                NativeBuffer data = NativeBuffer.ofString(options)) {
            int flags = Mounting.MS_NOSUID | Mounting.MS_NODEV;
            long result = linux.mount(source.address(), target.address(), type.address(), flags, data.address());
            SystemCallException.check(result, "cannot mount a FUSE file system at " + directory);
            return new FuseChannel(device);
        } catch (SystemCallException e) {
            device.close();
            throw e;
        }
    }

    int fd() {
        return device.fd();
    }

    /** Reads a message if there is one: the answer of read(2). */
    long read(long address, int bytes) {
        return device.linux().read(device.fd(), address, bytes);
    }

    /** Gives an answer. It copies to who waits and never blocks itself. */
    long write(long address, int bytes) {
        return device.linux().write(device.fd(), address, bytes);
    }

    @Override
    public void close() {
        device.close();
    }
}
