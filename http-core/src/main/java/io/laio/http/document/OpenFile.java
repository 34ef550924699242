package io.laio.http.document;

import io.laio.http.protocol.FileHeaders;
import io.laio.http.protocol.FileVersion;
import io.laio.linux.Linux;
import io.laio.linux.MemoryMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An open document: its descriptor, its headers, and, for a large one, its mapping. It is shared by the cache and by the
 * connections that send it, and closed when the last of them lets it go. Confined to the loop; if threads share it, any of
 * them may use it and let it go.
 */
public final class OpenFile {
    private static final long NOT_MAPPED = 0;
    private static final long CANNOT_BE_MAPPED = -1;
    private static final byte[] NO_KEY = {};

    private final Linux linux;
    private final int fd;
    private final long device;
    private final FileVersion version;
    private final FileHeaders headers;
    private final boolean residencyCanBeAsked;
    private final @Nullable MappedFiles mappedFiles;
    private @Nullable MappedFile mappedFile;
    private long mapping = NOT_MAPPED;
    private int users = 1;
    private @Nullable AtomicInteger sharedUsers;

    // Of the cache that holds it.
    byte[] key = NO_KEY;
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
        this(linux, fd, device, version, headers, residencyCanBeAsked, null);
    }

    /**
     * Takes over an open descriptor of a document whose mapping may be others' too.
     *
     * @param linux the kernel
     * @param fd the descriptor of a regular file
     * @param device the device that holds it
     * @param version its size, time and inode
     * @param headers its header fields
     * @param residencyCanBeAsked whether mincore(2) tells the truth about it
     * @param mappedFiles where its mapping comes from, null if it has one of its own
     */
    OpenFile(
            Linux linux,
            int fd,
            long device,
            FileVersion version,
            FileHeaders headers,
            boolean residencyCanBeAsked,
            @Nullable MappedFiles mappedFiles) {
        this.linux = linux;
        this.fd = fd;
        this.device = device;
        this.version = version;
        this.headers = headers;
        this.residencyCanBeAsked = residencyCanBeAsked;
        this.mappedFiles = mappedFiles;
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

    /** Lets several threads use the file, before a second one knows it; its kernel must be one that any thread may call. */
    OpenFile share() {
        sharedUsers = new AtomicInteger(users);
        return this;
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
        return sharedUsers == null ? ownMapping() : sharedMapping();
    }

    /** Two threads may want it at the same moment; there is one. */
    private synchronized long sharedMapping() {
        return ownMapping();
    }

    private long ownMapping() {
        if (mapping == NOT_MAPPED) {
            long address = residencyCanBeAsked ? map() : CANNOT_BE_MAPPED;
            mapping = address < 0 ? CANNOT_BE_MAPPED : address;
        }
        return mapping == CANNOT_BE_MAPPED ? 0 : mapping;
    }

    private long map() {
        if (mappedFiles == null) {
            return linux.mmap(bytes(), MemoryMap.PROT_READ, MemoryMap.MAP_SHARED, fd, 0);
        }
        mappedFile = mappedFiles.acquire(device, version, fd);
        return mappedFile == null ? CANNOT_BE_MAPPED : mappedFile.address;
    }

    private void unmap() {
        if (mappedFiles != null && mappedFile != null) {
            mappedFiles.release(mappedFile);
        } else if (mapping > 0) {
            linux.munmap(mapping, bytes());
        }
    }

    /** One more user, who got the file from a user or, under its lock, from the cache. */
    void retain() {
        AtomicInteger shared = sharedUsers;
        if (shared == null) {
            users++;
        } else {
            shared.incrementAndGet();
        }
    }

    /** Lets the file go. */
    public void release() {
        AtomicInteger shared = sharedUsers;
        int left = shared == null ? --users : shared.decrementAndGet();
        if (left == 0) {
            unmap();
            linux.close(fd);
        }
    }
}
