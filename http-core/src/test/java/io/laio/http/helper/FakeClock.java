package io.laio.http.helper;

import io.laio.http.loop.Clock;
import io.laio.http.loop.ThreadTimes;

/** Time that only passes when a test says so; the thread sleeps whenever it does. */
final class FakeClock implements Clock, ThreadTimes {
    private long nanos = 1_000_000_000;
    private long sleeps;

    void pass(long duration) {
        nanos += duration;
        sleeps++;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long epochSeconds() {
        return nanos / 1_000_000_000;
    }

    @Override
    public void read() {
        // the values are always those of now
    }

    @Override
    public long cpuNanos() {
        return 0;
    }

    @Override
    public long runQueueNanos() {
        return 0;
    }

    @Override
    public long sleeps() {
        return sleeps;
    }
}
