package io.laio.lab.disk;

import io.laio.lab.Machine;
import io.laio.testbed.disk.model.catalogue.DiskSpec;
import io.laio.testbed.disk.model.catalogue.DiskSpecException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Carries a plan out: one disk after the other, each up only as long as it is read. A round visits every load once, in a random order, so
 * that what else this machine does disturbs all of them alike.
 */
public final class DiskStudy {
    /** What is read first goes through code of the daemon that is not compiled yet. */
    private static final int WARM_UP_SECONDS = 2;

    private final DiskPlan plan;
    private final Benches benches;
    private final Consumer<String> progress;

    /**
     * Prepares.
     *
     * @param plan what to measure
     * @param benches brings devices up
     * @param progress told what is being done
     */
    DiskStudy(DiskPlan plan, Benches benches, Consumer<String> progress) {
        this.plan = plan;
        this.benches = benches;
        this.progress = progress;
    }

    /**
     * Measures emulated disks of this machine by fio, on the calling thread.
     *
     * @param plan what to measure
     * @param emulation brings the disks up
     * @param progress told what is being done
     * @return nothing has been measured yet
     */
    public static DiskStudy of(DiskPlan plan, Emulation emulation, Consumer<String> progress) {
        return new DiskStudy(plan, emulation, progress);
    }

    /**
     * Measures, on the calling thread.
     *
     * @param specs the models of the plan's disks, in its order
     * @return what model and device did
     * @throws DiskSpecException if there is no such device of this size; nothing was measured then
     * @throws IOException if a disk cannot be brought up, read or taken away
     * @throws InterruptedException if the thread is interrupted; nothing is left then
     */
    public DiskResults carryOut(List<DiskSpec> specs) throws DiskSpecException, IOException, InterruptedException {
        List<Map<Load, Reads>> models = new ArrayList<>();
        for (DiskSpec spec : specs) {
            models.add(simulated(spec));
        }
        List<DiskResult> results = new ArrayList<>();
        String reader = "";
        for (int i = 0; i < specs.size(); i++) {
            DiskSpec spec = specs.get(i);
            progress.accept(spec.name() + ": bringing it up");
            try (Bench bench = benches.open(spec, plan)) {
                reader = bench.reader();
                results.add(result(DiskTraits.of(spec), models.get(i), measured(spec, bench)));
            }
        }
        return new DiskResults(plan, Machine.read(), reader, results);
    }

    private Map<Load, Reads> simulated(DiskSpec spec) throws DiskSpecException {
        SimulatedDisk disk = new SimulatedDisk(spec, plan);
        Map<Load, Reads> reads = new HashMap<>();
        for (Load load : plan.loads(DiskTraits.of(spec))) {
            reads.put(load, disk.serve(load));
        }
        return reads;
    }

    private Map<Load, List<Measured>> measured(DiskSpec spec, Bench bench) throws IOException, InterruptedException {
        Map<Load, List<Measured>> rounds = new HashMap<>();
        List<Load> loads = new ArrayList<>(plan.loads(DiskTraits.of(spec)));
        SplittableRandom random = new SplittableRandom(plan.seed());
        bench.measure(Load.random(DiskPlan.GAIN_DEPTH), new Extent(WARM_UP_SECONDS, 0), seed(random));
        for (int round = 1; round <= plan.rounds(); round++) {
            progress.accept(spec.name() + ": round " + round + " of " + plan.rounds());
            Collections.shuffle(loads, random);
            for (Load load : loads) {
                Extent extent = new Extent(plan.seconds(), plan.readsInOrder(load.bytes()));
                rounds.computeIfAbsent(load, first -> new ArrayList<>()).add(bench.measure(load, extent, seed(random)));
            }
        }
        return rounds;
    }

    /** Every round reads other places. fio takes seeds that are not negative. */
    private static long seed(SplittableRandom random) {
        return random.nextInt(Integer.MAX_VALUE);
    }

    private DiskResult result(DiskTraits disk, Map<Load, Reads> model, Map<Load, List<Measured>> device) {
        List<Point> points = plan.loads(disk).stream()
                .map(load -> new Point(load, of(model, load), of(device, load)))
                .toList();
        return new DiskResult(disk, points);
    }

    private static <V> V of(Map<Load, V> values, Load load) {
        return Objects.requireNonNull(values.get(load), "every load was served");
    }
}
