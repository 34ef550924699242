package io.laio.http.document;

import io.laio.http.loop.Clock;
import io.laio.http.protocol.FileVersion;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.MemoryMap;
import org.jspecify.annotations.Nullable;

/**
 * Mappings of files, found by device, inode, size and time of modification: the one cache of the thttpd profile (PAPER.md
 * section 2). Responses count as users of a mapping; one that nobody uses stays for a while, in case it is asked for again, and
 * no longer than there is room. A file that was changed or replaced gets another mapping, while the old one is still sent.
 *
 * <p>thttpd 2.24 ({@code mmc.c}, {@code config.h}) keeps an unused mapping for 600 s, looks for older ones every 120 s, and
 * shortens that time as long as there are more than 1,000 mappings, so that the limit is a wish. Here what is unused gives way
 * at once: only mappings in use can be more than the limit (docs/decisions/0008-thttpd-profile.md).
 *
 * <p>Confined to the loop; a hit allocates nothing. No descriptor is kept: a mapping lives without one.
 */
public final class MappedFiles implements AutoCloseable {
    private final Linux linux;
    private final Clock clock;
    private final int capacity;
    private final long expiryNanos;
    private final @Nullable MappedFile[] buckets;
    private @Nullable MappedFile newestUnused;
    private @Nullable MappedFile oldestUnused;
    private int size;

    /**
     * Makes an empty cache.
     *
     * @param linux the kernel, as seen by the loop's thread
     * @param clock the time
     * @param capacity the most mappings, 1 or more; those in use may be more
     * @param expiryNanos how long a mapping that nobody uses is kept, if there is room; 0 not at all
     */
    public MappedFiles(Linux linux, Clock clock, int capacity, long expiryNanos) {
        this.linux = linux;
        this.clock = clock;
        this.capacity = capacity;
        this.expiryNanos = expiryNanos;
        this.buckets = new MappedFile[Integer.highestOneBit(Math.max(16, capacity)) * 2];
    }

    int size() {
        return size;
    }

    /**
     * Finds a file's mapping, or maps it. The caller is one more user of it until {@link #release}.
     *
     * @param device the device that holds the file
     * @param version its size, time and inode, of 1 byte or more
     * @param fd its descriptor, which may be closed afterwards
     * @return its mapping, or null if the kernel does not map it
     */
    @Nullable
    MappedFile acquire(long device, FileVersion version, int fd) {
        int hash = hash(device, version);
        MappedFile file = find(hash, device, version);
        if (file == null) {
            return map(hash, device, version, fd);
        }
        if (file.users == 0) {
            unlinkFromUnused(file);
        }
        file.users++;
        return file;
    }

    private @Nullable MappedFile find(int hash, long device, FileVersion version) {
        MappedFile file = buckets[hash & buckets.length - 1];
        while (file != null && !(file.hash == hash && file.device == device && file.version.equals(version))) {
            file = file.nextInBucket;
        }
        return file;
    }

    private @Nullable MappedFile map(int hash, long device, FileVersion version, int fd) {
        if (size >= capacity) {
            evictOldest();
        }
        long address = mmap(version.bytes(), fd);
        while (address == -Errno.ENOMEM && evictOldest()) { // or too many mappings: vm.max_map_count
            address = mmap(version.bytes(), fd);
        }
        if (address < 0) {
            return null;
        }
        MappedFile file = new MappedFile(device, version, address, hash);
        file.users = 1;
        int bucket = hash & buckets.length - 1;
        file.nextInBucket = buckets[bucket];
        buckets[bucket] = file;
        size++;
        return file;
    }

    private long mmap(long bytes, int fd) {
        return linux.mmap(bytes, MemoryMap.PROT_READ, MemoryMap.MAP_SHARED, fd, 0);
    }

    /** Ends a use. Whom nobody uses any more is kept until it expires or has to give way. */
    void release(MappedFile file) {
        file.users--;
        if (file.users > 0) {
            return;
        }
        file.unusedSinceNanos = clock.nanos();
        linkAsNewestUnused(file);
        if (size > capacity || expiryNanos == 0) {
            evictOldest();
        }
    }

    /** Takes away what nobody has used for as long as mappings are kept. */
    public void expire() {
        long now = clock.nanos();
        for (MappedFile file = oldestUnused; file != null && now - file.unusedSinceNanos >= expiryNanos; ) {
            MappedFile following = file.newer;
            unmap(file);
            file = following;
        }
    }

    /** Takes away what was unused for the longest; answers whether there was any. */
    private boolean evictOldest() {
        MappedFile file = oldestUnused;
        if (file == null) {
            return false;
        }
        unmap(file);
        return true;
    }

    private void unmap(MappedFile file) {
        unlinkFromUnused(file);
        unlinkFromBucket(file);
        size--;
        linux.munmap(file.address, file.version.bytes());
    }

    private void unlinkFromBucket(MappedFile file) {
        int bucket = file.hash & buckets.length - 1;
        MappedFile at = buckets[bucket];
        if (at == file) {
            buckets[bucket] = file.nextInBucket;
            return;
        }
        while (at != null && at.nextInBucket != file) {
            at = at.nextInBucket;
        }
        if (at != null) {
            at.nextInBucket = file.nextInBucket;
        }
    }

    private void linkAsNewestUnused(MappedFile file) {
        file.older = newestUnused;
        file.newer = null;
        if (newestUnused != null) {
            newestUnused.newer = file;
        } else {
            oldestUnused = file;
        }
        newestUnused = file;
    }

    private void unlinkFromUnused(MappedFile file) {
        if (file.newer != null) {
            file.newer.older = file.older;
        } else {
            newestUnused = file.older;
        }
        if (file.older != null) {
            file.older.newer = file.newer;
        } else {
            oldestUnused = file.newer;
        }
        file.newer = null;
        file.older = null;
    }

    private static int hash(long device, FileVersion version) {
        int hash = 31 * Long.hashCode(device) + Long.hashCode(version.inode());
        hash = 31 * hash + Long.hashCode(version.bytes());
        hash = 31 * hash + Long.hashCode(version.modifiedEpochSeconds()) + version.modifiedNanos();
        return hash ^ hash >>> 16;
    }

    /** Takes away every mapping that nobody uses. */
    @Override
    public void close() {
        while (evictOldest()) {
            // until none is left
        }
    }
}
