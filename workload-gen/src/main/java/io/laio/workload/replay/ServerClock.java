package io.laio.workload.replay;

import java.util.Optional;

/**
 * Compares the generator's clock with the server's, by the {@code Date} of answers.
 *
 * <p>A date D is the second in which the server made the answer (RFC 9110, section 6.6.1). It did so after the request
 * was sent and before the answer's head was here. So the generator's clock is ahead by more than (sent - D - 1 s) and by at
 * most (received - D). One answer leaves a second open; many, at different parts of a second, leave little more than a
 * response time. No I/O. Belongs to one thread.
 */
final class ServerClock {
    private static final double SECOND_MILLIS = 1_000;

    private double lowMillis = Double.NEGATIVE_INFINITY;
    private double highMillis = Double.POSITIVE_INFINITY;
    private long samples;

    /** An answer with a date; all in milliseconds since 1970, by the clock of whoever wrote it. */
    void sample(long dateMillis, double sentMillis, double receivedMillis) {
        samples++;
        lowMillis = Math.max(lowMillis, sentMillis - dateMillis - SECOND_MILLIS);
        highMillis = Math.min(highMillis, receivedMillis - dateMillis);
    }

    /** What is known; empty if no answer had a date. */
    Optional<ClockOffset> offset() {
        return samples == 0 ? Optional.empty() : Optional.of(new ClockOffset(lowMillis, highMillis, samples));
    }
}
