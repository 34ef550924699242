package io.laio.http.document;

import io.laio.linux.Linux;

/** The documents that the threads of a process keep open together; each thread has {@link Documents} of its own over it. */
public final class SharedDocuments implements AutoCloseable {
    private final SharedFileCache cache;

    /**
     * Makes an empty cache.
     *
     * @param linux the kernel, an instance that nobody else calls: mappings are made and documents closed through it, by one
     *     thread at a time
     * @param cacheEntries the most documents kept open, 1 or more
     * @param cacheValidityNanos how long a cached name is believed before it is looked up again; 0 never
     */
    public SharedDocuments(Linux linux, int cacheEntries, long cacheValidityNanos) {
        this.cache = new SharedFileCache(new OneAtATime(linux), cacheEntries, cacheValidityNanos);
    }

    SharedFileCache cache() {
        return cache;
    }

    /** Closes every document that nobody sends. */
    @Override
    public void close() {
        cache.clear();
    }

    /** A kernel reports errors to a place of its own, so two threads must not call one instance at once. */
    private static final class OneAtATime implements Linux {
        private final Linux linux;

        OneAtATime(Linux linux) {
            this.linux = linux;
        }

        @Override
        public synchronized long syscall(int number, long a, long b, long c, long d, long e, long f) {
            return linux.syscall(number, a, b, c, d, e, f);
        }
    }
}
