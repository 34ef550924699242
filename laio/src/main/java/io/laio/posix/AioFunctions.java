package io.laio.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;

/** The functions of {@code aio.h}. Pointers are passed as longs, which is the same to both calling conventions. */
final class AioFunctions {
    private static final Linker LINKER = Linker.nativeLinker();

    static final MethodHandle READ = withErrno("aio_read", JAVA_INT, JAVA_LONG);
    static final MethodHandle WRITE = withErrno("aio_write", JAVA_INT, JAVA_LONG);
    static final MethodHandle ERROR = withErrno("aio_error", JAVA_INT, JAVA_LONG);
    static final MethodHandle RETURN = withErrno("aio_return", JAVA_LONG, JAVA_LONG);
    static final MethodHandle SUSPEND = withErrno("aio_suspend", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG);
    static final MethodHandle CANCEL = withErrno("aio_cancel", JAVA_INT, JAVA_INT, JAVA_LONG);

    private AioFunctions() {}

    @SuppressWarnings("restricted")
    private static MethodHandle withErrno(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(result, arguments),
                Linker.Option.captureCallState("errno"));
    }

    /** {@code void aio_init(const struct aioinit *)}: glibc's own. */
    @SuppressWarnings("restricted")
    static MethodHandle init() {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow("aio_init"), FunctionDescriptor.ofVoid(JAVA_LONG));
    }

    /** Since glibc 2.34 they are in the C library itself; before, in librt, which a JVM does not load. */
    static boolean present() {
        return LINKER.defaultLookup().find("aio_suspend").isPresent();
    }
}
