package io.laio.simulation;

import java.util.ArrayDeque;

/** A bounded queue of bytes: one direction of a pipe or a connection. */
final class Bytes {
    private final ArrayDeque<Byte> queue = new ArrayDeque<>();
    private int capacity;
    private long put;
    private long taken;

    Bytes(int capacity) {
        this.capacity = capacity;
    }

    int size() {
        return queue.size();
    }

    int room() {
        return capacity - queue.size();
    }

    /** From now on there is room for so many bytes at least. */
    void widen(int bytes) {
        capacity = Math.max(capacity, bytes);
    }

    /** How many bytes were put in so far. */
    long put() {
        return put;
    }

    /** How many bytes were taken out so far. */
    long taken() {
        return taken;
    }

    void put(byte[] bytes) {
        for (byte b : bytes) {
            queue.add(b);
        }
        put += bytes.length;
    }

    byte[] take(int most) {
        byte[] bytes = new byte[Math.min(most, queue.size())];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = queue.remove();
        }
        taken += bytes.length;
        return bytes;
    }
}
