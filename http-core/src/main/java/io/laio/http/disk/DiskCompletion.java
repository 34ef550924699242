package io.laio.http.disk;

/** Gets the answer of a disk operation that was pending. */
@FunctionalInterface
public interface DiskCompletion {
    /**
     * The operation is done; runs on the loop.
     *
     * @param result as of the call: a value or a negated error number
     */
    void completed(long result);
}
