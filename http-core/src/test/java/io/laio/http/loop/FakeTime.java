package io.laio.http.loop;

/** A thread that a test moves through time: it runs, waits for a processor, sleeps, or is paused, as the test says. */
final class FakeTime implements Clock, ThreadTimes, Pauses {
    private long nanos = 1_000_000_000;
    private long cpuNanos = 7;
    private long runQueueNanos = 11;
    private long sleeps = 13;
    private long readCpuNanos;
    private long readRunQueueNanos;
    private long readSleeps;
    private int readings;
    private long pausedNanos;

    void run(long duration) {
        nanos += duration;
        cpuNanos += duration;
    }

    void queue(long duration) {
        nanos += duration;
        runQueueNanos += duration;
    }

    void sleep(long duration) {
        nanos += duration;
        sleeps++;
    }

    void pause(long duration) {
        sleep(duration);
        pausedNanos += duration;
    }

    int readings() {
        return readings;
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
        readings++;
        readCpuNanos = cpuNanos;
        readRunQueueNanos = runQueueNanos;
        readSleeps = sleeps;
    }

    @Override
    public long cpuNanos() {
        return readCpuNanos;
    }

    @Override
    public long runQueueNanos() {
        return readRunQueueNanos;
    }

    @Override
    public long sleeps() {
        return readSleeps;
    }

    @Override
    public void spanStarts() {
        pausedNanos = 0;
    }

    @Override
    public long nanosInSpan() {
        return pausedNanos;
    }
}
