package io.laio.simulation;

import io.laio.linux.Memory;

/**
 * The memory of the process, as the kernel sees it. Within the program's arena it may touch only what is lent to it; memory
 * of the library's own lies outside.
 */
final class UserMemory {
    private final Arena arena;

    UserMemory(Arena arena) {
        this.arena = arena;
    }

    void write(long address, byte[] bytes, int length) {
        arena.check(address, length);
        Memory.copy(bytes, 0, address, length);
    }

    byte[] read(long address, int length) {
        arena.check(address, length);
        byte[] bytes = new byte[length];
        Memory.copy(address, bytes, 0, length);
        return bytes;
    }

    String string(long address) {
        StringBuilder text = new StringBuilder();
        for (long at = address; Memory.getByte(at) != 0; at++) {
            text.append((char) Memory.getByte(at));
        }
        return text.toString();
    }
}
