package io.laio.http.disk;

/**
 * What a server does about a name or a range of a file that is not in memory: <b>the seam that the study is about</b>. What is
 * in memory never gets here: {@link io.laio.http.document} finds that out first, in the same way for every server.
 *
 * <p>Both calls answer with a value, with a negated error number, or with {@link #PENDING}; then the completion is called
 * once, later, from the loop's dispatch and never inside the call. Memory to read into stays valid until
 * then; paths are valid during the call only. Confined to the loop.
 *
 * <p>Who calls has counted the operation as issued; only the strategy knows whether it blocked, and so counts that
 * ({@link io.laio.http.loop.OperationCounters#done}).
 */
public interface Disk extends AutoCloseable {
    /** The answer comes later. */
    long PENDING = Long.MIN_VALUE;

    /**
     * Opens a file whose name is not in memory.
     *
     * @param directory descriptor that the path starts from
     * @param path address of a C string
     * @param how address of a {@code struct open_how}
     * @param completion gets the answer if it comes later
     * @return a descriptor, a negated error number, or {@link #PENDING}
     */
    long open(int directory, long path, long how, DiskCompletion completion);

    /**
     * Reads a range that is not in memory, all of it unless the file ends.
     *
     * @param fd the file
     * @param address where to put the bytes
     * @param length how many bytes
     * @param offset position in the file
     * @param completion gets the answer if it comes later
     * @return bytes read, fewer than asked only at the end of the file; a negated error number; or {@link #PENDING}
     */
    long read(int fd, long address, int length, long offset, DiskCompletion completion);

    /**
     * Whether a range of a mapped file that is not in memory is not read by {@link #read}, but sent from the mapping: the loop
     * then sleeps in the page fault until the disk has read it. Asked once a loop.
     *
     * @return false unless that is how the server waits for its disk
     */
    default boolean waitsInPageFaults() {
        return false;
    }

    /**
     * A send from a mapping is over that had to wait for the disk, because its range was not in memory. Counts the operation,
     * as the strategy would count a read. Called only if {@link #waitsInPageFaults}.
     *
     * @param nanos how long the send took
     */
    default void pageFaulted(long nanos) {
        throw new UnsupportedOperationException("this disk does not wait in page faults");
    }

    /**
     * Whether a read that were asked for now would have to wait, because as many as the strategy permits are under way. Then
     * nobody tries whether a range is in memory by reading it: with {@code RWF_NOWAIT} the kernel begins to read what it does not
     * find ({@code filemap_get_pages} in mm/filemap.c, Linux 6.18), and the disk would have more to do than is permitted.
     *
     * @return false where nothing limits the reads under way
     */
    default boolean readsWait() {
        return false;
    }

    /** Frees what the disk holds; called on the loop's thread, when nothing is pending any more. */
    @Override
    void close();
}
