package io.laio.server.nb;

import io.laio.linux.Errno;
import io.laio.posix.Aio;
import io.laio.posix.PosixAio;
import java.util.ArrayDeque;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The C library, except where the test has something else in mind: what it answers the thread that made this. To the
 * collector it is itself, unless it has no room for what that reads.
 */
final class FaultyAio implements Supplier<Aio> {
    /** What happens instead of queueing a read: gets the control block, answers with the result. */
    final ArrayDeque<LongUnaryOperator> reads = new ArrayDeque<>();

    /** What becomes of a result. */
    final ArrayDeque<LongUnaryOperator> results = new ArrayDeque<>();

    /** Called after a cancellation that came too late. */
    Runnable whenNotCancelled = () -> {};

    int readsQueued;

    /** The collector's reads find no room: no thread can be had for them. */
    volatile boolean refusesCollector;

    private final Thread loop = Thread.currentThread();

    @Override
    public Aio get() {
        PosixAio real = PosixAio.open();
        return Thread.currentThread() == loop ? new Loops(real) : new Collectors(real);
    }

    private class Collectors implements Aio {
        final Aio real;

        Collectors(Aio real) {
            this.real = real;
        }

        @Override
        public int read(long block) {
            return refusesCollector ? -Errno.EAGAIN : real.read(block);
        }

        @Override
        public int error(long block) {
            return real.error(block);
        }

        @Override
        public long result(long block) {
            return real.result(block);
        }

        @Override
        public int suspend(long list, int count, long timeoutNanos) {
            return real.suspend(list, count, timeoutNanos);
        }

        @Override
        public int cancel(int fd, long block) {
            return real.cancel(fd, block);
        }
    }

    private final class Loops extends Collectors {
        Loops(Aio real) {
            super(real);
        }

        @Override
        public int read(long block) {
            readsQueued++;
            LongUnaryOperator fault = reads.pollFirst();
            int answer = fault == null ? 0 : (int) fault.applyAsLong(block);
            return answer == 0 ? real.read(block) : answer;
        }

        @Override
        public long result(long block) {
            @Nullable LongUnaryOperator fault = results.pollFirst();
            long result = super.result(block);
            return fault == null ? result : fault.applyAsLong(result);
        }

        @Override
        public int cancel(int fd, long block) {
            int result = super.cancel(fd, block);
            if (result == PosixAio.AIO_NOTCANCELED) {
                whenNotCancelled.run();
            }
            return result;
        }
    }
}
