package io.laio.comparison.contestant;

import java.io.IOException;
import java.util.List;

/** Where a contestant's process is put before it runs its first instruction. */
public interface Placement {
    /**
     * Puts a process into its control group and on its processors.
     *
     * @param pid the process, which waits meanwhile
     * @throws IOException if the kernel refuses
     */
    void place(long pid) throws IOException;

    /**
     * Which processes are there now: the contestant, and what it started and may have left behind.
     *
     * @return their ids; empty if this placement cannot tell
     * @throws IOException if the kernel does not answer
     */
    List<Long> processes() throws IOException;
}
