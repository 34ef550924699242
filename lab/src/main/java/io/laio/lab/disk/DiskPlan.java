package io.laio.lab.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to measure.
 *
 * @param disks names of device models, at least one
 * @param depths how many random reads are outstanding, 1 to 128; 1 and 32 are measured in any case
 * @param seconds how long random reads go on for each depth and round, 1 or more
 * @param rounds how often, 1 or more; intervals are given from 6
 * @param sizeBytes how much a device holds, 64 MiB or more, a multiple of 4,096
 * @param seed of the devices, of the places that are read, and of the order within rounds
 */
public record DiskPlan(List<String> disks, List<Integer> depths, int seconds, int rounds, long sizeBytes, long seed) {
    /** The depth by which a disk's gain is told. */
    public static final int GAIN_DEPTH = 32;

    /** The block layer gives a loop device no more at a time (its tags), so a model would see no more. */
    static final int DEEPEST = 128;

    private static final long LEAST_BYTES = 64L << 20;
    private static final int PAGE_BYTES = 4096;

    /** Seconds at the rates of a disk of 2004; what is faster is long in its steady state by then. */
    private static final long MOST_IN_ORDER_BYTES = 256L << 20;

    /** Checks the ranges; sorts the depths and adds those that are always measured. */
    public DiskPlan {
        require(!disks.isEmpty(), "--disks must name a device model");
        for (int depth : depths) {
            require(depth >= 1 && depth <= DEEPEST, "--depths must be 1 to 128: " + depth);
        }
        require(seconds >= 1, "--seconds must be 1 or more: " + seconds);
        require(rounds >= 1, "--rounds must be 1 or more: " + rounds);
        require(
                sizeBytes >= LEAST_BYTES && sizeBytes % PAGE_BYTES == 0,
                "--size must be 64M or more, and a multiple of 4096: " + sizeBytes);
        disks = disks.stream().distinct().toList();
        depths = Stream.concat(Stream.of(1, GAIN_DEPTH), depths.stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * What is asked of a disk in each round.
     *
     * @param disk which one
     * @return random reads by depth, then reads in order as large as the device takes them
     */
    public List<Load> loads(DiskTraits disk) {
        List<Load> loads = new ArrayList<>();
        depths.forEach(depth -> loads.add(Load.random(depth)));
        loads.add(Load.sequential(disk.largestReadBytes()));
        return List.copyOf(loads);
    }

    /**
     * How many reads in order make up a round. They end before the device does, because those outstanding lie beyond.
     *
     * @param bytes of each
     * @return as many as 256 MiB hold, or half of the device if that is less
     */
    public long readsInOrder(int bytes) {
        return Math.max(1, Math.min(MOST_IN_ORDER_BYTES, sizeBytes / 2) / bytes);
    }
}
