package io.laio;

import io.laio.Operation.Extent;
import io.laio.linux.Memory;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;

/**
 * Waits for an epoll instance's events without a time limit. An instance can be waited for like any other descriptor, so no
 * worker thread has to stand in the call: the ring carries the wait itself since Linux 6.15; before, and on the other engine,
 * the instance is watched, and asked when it has something.
 *
 * <p>No event is lost between two waits: what the instance holds is found by the next one at once.
 */
final class EpollWaits {
    private static final int MASK_BYTES = 8; // sizeof(sigset_t) in the kernel, include/uapi/asm-generic/signal.h
    private static final int TIMESPEC_BYTES = 16;

    private final Caller caller;
    private final RawTries tries;
    private final long[] of = new long[6];

    EpollWaits(Caller caller, RawTries tries) {
        this.caller = caller;
        this.tries = tries;
    }

    /** Whether a call with these arguments is such a wait. */
    static boolean isEndless(SystemCall call, long[] of) {
        return switch (call) {
            case EPOLL_WAIT, EPOLL_PWAIT -> (int) of[3] < 0;
            case EPOLL_PWAIT2 -> of[3] == 0;
            default -> false;
        };
    }

    long make(int epoll, long events, int maxEvents, Laziness laziness) {
        of[0] = epoll;
        of[1] = events;
        of[2] = maxEvents;
        of[3] = -1;
        of[4] = 0;
        of[5] = MASK_BYTES;
        return make(SystemCall.EPOLL_PWAIT, of, laziness);
    }

    long make(SystemCall call, long[] arguments, Laziness laziness) {
        int epoll = (int) arguments[0];
        int error = caller.admit(call, epoll, 0);
        if (error != 0) {
            return caller.failed(error);
        }
        boolean carried = caller.ringHas(Abi.IORING_OP_EPOLL_WAIT);
        boolean tried = laziness == Laziness.DIRECT || (laziness == Laziness.RING && !carried);
        if (tried) {
            long result = tries.attempt(call, arguments);
            if (result != DirectAttempt.WOULD_BLOCK) {
                return caller.answer(result); // what is no epoll instance says so here
            }
        }
        Operation op = carried ? entry(arguments, laziness) : whenReady(call, arguments, laziness);
        op.tried = tried;
        op.polling = tried && !carried;
        return caller.background(op);
    }

    private Operation entry(long[] arguments, Laziness laziness) {
        Operation op = caller.begin(Extent.ONE_RESULT, Abi.IORING_OP_EPOLL_WAIT, (int) arguments[0], laziness);
        op.address = arguments[1];
        op.length = (int) arguments[2];
        return op;
    }

    /** The call that does not wait, whenever there is something; or, if nobody shall try, a worker in the one that does. */
    private Operation whenReady(SystemCall call, long[] arguments, Laziness laziness) {
        boolean eager = laziness == Laziness.OFF;
        int opcode = eager ? Operation.PLAIN : Operation.WHEN_READY;
        Operation op = caller.begin(Extent.ONE_RESULT, opcode, (int) arguments[0], laziness);
        op.byWorker = eager;
        long limit = eager ? arguments[3] : noTime(op, call);
        op.plain(arguments[0], arguments[1], arguments[2], limit, arguments[4], arguments[5]);
        return op;
    }

    private static long noTime(Operation op, SystemCall call) {
        if (call != SystemCall.EPOLL_PWAIT2) {
            return 0;
        }
        Memory.zero(op.owned, TIMESPEC_BYTES);
        return op.owned;
    }
}
