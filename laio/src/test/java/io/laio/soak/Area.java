package io.laio.soak;

import io.laio.linux.FileStatus;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;

/** Memory of one task: data, and what system calls are given by address. */
final class Area implements AutoCloseable {
    static final int DATA_BYTES = 128 << 10;

    private static final int NAME_BYTES = 512;
    private static final int NAMES = DATA_BYTES;
    private static final int STRUCTURES = NAMES + 2 * NAME_BYTES;
    private static final int SMALL = 128;

    private final NativeBuffer buffer = new NativeBuffer(STRUCTURES + FileStatus.BYTES + 2 * SMALL);

    long data() {
        return buffer.address();
    }

    /** The first or second name, as a C string. */
    long name(int which, String text) {
        long address = buffer.address() + NAMES + (long) which * NAME_BYTES;
        Memory.putString(address, NAME_BYTES, text);
        return address;
    }

    long status() {
        return buffer.address() + STRUCTURES;
    }

    long how(int flags, int mode) {
        long address = status() + FileStatus.BYTES;
        OpenHow.put(address, flags, mode, 0);
        return address;
    }

    /** A {@code struct timespec}, a {@code struct sockaddr} or two descriptors. */
    long small() {
        return status() + FileStatus.BYTES + SMALL;
    }

    long time(long nanos) {
        Memory.putLong(small(), nanos / 1_000_000_000);
        Memory.putLong(small() + Long.BYTES, nanos % 1_000_000_000);
        return small();
    }

    @Override
    public void close() {
        buffer.close();
    }
}
