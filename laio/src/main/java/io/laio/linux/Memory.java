package io.laio.linux;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/**
 * Reads and writes native memory by address.
 *
 * <p>The kernel's structures are reached through plain addresses, because a {@link MemorySegment} per structure would be
 * an allocation on the hot path. There is no bounds check: an address outside memory that the caller owns crashes the
 * JVM, so only code that allocated or mapped the memory may use this. All methods may be called from any thread; plain
 * accesses have plain semantics.
 */
public final class Memory {
    @SuppressWarnings("restricted")
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

    private Memory() {}

    /**
     * Reads a byte.
     *
     * @param address where
     * @return the byte
     */
    public static byte getByte(long address) {
        return ALL.get(ValueLayout.JAVA_BYTE, address);
    }

    /**
     * Writes a byte.
     *
     * @param address where
     * @param value the byte
     */
    public static void putByte(long address, byte value) {
        ALL.set(ValueLayout.JAVA_BYTE, address, value);
    }

    /**
     * Reads 16 bits.
     *
     * @param address where, of any alignment
     * @return the value
     */
    public static short getShort(long address) {
        return ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, address);
    }

    /**
     * Writes 16 bits.
     *
     * @param address where, of any alignment
     * @param value the value
     */
    public static void putShort(long address, short value) {
        ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, address, value);
    }

    /**
     * Reads 32 bits.
     *
     * @param address where, of any alignment
     * @return the value
     */
    public static int getInt(long address) {
        return ALL.get(ValueLayout.JAVA_INT_UNALIGNED, address);
    }

    /**
     * Writes 32 bits.
     *
     * @param address where, of any alignment
     * @param value the value
     */
    public static void putInt(long address, int value) {
        ALL.set(ValueLayout.JAVA_INT_UNALIGNED, address, value);
    }

    /**
     * Reads 64 bits.
     *
     * @param address where, of any alignment
     * @return the value
     */
    public static long getLong(long address) {
        return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, address);
    }

    /**
     * Writes 64 bits.
     *
     * @param address where, of any alignment
     * @param value the value
     */
    public static void putLong(long address, long value) {
        ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, address, value);
    }

    /**
     * Reads 32 bits with acquire semantics: what another party wrote before it released the value is visible.
     *
     * @param address where, a multiple of 4
     * @return the value
     */
    public static int getIntAcquire(long address) {
        return (int) INT.getAcquire(ALL, address);
    }

    /**
     * Writes 32 bits with release semantics.
     *
     * @param address where, a multiple of 4
     * @param value the value
     */
    public static void putIntRelease(long address, int value) {
        INT.setRelease(ALL, address, value);
    }

    /**
     * Copies native memory into an array.
     *
     * @param address the first byte to copy
     * @param target the array
     * @param offset the first index to write
     * @param length how many bytes
     */
    public static void copy(long address, byte[] target, int offset, int length) {
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, target, offset, length);
    }

    /**
     * Copies an array into native memory.
     *
     * @param source the array
     * @param offset the first index to copy
     * @param address the first byte to write
     * @param length how many bytes
     */
    public static void copy(byte[] source, int offset, long address, int length) {
        MemorySegment.copy(source, offset, ALL, ValueLayout.JAVA_BYTE, address, length);
    }

    /**
     * Copies native memory to native memory.
     *
     * @param source the first byte to copy
     * @param target the first byte to write
     * @param length how many bytes
     */
    public static void copy(long source, long target, long length) {
        MemorySegment.copy(ALL, source, ALL, target, length);
    }

    /**
     * Sets every byte to zero.
     *
     * @param address the first byte
     * @param length how many bytes
     */
    public static void zero(long address, long length) {
        ALL.asSlice(address, length).fill((byte) 0);
    }

    /**
     * Writes a C string: the UTF-8 bytes and a terminating zero.
     *
     * @param address the first byte to write
     * @param capacity how many bytes there are, the zero included
     * @param text the text, without a zero character
     * @throws IllegalArgumentException if it does not fit
     */
    public static void putString(long address, int capacity, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= capacity) {
            throw new IllegalArgumentException(bytes.length + " bytes do not fit in " + capacity + ": " + text);
        }
        copy(bytes, 0, address, bytes.length);
        putByte(address + bytes.length, (byte) 0);
    }
}
