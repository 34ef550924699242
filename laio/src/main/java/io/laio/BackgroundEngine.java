package io.laio;

/**
 * Carries operations out in the background: issues them, puts short ones together, cancels, and hands over to
 * {@link InFlight} what is over. Nothing is called back from here: the caller polls, so a completion never runs inside a
 * submission. Confined to the thread of the {@link Laio}.
 */
interface BackgroundEngine extends AutoCloseable {
    /** Takes an operation with the next batch; false if its descriptor cannot be one. */
    boolean start(Operation op);

    /** Has an operation given up as soon as may be; it still comes to its end. */
    void cancel(Operation op);

    /** Issues what was taken, and collects what is over, without waiting. The caller waits next if nothing is. */
    void advance(boolean waitsNext);

    /** Waits until an operation goes on; negative waits for ever. A signal, a wake-up or the time limit ends the wait too. */
    void await(long timeoutNanos);

    /** Whether io_uring carries this operation here. */
    boolean carries(int opcode);

    /** The event counter that ends a wait. */
    int wakeupFd();

    /** Frees everything; nothing is in flight any more. */
    @Override
    void close();
}
