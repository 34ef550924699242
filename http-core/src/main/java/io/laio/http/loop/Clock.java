package io.laio.http.loop;

/** The time, as a parameter, so that tests can turn it. */
public interface Clock {
    /** The machine's own clocks. */
    Clock SYSTEM = new Clock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long epochSeconds() {
            return System.currentTimeMillis() / 1000;
        }
    };

    /**
     * A clock that never steps back, for durations.
     *
     * @return nanoseconds since some moment
     */
    long nanos();

    /**
     * The time of day.
     *
     * @return seconds since 1970-01-01T00:00:00Z
     */
    long epochSeconds();
}
