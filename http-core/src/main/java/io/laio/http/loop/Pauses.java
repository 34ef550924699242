package io.laio.http.loop;

/** What stops the loop that it did not call: pauses of the machine on which its code runs. */
public interface Pauses {
    /** A machine that never pauses. */
    Pauses NONE = new Pauses() {
        @Override
        public void spanStarts() {
            // there is nothing to forget
        }

        @Override
        public long nanosInSpan() {
            return 0;
        }
    };

    /** Forgets what was before. Called in every turn, so it costs next to nothing. */
    void spanStarts();

    /**
     * How long the loop was paused since the span started. Called after it was blocked, so it may cost something, but must not
     * block.
     *
     * @return nanoseconds, at least 1 if it was; 0 if not
     */
    long nanosInSpan();
}
