package io.laio.lab.pipe;

import java.util.List;
import java.util.stream.Stream;

/**
 * What to measure.
 *
 * @param calls reads of one byte a round, 1 or more
 * @param rounds how often, 1 or more; intervals are given from 6
 * @param sizes bytes of a read, 1 to 65,536; one byte is measured in any case
 * @param seed of the order within slices
 */
public record PipePlan(int calls, int rounds, List<Integer> sizes, long seed) {
    /** Of one byte many reads are made, as in the paper; of other sizes a fiftieth. */
    private static final int FEWER = 50;

    /** Checks the ranges; sorts the sizes and adds one byte. */
    public PipePlan {
        require(calls >= 1, "--calls must be 1 or more: " + calls);
        require(rounds >= 1, "--rounds must be 1 or more: " + rounds);
        for (int size : sizes) {
            require(size >= 1 && size <= Pipe.CAPACITY_BYTES, "--sizes must be 1 to 65536: " + size);
        }
        sizes = Stream.concat(Stream.of(1), sizes.stream()).distinct().sorted().toList();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * How many reads of a size a round makes.
     *
     * @param bytes the size
     * @return 1 or more
     */
    public int calls(int bytes) {
        return bytes == 1 ? calls : Math.max(1, calls / FEWER);
    }
}
