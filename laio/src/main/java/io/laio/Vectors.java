package io.laio;

import io.laio.linux.IoVector;
import io.laio.linux.Memory;
import io.laio.linux.MessageHeader;
import io.laio.linux.NativeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An operation's own copy of the caller's {@code struct iovec} array, and what is left of it when a part is done. The memory
 * that the vectors point to stays the caller's.
 */
final class Vectors {
    /** As many as one call takes: UIO_MAXIOV, include/uapi/linux/uio.h. */
    static final int MAX_VECTORS = 1024;

    private @Nullable NativeBuffer memory; // the copy, then as much for the remainder
    private int capacity;
    private int count;
    private int left;

    /** Copies an array; answers with the bytes that it describes together, or -1 if it is too long or a length is negative. */
    long copy(long source, long vectors) {
        if (vectors < 0 || vectors > MAX_VECTORS) {
            return -1;
        }
        count = (int) vectors;
        left = count;
        long copy = reserve(count);
        Memory.copy(source, copy, (long) count * IoVector.BYTES);
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            long length = IoVector.length(copy + (long) i * IoVector.BYTES);
            bytes += length;
            if (length < 0 || bytes < 0) {
                return -1;
            }
        }
        return bytes;
    }

    private long reserve(int vectors) {
        NativeBuffer present = memory;
        if (present != null && vectors <= capacity) {
            return present.address();
        }
        release();
        capacity = Math.max(8, Integer.highestOneBit(Math.max(1, vectors - 1)) * 2);
        NativeBuffer larger = new NativeBuffer(2 * capacity * IoVector.BYTES);
        memory = larger;
        return larger.address();
    }

    /** How many vectors the last remainder has. */
    int left() {
        return left;
    }

    /** Address of the vectors for all but the first bytes. */
    long remainder(long done) {
        NativeBuffer present = memory;
        if (present == null || done == 0) {
            left = count;
            return present == null ? 0 : present.address();
        }
        long rest = present.address() + (long) capacity * IoVector.BYTES;
        long skip = done;
        left = 0;
        for (int i = 0; i < count; i++) {
            long vector = present.address() + (long) i * IoVector.BYTES;
            long length = IoVector.length(vector);
            if (skip < length) {
                IoVector.put(rest + (long) left * IoVector.BYTES, IoVector.base(vector) + skip, length - skip);
                left++;
            }
            skip = Math.max(0, skip - length);
        }
        return rest;
    }

    /** Points the caller's message header, of which {@code header} is a copy, to the remainder. */
    long messageOfRemainder(long header, long done) {
        long rest = remainder(done);
        if (done > 0) {
            MessageHeader.put(header, rest, left); // no control data a second time
        } else {
            MessageHeader.replaceVectors(header, rest, left);
        }
        return header;
    }

    void release() {
        NativeBuffer present = memory;
        if (present != null) {
            present.close();
            memory = null;
            capacity = 0;
        }
    }
}
