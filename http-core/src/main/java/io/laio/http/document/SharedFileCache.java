package io.laio.http.document;

import io.laio.http.protocol.FileHeaders;
import io.laio.http.protocol.FileVersion;
import io.laio.linux.Linux;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Open documents that all threads of a process share, as the threads of Flash's MT server share its caches. The names are
 * spread over stripes, each a {@link FileCache} under a lock of its own, because a hit changes the order of ages too. Nothing
 * is closed or unmapped under a lock. May be called from any thread.
 */
final class SharedFileCache implements DocumentCache {
    private static final int STRIPES = 16;
    private static final int GOLDEN_RATIO = 0x9E3779B9;
    private static final int STRIPE_SHIFT = Integer.SIZE - 4; // leaves as many values as there are stripes

    /** A small cache is not divided: a stripe evicts by itself, so a few names could crowd each other out. */
    private static final int MIN_ENTRIES_A_STRIPE = 64;

    private final Stripe[] stripes;
    private final Linux linux;

    /**
     * Makes an empty cache.
     *
     * @param linux a kernel that any thread may call
     * @param capacity the most entries, 1 or more
     * @param validityNanos how long an entry is believed; 0 never
     */
    SharedFileCache(Linux linux, int capacity, long validityNanos) {
        this.linux = linux;
        int count = capacity >= STRIPES * MIN_ENTRIES_A_STRIPE ? STRIPES : 1;
        stripes = new Stripe[count];
        for (int i = 0; i < count; i++) {
            stripes[i] = new Stripe(capacity / count, validityNanos);
        }
    }

    private Stripe stripe(byte[] path, int length, boolean directory) {
        return stripe(FileCache.hash(path, length, directory));
    }

    /** The lower bits choose the bucket within the stripe, so they are mixed with the others here (Knuth, 6.4). */
    private Stripe stripe(int hash) {
        return stripes[((hash * GOLDEN_RATIO) >>> STRIPE_SHIFT) % stripes.length];
    }

    @Override
    public @Nullable OpenFile acquire(byte[] path, int length, boolean directory, long nowNanos) {
        return stripe(path, length, directory).lockedAcquire(path, length, directory, nowNanos);
    }

    @Override
    public OpenFile adopt(byte[] path, int length, boolean directory, OpenFile opened, long nowNanos) {
        return stripe(path, length, directory).lockedAdopt(path, length, directory, opened, nowNanos);
    }

    @Override
    public void remove(OpenFile file) {
        stripe(file.hash).lockedRemove(file);
    }

    /** The oldest of the fullest stripe: the ages of different stripes are not compared. */
    @Override
    public boolean evictOldest() {
        int most = -1;
        Stripe fullest = stripes[0];
        for (Stripe stripe : stripes) {
            int size = stripe.lockedSize();
            if (size > most) {
                most = size;
                fullest = stripe;
            }
        }
        return fullest.lockedEvictOldest();
    }

    /** One thread's view is closed; the others go on. */
    @Override
    public void close() {
        // what is shared is closed by its owner: clear
    }

    void clear() {
        for (Stripe stripe : stripes) {
            boolean more = true;
            while (more) {
                more = stripe.lockedEvictOldest();
            }
        }
    }

    int size() {
        int size = 0;
        for (Stripe stripe : stripes) {
            size += stripe.lockedSize();
        }
        return size;
    }

    @Override
    public int minMappedBytes() {
        return FileReader.MIN_MAPPED_BYTES;
    }

    @Override
    public OpenFile document(
            Linux opener, int fd, long device, FileVersion version, FileHeaders headers, boolean residencyCanBeAsked) {
        return new OpenFile(linux, fd, device, version, headers, residencyCanBeAsked).share();
    }

    /** A part of the names, and the lock that guards it. What it lets go of is released once the lock is free again. */
    private static final class Stripe extends FileCache {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable List<OpenFile> letGo;

        Stripe(int capacity, long validityNanos) {
            super(capacity, validityNanos);
        }

        @Override
        void letGo(OpenFile file) {
            List<OpenFile> waiting = letGo;
            if (waiting == null) {
                waiting = new ArrayList<>();
                letGo = waiting;
            }
            waiting.add(file);
        }

        @Nullable
        OpenFile lockedAcquire(byte[] path, int length, boolean directory, long nowNanos) {
            lock.lock();
            try {
                return acquire(path, length, directory, nowNanos);
            } finally {
                lock.unlock(); // it lets go of nothing
            }
        }

        OpenFile lockedAdopt(byte[] path, int length, boolean directory, OpenFile opened, long nowNanos) {
            lock.lock();
            OpenFile used;
            try {
                used = adopt(path, length, directory, opened, nowNanos);
            } finally {
                unlock();
            }
            return used;
        }

        void lockedRemove(OpenFile file) {
            lock.lock();
            try {
                remove(file);
            } finally {
                unlock();
            }
        }

        boolean lockedEvictOldest() {
            lock.lock();
            try {
                return evictOldest();
            } finally {
                unlock();
            }
        }

        int lockedSize() {
            lock.lock();
            try {
                return size();
            } finally {
                lock.unlock();
            }
        }

        private void unlock() {
            List<OpenFile> waiting = letGo;
            letGo = null;
            lock.unlock();
            if (waiting != null) {
                waiting.forEach(OpenFile::release);
            }
        }
    }
}
