package io.laio.server.laio;

/** The libevent-style event "a LAIO operation completed": what is attached to an operation, and runs on the loop. */
@FunctionalInterface
interface LaioEvent {
    /**
     * The whole operation is done.
     *
     * @param result its value or the negated error number
     * @param blockedNanos how long it was blocked, negative if it did not block
     */
    void completed(long result, long blockedNanos);
}
