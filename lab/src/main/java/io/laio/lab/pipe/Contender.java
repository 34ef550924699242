package io.laio.lab.pipe;

/** A way of reading without being blocked. */
public enum Contender {
    /** A non-blocking read; if there is nothing, epoll_wait and a second read. */
    PLAIN("plain", "plain read"),

    /** LAIO as the servers use it: tried directly, and only what blocks goes to the ring. */
    LAIO("laio", "LAIO"),

    /** LAIO without the direct try: every read through the ring, where the kernel tries. */
    LAIO_RING_ONLY("laioRingOnly", "LAIO, ring only"),

    /** LAIO without io_uring: tried directly; a pipe that has nothing is awaited by epoll and tried again. */
    LAIO_WORKERS("laioWorkers", "LAIO, worker engine"),

    /** Eager: every read to a kernel worker, nobody tries. */
    EAGER("eager", "eager"),

    /** POSIX AIO of the C library: aio_read, aio_suspend, aio_error, aio_return. */
    POSIX_AIO("posixAio", "POSIX AIO");

    private final String id;
    private final String words;

    Contender(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /**
     * Its name in files.
     *
     * @return letters only
     */
    public String id() {
        return id;
    }

    /**
     * Its name for a reader.
     *
     * @return a few words
     */
    public String words() {
        return words;
    }
}
