package io.laio.http.loop;

/** A thread that a test moves through time: it runs, waits for a processor, or sleeps, as the test says. */
final class FakeTime implements Clock, ThreadTimes {
    private long nanos = 1_000_000_000;
    private long cpuNanos = 7;
    private long runQueueNanos = 11;
    private long sleeps = 13;
    private long readCpuNanos;
    private long readRunQueueNanos;
    private long readSleeps;
    private int readings;

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
}
