package io.laio.posix;

import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;

/**
 * {@code struct aioinit}: how many threads glibc uses for POSIX AIO, for the whole process.
 *
 * <p>Source: {@code aio.h} of glibc 2.36. The defaults are 20 threads, and each ends after a second without work.
 */
public final class AioThreads {
    /** Size of the structure in bytes. */
    static final int BYTES = 32;

    static final int THREADS = 0;
    static final int NUM = 4;

    private AioThreads() {}

    /**
     * Sets the limits, in place of glibc's own; without effect once the process has made a request. There is no way to tell.
     *
     * @param threads the most threads, 1 or more, and so the most descriptors that are served at the same time
     * @param requests how many requests are expected at the same time, 1 or more; glibc makes room in steps of 32
     */
    public static void limit(int threads, int requests) {
        if (threads < 1 || requests < 1) {
            throw new IllegalArgumentException("threads and requests must be 1 or more: " + threads + ", " + requests);
        }
        try (NativeBuffer structure = new NativeBuffer(BYTES)) {
            Memory.putInt(structure.address() + THREADS, threads);
            Memory.putInt(structure.address() + NUM, requests);
            AioFunctions.init().invokeExact(structure.address());
        } catch (Throwable impossible) {
            throw new AssertionError("a downcall does not throw", impossible);
        }
    }
}
