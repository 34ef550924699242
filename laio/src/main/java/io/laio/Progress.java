package io.laio;

import io.laio.linux.Errno;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;

/** What a result from the kernel means for the whole operation: is it over, and with which value? */
final class Progress {
    private static final int MAX_REFUSALS = 32;

    private Progress() {}

    /** Takes note of a result. True if there is more to do: then the operation is to be issued again. */
    static boolean goesOn(Operation op, long result) {
        boolean more = isMoreToDo(op, result);
        if (more && op.opcode == Operation.SENDFILE) {
            op.polling = true; // before each piece: a worker never waits for a slow peer
        }
        return more;
    }

    private static boolean isMoreToDo(Operation op, long result) {
        if (result > 0 && op.isCounted()) {
            op.transferred += result;
            op.refusals = 0;
            op.inVain = 0;
        }
        if (op.cancelled || op.isPlain()) {
            return false;
        }
        return switch ((int) Math.max(Integer.MIN_VALUE, Math.min(result, Integer.MAX_VALUE))) {
            case 0 -> false;
            // A connect that was interrupted goes on by itself; asking again would be EALREADY.
            case -Errno.EINTR -> op.call != SystemCall.CONNECT;
            case -Errno.EAGAIN -> triesAgain(op);
            case -Errno.EINPROGRESS, -Errno.EALREADY -> connects(op);
            default -> result > 0 && op.isCounted() && op.remaining() > 0;
        };
    }

    /** A socket that does not block says so when it is being connected; it is ready when that is over. */
    private static boolean connects(Operation op) {
        op.polling = op.call == SystemCall.CONNECT;
        return op.polling;
    }

    /**
     * The kernel refused to wait: an older one for every non-blocking descriptor, any for files that cannot be polled, and
     * for paths that are renamed meanwhile. To issue the same again would spin, so what can be polled is waited for, and the
     * rest goes to a kernel worker; what is refused again and again is given up.
     */
    private static boolean triesAgain(Operation op) {
        if (op.call == SystemCall.CONNECT || ++op.refusals > MAX_REFUSALS) {
            return false;
        }
        if (op.isStream()) {
            op.polling = true;
        } else {
            op.entryFlags |= Abi.IOSQE_ASYNC;
        }
        return true;
    }

    /** The value of an operation that is over, or the negated error number. */
    static long outcome(Operation op, long result) {
        // A worker thread is interrupted to make it give up; what would have to be tried again is not.
        long last = op.cancelled && isUnfinished(result) ? -Errno.ECANCELED : result;
        return switch (op.extent) {
            case ONE_RESULT, DESCRIPTOR -> last;
            // What was read before an error or the end of the file is the result; the next read meets the error.
            case UNTIL_END_OF_FILE -> op.transferred > 0 ? op.transferred : last;
            case EVERYTHING -> last < 0 ? last : written(op);
            case EVERYTHING_THERE_IS -> last == 0 ? op.transferred : last < 0 ? last : written(op);
        };
    }

    private static boolean isUnfinished(long result) {
        return result == -Errno.EINTR
                || result == -Errno.EAGAIN
                || result == -Errno.EINPROGRESS
                || result == -Errno.EALREADY;
    }

    /** Part of a write is no write: a cancelled or reset send reports a positive count all the same. */
    private static long written(Operation op) {
        if (op.remaining() == 0) {
            return op.transferred;
        }
        return op.cancelled ? -Errno.ECANCELED : -Errno.EIO;
    }
}
