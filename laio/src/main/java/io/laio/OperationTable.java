package io.laio;

import io.laio.linux.NativeBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All operations of one {@link Laio}, by slot. It grows in blocks and never shrinks; a free slot is found in one step. */
final class OperationTable implements AutoCloseable {
    private static final int BLOCK = 256;

    private final List<NativeBuffer> slabs = new ArrayList<>();
    private Operation[] operations = new Operation[0];
    private int[] freeSlots = new int[0];
    private int freeCount;

    Operation acquire() {
        if (freeCount == 0) {
            grow();
        }
        return operations[freeSlots[--freeCount]];
    }

    void release(Operation operation) {
        operation.free();
        freeSlots[freeCount++] = operation.slot;
    }

    int inUse() {
        return operations.length - freeCount;
    }

    /** The operation that a handle means, or null if that operation is over. */
    @Nullable
    Operation find(long handle) {
        int slot = Operation.slotOf(handle);
        if (slot < 0 || slot >= operations.length) {
            return null;
        }
        Operation operation = operations[slot];
        return operation.handle() == handle && operation.state != Operation.State.FREE ? operation : null;
    }

    /** Shows every operation that is not complete yet. */
    void forEachInFlight(Consumer<Operation> action) {
        for (Operation operation : operations) {
            if (operation.state == Operation.State.IN_FLIGHT) {
                action.accept(operation);
            }
        }
    }

    private void grow() {
        int old = operations.length;
        NativeBuffer slab = new NativeBuffer(BLOCK * Operation.OWNED_BYTES);
        slabs.add(slab);
        Operation[] more = Arrays.copyOf(operations, old + BLOCK);
        freeSlots = new int[old + BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            more[old + i] = new Operation(old + i, slab.address() + (long) i * Operation.OWNED_BYTES);
            freeSlots[freeCount++] = old + BLOCK - 1 - i;
        }
        operations = more;
    }

    @Override
    public void close() {
        for (Operation operation : operations) {
            operation.release();
        }
        slabs.forEach(NativeBuffer::close);
    }
}
