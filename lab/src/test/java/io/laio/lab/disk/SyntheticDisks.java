package io.laio.lab.disk;

import io.laio.lab.Machine;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Disks that were never measured. */
final class SyntheticDisks {
    static final Machine MACHINE =
            new Machine(Instant.parse("2026-11-23T10:00:00Z"), "6.18", "a <processor> & more", 2, "a JVM");

    private SyntheticDisks() {}

    static DiskPlan plan(int rounds, String... disks) {
        return new DiskPlan(List.of(disks), List.of(8), 10, rounds, 1L << 30, 7);
    }

    static DiskTraits turning(String name) {
        return new DiskTraits(name, "turns", true, 128 << 10, OptionalDouble.empty());
    }

    static DiskTraits limited(String name, double operationsPerSecond) {
        return new DiskTraits(name, "in a cloud", false, 256 << 10, OptionalDouble.of(operationsPerSecond));
    }

    static DiskResults results(int rounds, DiskResult... disks) {
        String[] names = List.of(disks).stream().map(disk -> disk.disk().name()).toArray(String[]::new);
        return new DiskResults(plan(rounds, names), MACHINE, "fio-3.33", List.of(disks));
    }

    /** At depths 1 and 32 model and device are as fast as told, at 8 between; in order the device differs from the model. */
    static DiskResult disk(
            DiskTraits traits, double one, double many, double inOrderRatio, double cpuShare, int rounds) {
        List<Point> points = plan(rounds, traits.name()).loads(traits).stream()
                .map(load -> switch (load.order()) {
                    case RANDOM -> point(load, rate(load.depth(), one, many), 1, cpuShare / 2, rounds);
                    case SEQUENTIAL -> point(load, 400, inOrderRatio, cpuShare, rounds);
                })
                .toList();
        return new DiskResult(traits, points);
    }

    private static double rate(int depth, double one, double many) {
        return depth == 1 ? one : depth == DiskPlan.GAIN_DEPTH ? many : (one + many) / 2;
    }

    /** The median round is as fast as told, the others are a hundredth of it apart. */
    private static Point point(Load load, double model, double ratio, double cpuShare, int rounds) {
        List<Measured> measured = IntStream.range(0, rounds)
                .mapToObj(round -> 1 + (round - (rounds - 1) / 2.0) / 100)
                .map(factor -> Reads.of(model * ratio * factor, 1000 * load.depth() / model, load.bytes()))
                .map(reads -> new Measured(reads, cpuShare, 1))
                .toList();
        return new Point(load, Reads.of(model, 1000 * load.depth() / model, load.bytes()), measured);
    }
}
