package io.laio.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * System calls through {@code syscall(2)} of the C library and java.lang.foreign.
 *
 * <p>{@code syscall} returns -1 and sets errno; errno is captured by the downcall itself, because any other native code
 * of the JVM could overwrite it before a second downcall could read it.
 */
final class NativeLinux implements Linux {
    private static final Linker LINKER = Linker.nativeLinker();

    // long syscall(long number, ...): only the number is a fixed argument.
    @SuppressWarnings("restricted")
    private static final MethodHandle SYSCALL = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("syscall"),
            FunctionDescriptor.of(
                    JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
            Linker.Option.firstVariadicArg(1),
            Linker.Option.captureCallState("errno"));

    private final MemorySegment captured = Arena.ofAuto().allocate(Linker.Option.captureStateLayout());

    @Override
    public long syscall(int number, long a, long b, long c, long d, long e, long f) {
        long value;
        try {
            value = (long) SYSCALL.invokeExact(captured, (long) number, a, b, c, d, e, f);
        } catch (Throwable impossible) {
            throw new AssertionError("a downcall does not throw", impossible);
        }
        // errno is the first and only member of the capture state on Linux.
        return value == -1 ? -captured.get(JAVA_INT, 0) : value;
    }
}
