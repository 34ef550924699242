package io.laio.http.document;

import io.laio.http.protocol.FileHeaders;
import io.laio.http.protocol.FileVersion;
import io.laio.linux.Linux;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Open documents by request path: Flash's pathname, response-header and mapped-file caches in one (PAPER.md section 2). The
 * least recently used goes first. An entry that was validated longer ago than the cache's validity is not fresh; the caller
 * opens the name again and either confirms or replaces it. Confined to the loop; a hit allocates nothing.
 */
class FileCache implements DocumentCache {
    private final int capacity;
    private final long validityNanos;
    private final @Nullable OpenFile[] buckets;
    private @Nullable OpenFile newest;
    private @Nullable OpenFile oldest;
    private int size;

    /**
     * Makes an empty cache.
     *
     * @param capacity the most entries, 1 or more
     * @param validityNanos how long an entry is believed; 0 never
     */
    FileCache(int capacity, long validityNanos) {
        this.capacity = capacity;
        this.validityNanos = validityNanos;
        this.buckets = new OpenFile[Integer.highestOneBit(Math.max(16, capacity)) * 2];
    }

    @Override
    public int minMappedBytes() {
        return FileReader.MIN_MAPPED_BYTES;
    }

    @Override
    public OpenFile document(
            Linux linux, int fd, long device, FileVersion version, FileHeaders headers, boolean residencyCanBeAsked) {
        return new OpenFile(linux, fd, device, version, headers, residencyCanBeAsked);
    }

    int size() {
        return size;
    }

    @Override
    public @Nullable OpenFile acquire(byte[] path, int length, boolean directory, long nowNanos) {
        OpenFile file = find(path, length, directory);
        if (file == null || !isFresh(file, nowNanos)) {
            return null;
        }
        file.retain();
        return file;
    }

    @Override
    public OpenFile adopt(byte[] path, int length, boolean directory, OpenFile opened, long nowNanos) {
        OpenFile known = find(path, length, directory);
        if (known != null && known.isSameAs(opened)) {
            known.validatedNanos = nowNanos;
            known.retain();
            letGo(opened);
            return known;
        }
        put(path, length, directory, opened, nowNanos);
        return opened;
    }

    /** Lets go of a document: a stripe of a shared cache does so later, outside its lock. */
    void letGo(OpenFile file) {
        file.release();
    }

    boolean isFresh(OpenFile file, long nowNanos) {
        return nowNanos - file.validatedNanos < validityNanos;
    }

    @Nullable
    OpenFile find(byte[] path, int length, boolean directory) {
        int hash = hash(path, length, directory);
        OpenFile file = buckets[hash & buckets.length - 1];
        while (file != null && !(file.hash == hash && hasKey(file, path, length, directory))) {
            file = file.nextInBucket;
        }
        if (file != null && file != newest) {
            unlinkFromAges(file);
            linkAsNewest(file);
        }
        return file;
    }

    /** Adds a file, in place of the one that has its name; the cache is one more user of it. */
    void put(byte[] path, int length, boolean directory, OpenFile file, long nowNanos) {
        OpenFile old = find(path, length, directory);
        if (old != null) {
            remove(old);
        }
        while (size >= capacity) {
            evictOldest();
        }
        file.key = Arrays.copyOf(path, directory ? length + 1 : length);
        if (directory) {
            file.key[length] = '/';
        }
        file.hash = hash(path, length, directory);
        file.validatedNanos = nowNanos;
        file.cached = true;
        file.retain();
        int bucket = file.hash & buckets.length - 1;
        file.nextInBucket = buckets[bucket];
        buckets[bucket] = file;
        linkAsNewest(file);
        size++;
    }

    @Override
    public void remove(OpenFile file) {
        if (!file.cached) {
            return;
        }
        int bucket = file.hash & buckets.length - 1;
        OpenFile at = buckets[bucket];
        if (at == file) {
            buckets[bucket] = file.nextInBucket;
        } else {
            while (at != null && at.nextInBucket != file) {
                at = at.nextInBucket;
            }
            if (at != null) {
                at.nextInBucket = file.nextInBucket;
            }
        }
        unlinkFromAges(file);
        file.nextInBucket = null;
        file.cached = false;
        size--;
        letGo(file);
    }

    @Override
    public boolean evictOldest() {
        OpenFile file = oldest;
        if (file == null) {
            return false;
        }
        remove(file);
        return true;
    }

    @Override
    public void close() {
        clear();
    }

    void clear() {
        while (evictOldest()) {
            // until it is empty
        }
    }

    private void linkAsNewest(OpenFile file) {
        file.older = newest;
        file.newer = null;
        if (newest != null) {
            newest.newer = file;
        } else {
            oldest = file;
        }
        newest = file;
    }

    private void unlinkFromAges(OpenFile file) {
        if (file.newer != null) {
            file.newer.older = file.older;
        } else {
            newest = file.older;
        }
        if (file.older != null) {
            file.older.newer = file.newer;
        } else {
            oldest = file.newer;
        }
        file.newer = null;
        file.older = null;
    }

    private static boolean hasKey(OpenFile file, byte[] path, int length, boolean directory) {
        byte[] key = file.key;
        return key.length == (directory ? length + 1 : length)
                && (!directory || key[length] == '/')
                && Arrays.equals(key, 0, length, path, 0, length);
    }

    static int hash(byte[] path, int length, boolean directory) {
        int hash = directory ? 1 : 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + path[i];
        }
        return hash ^ hash >>> 16;
    }
}
