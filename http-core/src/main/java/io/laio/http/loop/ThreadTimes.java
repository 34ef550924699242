package io.laio.http.loop;

/** What the kernel knows of the calling thread's time. */
public interface ThreadTimes {
    /** Brings the other methods' answers up to date. */
    void read();

    /**
     * Time on a processor.
     *
     * @return nanoseconds since the thread began, at {@link #read}
     */
    long cpuNanos();

    /**
     * Time ready to run while others ran.
     *
     * @return nanoseconds since the thread began, at {@link #read}
     */
    long runQueueNanos();

    /**
     * How often the thread slept.
     *
     * @return voluntary context switches, at {@link #read}
     */
    long sleeps();
}
