package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.DiskState;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Watches over calls that wait in the kernel for a disk's daemon, such as umount(2), where no interrupt reaches them. A daemon
 * that answers nothing for as long as {@link DiskMachine#patienceMillis} is killed: it was stopped, or hangs, or its model is
 * never done. Its FUSE connection ends with it, what waits for it fails, and the call returns. One that is slow and gets on is
 * left alone, however long it takes.
 *
 * @param machine where the daemon is
 * @param state the disk
 */
record Watchdog(DiskMachine machine, DiskState state) {
    private static final long SILENT = -1;

    /**
     * Does something, and watches over it.
     *
     * @return whether the daemon had to be killed
     * @throws DiskException if it failed because of that
     */
    boolean over(DiskStep work) throws IOException, InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        FutureTask<Boolean> watch = new FutureTask<>(() -> watch(done));
        Thread.ofPlatform().daemon().name("watchdog").start(watch);
        try {
            work.run();
        } catch (IOException e) {
            done.countDown();
            throw killed(watch) ? new DiskException(String.valueOf(e.getMessage()) + killedWords(), e) : e;
        } finally {
            done.countDown();
        }
        return killed(watch);
    }

    /** Why something may have failed. */
    String killedWords() {
        return "; the disk's daemon was killed because it had answered nothing for " + machine.patienceMillis() + " ms";
    }

    private static boolean killed(FutureTask<Boolean> watch) throws IOException, InterruptedException {
        try {
            return watch.get();
        } catch (ExecutionException e) {
            throw new IOException("the disk's daemon hangs and cannot be killed: " + e.getCause(), e);
        }
    }

    private boolean watch(CountDownLatch done) throws IOException, InterruptedException {
        long before = answered();
        while (!done.await(machine.patienceMillis(), TimeUnit.MILLISECONDS)) {
            long now = answered();
            if (now == SILENT || now == before) {
                machine.killDaemon(state);
                return true;
            }
            before = now;
        }
        return false;
    }

    private long answered() {
        try {
            return machine.answered(state);
        } catch (IOException silent) {
            return SILENT;
        }
    }
}
