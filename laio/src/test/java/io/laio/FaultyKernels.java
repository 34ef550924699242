package io.laio;

import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Kernels for all threads of a library under test, which answer chosen calls of its worker threads as told, and all others
 * truly. Any thread may tell and ask.
 */
final class FaultyKernels implements Supplier<Linux> {
    /** What happens instead of a call. */
    @FunctionalInterface
    interface Fault {
        /** Makes the call, or does not. */
        long make(Linux real, long[] arguments);
    }

    /** Makes no call and answers with a result. */
    static Fault result(long result) {
        return (real, of) -> result;
    }

    /** Makes no call and throws. */
    static Fault thrown(Throwable thrown) {
        return (real, of) -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        };
    }

    /** Makes the call with an argument, the length mostly, that is no greater than this. */
    static Fault atMost(SystemCall call, int argument, long limit) {
        return (real, of) -> {
            of[argument] = Math.min(of[argument], limit);
            return real.syscall(call.number(), of[0], of[1], of[2], of[3], of[4], of[5]);
        };
    }

    private final Map<SystemCall, Deque<Fault>> faults = new EnumMap<>(SystemCall.class);
    private final Map<SystemCall, Fault> always = new EnumMap<>(SystemCall.class);
    private final Map<SystemCall, Integer> calls = new EnumMap<>(SystemCall.class);
    private int total;

    /** What happens at a worker's next such call. */
    synchronized FaultyKernels once(SystemCall call, Fault fault) {
        faults.computeIfAbsent(call, c -> new ArrayDeque<>()).add(fault);
        return this;
    }

    /** What happens at every other such call of any thread. */
    synchronized FaultyKernels always(SystemCall call, Fault fault) {
        always.put(call, fault);
        return this;
    }

    /** How many such calls worker threads have made. */
    synchronized int calls(SystemCall call) {
        return calls.getOrDefault(call, 0);
    }

    /** How many calls all threads have made. */
    synchronized int total() {
        return total;
    }

    private synchronized Fault fault(SystemCall call, Fault truth) {
        total++;
        Fault other = always.getOrDefault(call, truth);
        if (!Thread.currentThread().getName().equals("laio-worker")) {
            return other;
        }
        calls.merge(call, 1, Integer::sum);
        Deque<Fault> planned = faults.get(call);
        return planned == null || planned.isEmpty() ? other : planned.remove();
    }

    @Override
    public Linux get() {
        Linux real = Linux.open();
        return (number, a, b, c, d, e, f) -> {
            SystemCall call = SystemCall.ofNumber(number);
            if (call == null) {
                return real.syscall(number, a, b, c, d, e, f);
            }
            Fault truth = (kernel, of) -> kernel.syscall(number, of[0], of[1], of[2], of[3], of[4], of[5]);
            return fault(call, truth).make(real, new long[] {a, b, c, d, e, f});
        };
    }
}
