package io.laio.http.server;

import io.laio.linux.IoVector;
import io.laio.linux.Linux;
import io.laio.linux.MessageHeader;
import io.laio.linux.SystemCall;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The real kernel, except where the test has something else in mind: for a named call, what the next calls answer in its place.
 * Each thread of the server gets an instance; the plan is one for all.
 */
final class FaultyKernel implements Supplier<Linux> {
    private static final int TRACKER_BYTES = 128;

    private final Map<SystemCall, ArrayDeque<Fault>> plans = new EnumMap<>(SystemCall.class);
    private final Map<SystemCall, Integer> counts = new EnumMap<>(SystemCall.class);

    /** What a call answers instead of its own. */
    @FunctionalInterface
    interface Fault {
        long answer(Linux real, SystemCall call, long a, long b, long c, long d, long e, long f);
    }

    /** The next call of this name fails. */
    FaultyKernel fail(SystemCall call, int errno) {
        return answer(call, (real, same, a, b, c, d, e, f) -> -errno);
    }

    /** The next call of this name is carried out as usual: faults after it wait for the one after. */
    FaultyKernel pass(SystemCall call) {
        return answer(call, (real, same, a, b, c, d, e, f) -> real.syscall(same.number(), a, b, c, d, e, f));
    }

    /** The socket has room for the first piece of the next send of two, and for nothing else. */
    FaultyKernel takeFirstPieceOnly(Runnable meanwhile) {
        return answer(SystemCall.SENDMSG, (real, call, fd, message, flags, d, e, f) -> {
            long first = MessageHeader.vectors(message);
            long taken = real.send((int) fd, IoVector.base(first), IoVector.length(first), (int) flags);
            meanwhile.run();
            return taken;
        });
    }

    synchronized FaultyKernel answer(SystemCall call, Fault fault) {
        plans.computeIfAbsent(call, key -> new ArrayDeque<>()).addLast(fault);
        return this;
    }

    /** How often a call was made so far. */
    synchronized int count(SystemCall call) {
        return counts.getOrDefault(call, 0);
    }

    /** Whether everything that was planned for a call has happened. */
    synchronized boolean isDone(SystemCall call) {
        ArrayDeque<Fault> plan = plans.get(call);
        return plan == null || plan.isEmpty();
    }

    @Override
    public Linux get() {
        Linux real = Linux.open();
        return (number, a, b, c, d, e, f) -> {
            SystemCall call = SystemCall.ofNumber(number);
            // The stall tracker's reading of the thread's own times is none of the server's reads.
            boolean ofTracker = call == SystemCall.PREAD64 && c == TRACKER_BYTES;
            Fault fault = call == null || ofTracker ? null : next(call);
            return fault == null || call == null
                    ? real.syscall(number, a, b, c, d, e, f)
                    : fault.answer(real, call, a, b, c, d, e, f);
        };
    }

    private synchronized @Nullable Fault next(SystemCall call) {
        counts.merge(call, 1, Integer::sum);
        ArrayDeque<Fault> plan = plans.get(call);
        return plan == null ? null : plan.pollFirst();
    }
}
