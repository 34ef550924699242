package io.laio.testbed.disk.fuse;

import io.laio.linux.Errno;
import io.laio.linux.FileStatus;
import java.nio.ByteBuffer;

/**
 * The whole file system: a directory with one file of a fixed size. Answers whatever needs no bytes of the file.
 *
 * @param sizeBytes the file's size, a multiple of {@link #PAGE_BYTES}
 * @param maxRequestBytes the largest read or write, a multiple of {@link #PAGE_BYTES}
 */
public record ImageNodes(long sizeBytes, int maxRequestBytes) {
    /** Name of the file. */
    public static final String FILE_NAME = "disk";

    /** The unit of memory, and of what is read and written. */
    public static final int PAGE_BYTES = 4096;

    static final int SECTOR_BYTES = 512; // of st_blocks, stat(2)

    private static final int MAX_IN_FLIGHT = 512;
    private static final long FILE_ID = 2;
    private static final int DIRECTORY_MODE = FileStatus.S_IFDIR | 0755;
    private static final int FILE_MODE = FileStatus.S_IFREG | 0600;

    /** Checks the sizes. */
    public ImageNodes {
        if (sizeBytes <= 0 || sizeBytes % PAGE_BYTES != 0) {
            throw new IllegalArgumentException("sizeBytes must be a multiple of " + PAGE_BYTES + ", is " + sizeBytes);
        }
        if (maxRequestBytes <= 0 || maxRequestBytes % PAGE_BYTES != 0) {
            throw new IllegalArgumentException(
                    "maxRequestBytes must be a multiple of " + PAGE_BYTES + ", is " + maxRequestBytes);
        }
    }

    /** A file or directory. */
    record Node(long number, long sizeBytes, int mode, int links) {}

    private Node root() {
        return new Node(Wire.ROOT_ID, 0, DIRECTORY_MODE, 2);
    }

    private Node file() {
        return new Node(FILE_ID, sizeBytes, FILE_MODE, 1);
    }

    /**
     * Answers a request that needs no bytes of the file.
     *
     * @param request anything but a read, a write and a synchronisation
     * @param reply receives the answer from index 0 on, in the machine's byte order
     * @return the answer's length; 0 if there is none
     */
    public int answer(FuseRequest request, ByteBuffer reply) {
        return switch (request) {
            case FuseRequest.Init init -> init(init, reply);
            case FuseRequest.Lookup lookup -> lookup(lookup, reply);
            case FuseRequest.GetAttributes asked -> attributes(asked, reply);
            case FuseRequest.Open open ->
                open.node() == FILE_ID
                        ? FuseReplies.opened(reply, open.unique())
                        : failure(reply, open.unique(), Errno.ENOENT);
            case FuseRequest.FileSystemStatus asked -> FuseReplies.fileSystemStatus(reply, asked.unique(), sizeBytes);
            case FuseRequest.Granted granted -> success(reply, granted.unique());
            case FuseRequest.Destroy destroy -> success(reply, destroy.unique());
            case FuseRequest.Unsupported unsupported -> failure(reply, unsupported.unique(), Errno.ENOSYS);
            case FuseRequest.Malformed malformed -> malformed(malformed, reply);
            case FuseRequest.Unanswered none -> 0;
            case FuseRequest.Read read -> throw new IllegalArgumentException("needs the file: " + read);
            case FuseRequest.Write write -> throw new IllegalArgumentException("needs the file: " + write);
            case FuseRequest.Synchronize all -> throw new IllegalArgumentException("needs the file: " + all);
        };
    }

    /** A kernel of another major version is told ours, and begins again with it (fuse.h, "Version negotiation"). */
    private int init(FuseRequest.Init init, ByteBuffer reply) {
        boolean canDo = (init.flags() & InitFlag.FUSE_ASYNC_DIO) != 0 && (init.flags() & InitFlag.FUSE_MAX_PAGES) != 0;
        return init.major() >= Wire.KERNEL_VERSION && canDo
                ? FuseReplies.init(reply, init, maxRequestBytes, MAX_IN_FLIGHT)
                : failure(reply, init.unique(), Errno.EOPNOTSUPP);
    }

    private int lookup(FuseRequest.Lookup lookup, ByteBuffer reply) {
        boolean known = lookup.parent() == Wire.ROOT_ID && lookup.name().equals(FILE_NAME);
        return known
                ? FuseReplies.entry(reply, lookup.unique(), file())
                : failure(reply, lookup.unique(), Errno.ENOENT);
    }

    private int attributes(FuseRequest.GetAttributes asked, ByteBuffer reply) {
        if (asked.node() == Wire.ROOT_ID) {
            return FuseReplies.attributes(reply, asked.unique(), root());
        }
        return asked.node() == FILE_ID
                ? FuseReplies.attributes(reply, asked.unique(), file())
                : failure(reply, asked.unique(), Errno.ENOENT);
    }

    private static int malformed(FuseRequest.Malformed malformed, ByteBuffer reply) {
        return malformed.unique() == 0 ? 0 : failure(reply, malformed.unique(), Errno.EIO);
    }

    /**
     * Whether a range is one of whole pages within the file.
     *
     * @param offsetBytes its beginning
     * @param lengthBytes its length
     * @return false where the kernel must be told EINVAL
     */
    public boolean covers(long offsetBytes, int lengthBytes) {
        boolean whole = offsetBytes % PAGE_BYTES == 0 && lengthBytes % PAGE_BYTES == 0;
        boolean within = offsetBytes >= 0 && lengthBytes >= 0 && offsetBytes <= sizeBytes - lengthBytes;
        return whole && within && lengthBytes > 0 && lengthBytes <= maxRequestBytes;
    }

    /**
     * Answers that it is done, with nothing to tell.
     *
     * @param reply receives the answer
     * @param unique the request's name
     * @return the answer's length
     */
    public static int success(ByteBuffer reply, long unique) {
        return FuseReplies.header(reply, unique, 0, 0);
    }

    /**
     * Answers that it failed.
     *
     * @param reply receives the answer
     * @param unique the request's name
     * @param error an error number, positive
     * @return the answer's length
     */
    public static int failure(ByteBuffer reply, long unique, int error) {
        return FuseReplies.header(reply, unique, error, 0);
    }

    /**
     * Answers a read whose bytes are behind the header already.
     *
     * @param reply receives the header
     * @param unique the request's name
     * @param bytes how many there are
     * @return the answer's length
     */
    public static int read(ByteBuffer reply, long unique, int bytes) {
        return FuseReplies.header(reply, unique, 0, bytes);
    }

    /**
     * Answers a write.
     *
     * @param reply receives the answer
     * @param unique the request's name
     * @param bytes how many were written
     * @return the answer's length
     */
    public static int written(ByteBuffer reply, long unique, int bytes) {
        return FuseReplies.written(reply, unique, bytes);
    }
}
