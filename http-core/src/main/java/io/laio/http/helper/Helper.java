package io.laio.http.helper;

/**
 * A helper, as the loop sees it. It is given one request at a time: the next only after {@link HelperListener#done}. Called on
 * the loop's thread; no call blocks, or calls the listener before it returns. A helper that cannot be reached is lost, and its
 * listener hears so later.
 */
public interface Helper {
    /**
     * Asks for {@link HelperWork#read}.
     *
     * @param fd the file, open until the request is done or the helper is lost or given up, or the spawner is
     *     closed
     * @param offset the range's first byte
     * @param length its length in bytes
     */
    void read(int fd, long offset, int length);

    /**
     * Asks for {@link HelperWork#convert}.
     *
     * @param directory descriptor that the path starts from: the document root, the same in every call
     * @param path address of a C string, valid during this call only: what crosses is a copy
     * @param pathLength its length in bytes, without the terminating zero
     * @param how address of a {@code struct open_how}, {@link io.laio.linux.OpenHow#BYTES} long, valid during this call only
     */
    void convert(int directory, long path, int pathLength, long how);

    /** Ends the helper, which is idle; its listener hears nothing more. */
    void retire();

    /**
     * Ends the helper, which is busy and does not answer: kills its process, while a thread can only be left to come back. Its listener
     * hears {@link HelperListener#ended} once it is gone, for what holds it may hold it on, and nothing else.
     */
    void giveUp();

    /**
     * The process that it runs in.
     *
     * @return a process id, or 0 if it runs in the server's own
     */
    long processId();
}
