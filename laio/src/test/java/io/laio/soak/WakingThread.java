package io.laio.soak;

import java.util.concurrent.locks.LockSupport;

/** Wakes the loop again and again, also one that is being closed or is closed: nothing may come of it. */
final class WakingThread implements AutoCloseable {
    private static final long PAUSE_NANOS = 3_000_000;

    private final World world;
    private final Thread thread;
    private volatile boolean over;

    WakingThread(World world) {
        this.world = world;
        this.thread = Thread.ofPlatform().name("soak-waking").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!over) {
            world.wake();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
    }
}
