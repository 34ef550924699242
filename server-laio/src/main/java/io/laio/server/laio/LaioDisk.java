package io.laio.server.laio;

import io.laio.Laio;
import io.laio.Laziness;
import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.linux.Errno;
import java.util.ArrayDeque;

/** What is not in memory is opened and read in the background; the loop goes on. */
final class LaioDisk implements Disk {
    private final Laio laio;
    private final Laziness laziness;
    private final ArrayDeque<Pending> idle = new ArrayDeque<>();

    LaioDisk(Laio laio, Laziness laziness) {
        this.laio = laio;
        this.laziness = laziness;
    }

    @Override
    public long open(int directory, long path, long how, DiskCompletion completion) {
        return later(laio.open(directory, path, how, laziness), completion);
    }

    @Override
    public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
        return later(laio.read(fd, address, length, offset, laziness), completion);
    }

    private long later(long result, DiskCompletion completion) {
        if (result >= 0) {
            return result;
        }
        if (laio.errno() != Errno.EINPROGRESS) {
            return -laio.errno();
        }
        Pending pending = idle.isEmpty() ? new Pending() : idle.removeLast();
        pending.completion = completion;
        laio.attach(pending);
        return PENDING;
    }

    @Override
    public void close() {
        idle.clear();
    }

    /** An operation under way; kept and used again, so that a miss allocates nothing either. */
    private final class Pending implements LaioEvent {
        private DiskCompletion completion = result -> {};

        @Override
        public void completed(long result, long blockedNanos) {
            DiskCompletion waiting = completion;
            idle.addLast(this);
            waiting.completed(result);
        }
    }
}
