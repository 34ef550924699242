package io.laio.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A signal that does nothing but interrupt the system call that a thread waits in.
 *
 * <p>Its handler must not enter the JVM, which a signal may strike anywhere; so it is a function of the C library that is
 * async-signal-safe (signal-safety(7)) and changes nothing: {@code getppid}. There is no {@code SA_RESTART}, so the call
 * returns EINTR (signal(7)).
 *
 * <p>{@code struct sigaction}: {@code bits/sigaction.h} of glibc 2.36, the same on x86-64 and aarch64.
 */
public final class InterruptSignal {
    private static final int ACTION_BYTES = 152;
    private static final int ACTION_HANDLER = 0;

    // Real-time signals that neither the C library (32 to 34) nor the JVM (62) uses; bits/signum-arch.h.
    private static final int LOWEST = 50;
    private static final int HIGHEST = 60;
    private static final long SIG_DFL = 0;

    private InterruptSignal() {}

    /**
     * Gives a free signal of this process the handler, or finds the one that has it already.
     *
     * @return the signal's number; 0 if all are in use
     */
    public static int install() {
        Linker linker = Linker.nativeLinker();
        long handler = linker.defaultLookup().findOrThrow("getppid").address();
        MethodHandle sigaction = sigaction(linker);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment action = arena.allocate(ACTION_BYTES, Long.BYTES);
            for (int signal = LOWEST; signal <= HIGHEST; signal++) {
                boolean known = call(sigaction, signal, MemorySegment.NULL, action) == 0;
                long present = Memory.getLong(action.address() + ACTION_HANDLER);
                if (known && present == handler) {
                    return signal;
                }
                if (known && present == SIG_DFL) {
                    Memory.zero(action.address(), ACTION_BYTES);
                    Memory.putLong(action.address() + ACTION_HANDLER, handler);
                    return call(sigaction, signal, action, MemorySegment.NULL) == 0 ? signal : 0;
                }
            }
            return 0;
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle sigaction(Linker linker) {
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("sigaction"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
    }

    private static int call(MethodHandle sigaction, int signal, MemorySegment action, MemorySegment old) {
        try {
            return (int) sigaction.invokeExact(signal, action, old);
        } catch (Throwable impossible) {
            throw new AssertionError("a downcall does not throw", impossible);
        }
    }
}
