package io.laio;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Kernels whose calls lie, for all threads of a library without io_uring: reads, writes and receives. Those that find out that
 * they would block, or that there is no form that does not, say so.
 */
final class FaultyCalls implements FaultyResults {
    private final Deque<Integer> results = new ArrayDeque<>();
    private boolean reversing;

    @Override
    public synchronized FaultyCalls answer(int result) {
        results.add(result);
        return this;
    }

    @Override
    public synchronized void reverse() {
        reversing = true;
    }

    @Override
    public synchronized int answersLeft() {
        return results.size();
    }

    @Override
    public Laio open(LaioOptions options) throws EngineUnavailableException {
        return Laio.open(this::kernel, options.withEngine(Engine.WORKERS));
    }

    private Linux kernel() {
        Linux real = Linux.open();
        return (number, a, b, c, d, e, f) ->
                edited(SystemCall.ofNumber(number), real.syscall(number, a, b, c, d, e, f), b);
    }

    private synchronized long edited(@Nullable SystemCall call, long result, long second) {
        boolean waits = call == SystemCall.EPOLL_PWAIT2 || call == SystemCall.EPOLL_PWAIT;
        if (waits && reversing) {
            turnRound(second, (int) result);
        }
        boolean refused = result == -Errno.EAGAIN || result == -Errno.EOPNOTSUPP;
        return refused || !movesData(call) || results.isEmpty() ? result : results.remove();
    }

    private static boolean movesData(@Nullable SystemCall call) {
        return call == SystemCall.PREADV2
                || call == SystemCall.PWRITEV2
                || call == SystemCall.PREAD64
                || call == SystemCall.PWRITE64
                || call == SystemCall.RECVFROM;
    }

    private static void turnRound(long events, int count) {
        for (int i = 0, j = count - 1; i < j; i++, j--) {
            long one = events + (long) i * Epoll.BYTES;
            long other = events + (long) j * Epoll.BYTES;
            int bits = Epoll.events(one);
            long data = Epoll.data(one);
            Epoll.put(one, Epoll.events(other), Epoll.data(other));
            Epoll.put(other, bits, data);
        }
    }
}
