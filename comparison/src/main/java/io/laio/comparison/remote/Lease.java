package io.laio.comparison.remote;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * For which comparison an agent works: one at a time, until that ends it or has been silent for too long.
 *
 * <p>Threading: one thread at a time.
 */
public final class Lease {
    /** A comparison that lives asks several times within it. */
    public static final Duration SILENCE = Duration.ofMinutes(2);

    private final String server;
    private final LongSupplier nanos;
    private Optional<String> holder = Optional.empty();
    private long heardAt;

    /**
     * Nobody's yet.
     *
     * @param server whom the agent starts, for messages
     * @param nanos a clock that only goes forward, as {@link System#nanoTime}
     */
    public Lease(String server, LongSupplier nanos) {
        this.server = server;
        this.nanos = nanos;
    }

    /**
     * Hears of a comparison, which holds the lease from now on.
     *
     * @param comparison who asks
     * @return whether it did not hold it before
     * @throws LeasedException if another one holds it, or none is named
     */
    boolean claim(Optional<String> comparison) throws LeasedException {
        if (comparison.isEmpty()) {
            throw new LeasedException("the agent of " + server + " works for comparisons only: none is named");
        }
        if (isOthers(comparison) && !isSilent()) {
            throw new LeasedException("the agent of " + server + " works for another comparison, last heard of "
                    + silence().toSeconds() + " s ago: wait for its end, or, if it was killed, for "
                    + SILENCE.toSeconds() + " s after that");
        }
        boolean fresh = !holder.equals(comparison);
        holder = comparison;
        heardAt = nanos.getAsLong();
        return fresh;
    }

    private boolean isOthers(Optional<String> comparison) {
        return holder.isPresent() && !holder.equals(comparison);
    }

    private Duration silence() {
        return Duration.ofNanos(nanos.getAsLong() - heardAt);
    }

    /** Whether its holder has not been heard of for too long. */
    boolean isSilent() {
        return holder.isPresent() && silence().compareTo(SILENCE) >= 0;
    }

    /** Nobody holds it from now on. */
    void end() {
        holder = Optional.empty();
    }
}
