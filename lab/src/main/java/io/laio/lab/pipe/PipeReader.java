package io.laio.lab.pipe;

/**
 * A contender with its pipe. The loops are the contender's own, so that the JIT compiles each for itself and no call goes through an
 * interface while time is taken. Confined to the thread that opened it.
 */
interface PipeReader extends AutoCloseable {
    /** The pipe; empty between calls. */
    Pipe pipe();

    /**
     * Reads from a pipe that holds {@code calls * bytes} bytes.
     *
     * @param calls how many reads
     * @param bytes of each
     * @return bytes read in all
     */
    long readFull(int calls, int bytes);

    /**
     * Reads from an empty pipe: issues the read, which blocks; writes the bytes; waits for the completion.
     *
     * @param calls how many reads
     * @param bytes of each
     * @return bytes read in all
     */
    long readEmpty(int calls, int bytes);

    @Override
    void close();
}
