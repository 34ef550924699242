package io.laio;

import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** A kernel that answers chosen calls as told, once each, and all others truly. */
final class FaultyLinux implements Linux {
    private static final long TRULY = Long.MIN_VALUE;

    private final Linux real = Linux.open();
    private final Map<SystemCall, Deque<Long>> answers = new EnumMap<>(SystemCall.class);
    private final Map<SystemCall, Integer> calls = new EnumMap<>(SystemCall.class);

    FaultyLinux answer(SystemCall call, long result) {
        answers.computeIfAbsent(call, c -> new ArrayDeque<>()).add(result);
        return this;
    }

    /** Lets one call through before the next planned answer. */
    FaultyLinux pass(SystemCall call) {
        return answer(call, TRULY);
    }

    int calls(SystemCall call) {
        return calls.getOrDefault(call, 0);
    }

    @Override
    public long syscall(int number, long a, long b, long c, long d, long e, long f) {
        SystemCall call = SystemCall.ofNumber(number);
        if (call != null) {
            calls.merge(call, 1, Integer::sum);
            Deque<Long> planned = answers.get(call);
            Long answer = planned == null ? null : planned.poll();
            if (answer != null && answer != TRULY) {
                return answer;
            }
        }
        return real.syscall(number, a, b, c, d, e, f);
    }
}
