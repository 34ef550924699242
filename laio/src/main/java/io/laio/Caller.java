package io.laio;

import io.laio.Operation.Extent;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends a call: counts it, and leaves behind a value, an error, or a handle. What {@link Laio} and
 * {@link RawCalls} have in common. Confined to the thread of the {@link Laio}.
 */
final class Caller {
    final Linux linux;
    final DirectAttempt direct;

    private final OperationTable operations;
    private final InFlight inFlight;
    private final LaioCounters counters;
    private final BackgroundEngine engine;

    private SystemCall call = SystemCall.READ;
    private Laziness lazily = Laziness.DIRECT;
    private int errno;
    private long handle;
    private @Nullable Operation last;

    Caller(
            Linux linux,
            DirectAttempt direct,
            OperationTable operations,
            InFlight inFlight,
            LaioCounters counters,
            BackgroundEngine engine) {
        this.linux = linux;
        this.direct = direct;
        this.operations = operations;
        this.inFlight = inFlight;
        this.counters = counters;
        this.engine = engine;
    }

    int errno() {
        return errno;
    }

    long handle() {
        return handle;
    }

    /** The last call's operation, if it went on in the background and was not delivered yet. */
    @Nullable
    Operation last() {
        Operation operation = last;
        return operation != null && operation.handle() == handle ? operation : null;
    }

    /** Counts a call, and says what is wrong with it from the start: an error number, or 0. */
    int admit(SystemCall newCall, int fd, long length) {
        call = newCall;
        counters.countIssued(newCall);
        if (length < 0) {
            return Errno.EINVAL;
        }
        return inFlight.isClosing(fd) ? Errno.EBADF : 0;
    }

    /** The call is not carried, by its name or with these arguments. */
    long refuse(SystemCall refused) {
        counters.countIssued(refused);
        counters.countRefused(refused);
        return leave(-1, Errno.EOPNOTSUPP);
    }

    /** No call at all. */
    long unknown() {
        return leave(-1, Errno.ENOSYS);
    }

    /** The call is over: its value or the negated error number. */
    long answer(long result) {
        counters.countAtOnce(call);
        return result < 0 && result >= -Linux.MAX_ERRNO ? leave(-1, (int) -result) : leave(result, 0);
    }

    long failed(int error) {
        return answer(-error);
    }

    private long leave(long value, int error) {
        last = null;
        handle = 0;
        errno = error;
        return value;
    }

    Operation begin(Extent extent, int opcode, int fd, Laziness laziness) {
        Operation operation = operations.acquire();
        operation.begin(call, extent, opcode, fd);
        lazily = laziness;
        operation.eager = laziness == Laziness.OFF;
        operation.entryFlags = operation.eager ? Abi.IOSQE_ASYNC : 0;
        return operation;
    }

    /** Tries an operation as it is, unless nobody shall; what is left of it goes on in the background. */
    long tryThenBackground(Operation op) {
        if (op.entryFlags == 0 && lazily == Laziness.DIRECT) {
            long result = direct.attempt(op);
            op.eager = false; // said if there is no form that never blocks; the engine finds out by itself
            if (!Progress.goesOn(op, result)) {
                return over(op, Progress.outcome(op, result));
            }
            op.refusals = 0;
            op.polling = false;
            op.entryFlags = 0;
            op.tried = true;
        }
        return background(op);
    }

    private long over(Operation op, long value) {
        operations.release(op);
        return answer(value);
    }

    /** The operation goes on in the background; a descriptor that cannot be one is an error at once. */
    long background(Operation operation) {
        operation.blocked |= operation.tried; // however soon it is done now
        boolean possible = operation.fd >= 0 || !operation.needsDescriptor();
        if (!possible || !engine.start(operation)) {
            return giveUp(operation, Errno.EBADF);
        }
        return inProgress(operation);
    }

    long inProgress(Operation operation) {
        last = operation;
        handle = operation.handle();
        errno = Errno.EINPROGRESS;
        return -1;
    }

    /** The operation cannot begin. */
    long giveUp(Operation operation, int error) {
        operations.release(operation);
        return failed(error);
    }

    long close(int fd) {
        int error = admit(SystemCall.CLOSE, fd, 0);
        if (error != 0) {
            return failed(error);
        }
        direct.forget(fd);
        if (!inFlight.isBusy(fd)) {
            return answer(linux.close(fd));
        }
        Operation op = begin(Extent.ONE_RESULT, Abi.IORING_OP_NOP, fd, Laziness.RING);
        inFlight.closeWhenIdle(op, engine);
        return inProgress(op);
    }

    boolean isClosing(int fd) {
        return inFlight.isClosing(fd);
    }

    boolean isBusy(int fd) {
        return inFlight.isBusy(fd);
    }

    /** Whether the engine's io_uring has an operation. */
    boolean ringHas(int opcode) {
        return engine.carries(opcode);
    }
}
