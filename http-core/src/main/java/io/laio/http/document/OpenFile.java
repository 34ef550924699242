package io.laio.http.document;

import io.laio.http.protocol.FileHeaders;
import io.laio.http.protocol.FileVersion;
import io.laio.linux.Linux;
import io.laio.linux.MemoryMap;
import org.jspecify.annotations.Nullable;

/**
 * An open document: its descriptor, its headers, and, for a large one, its mapping. It is shared by the cache and by the
 * connections that send it, and closed when the last of them lets it go. Confined to the loop.
 */
public final class OpenFile {
    private static final long NOT_MAPPED = 0;
    private static final long CANNOT_BE_MAPPED = -1;

    private final Linux linux;
    private final int fd;
    private final long device;
    private final FileVersion version;
    private final FileHeaders headers;
    private final boolean residencyCanBeAsked;
    private long mapping = NOT_MAPPED;
    private int users = 1;

    // Of the cache that holds it.
    byte[] key = {};
    int hash;
    long validatedNanos;
    boolean cached;

    @Nullable
    OpenFile nextInBucket;

    @Nullable
    OpenFile newer;

    @Nullable
    OpenFile older;

    /**
     * Takes over an open descriptor.
     *
     * @param linux the kernel
     * @param fd the descriptor of a regular file
     * @param device the device that holds it
     * @param version its size, time and inode
     * @param headers its header fields
     * @param residencyCanBeAsked whether mincore(2) tells the truth about it
     */
    OpenFile(Linux linux, int fd, long device, FileVersion version, FileHeaders headers, boolean residencyCanBeAsked) {
        this.linux = linux;
        this.fd = fd;
        this.device = device;
        this.version = version;
        this.headers = headers;
        this.residencyCanBeAsked = residencyCanBeAsked;
    }

    /**
     * The file's descriptor.
     *
     * @return open until the last user lets the file go
     */
    public int fd() {
        return fd;
    }

    /**
     * The file's header fields.
     *
     * @return as of when it was opened
     */
    public FileHeaders headers() {
        return headers;
    }

    /**
     * The file's length.
     *
     * @return bytes, as of when it was opened
     */
    public long bytes() {
        return version.bytes();
    }

    boolean isSameAs(OpenFile other) {
        return device == other.device && version.equals(other.version);
    }

    /**
     * Where the whole file is mapped. Only the kernel may read there, on behalf of a send: a page that is gone is an error of
     * that call, while for Java it would be a crash.
     *
     * @return the address, or 0 if the file is not to be mapped
     */
    long mapping() {
        if (mapping == NOT_MAPPED) {
            long address = residencyCanBeAsked
                    ? linux.mmap(bytes(), MemoryMap.PROT_READ, MemoryMap.MAP_SHARED, fd, 0)
                    : CANNOT_BE_MAPPED;
            mapping = address < 0 ? CANNOT_BE_MAPPED : address;
        }
        return mapping == CANNOT_BE_MAPPED ? 0 : mapping;
    }

    void retain() {
        users++;
    }

    /** Lets the file go. */
    public void release() {
        users--;
        if (users == 0) {
            if (mapping > 0) {
                linux.munmap(mapping, bytes());
            }
            linux.close(fd);
        }
    }
}
