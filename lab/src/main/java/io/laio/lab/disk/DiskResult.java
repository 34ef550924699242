package io.laio.lab.disk;

import io.laio.lab.disk.Load.Order;
import java.util.List;

/**
 * One disk, measured.
 *
 * @param disk which one
 * @param points in the order of the plan's loads
 */
public record DiskResult(DiskTraits disk, List<Point> points) {
    /** Copies the points. */
    public DiskResult {
        points = List.copyOf(points);
    }

    /**
     * Random reads.
     *
     * @return by rising depth
     */
    public List<Point> random() {
        return points.stream()
                .filter(point -> point.load().order() == Order.RANDOM)
                .toList();
    }

    /**
     * Random reads at a depth.
     *
     * @param depth one of the plan's
     * @return the point
     */
    public Point at(int depth) {
        return random().stream()
                .filter(point -> point.load().depth() == depth)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Reads in order.
     *
     * @return the point
     */
    public Point sequential() {
        return points.stream()
                .filter(point -> point.load().order() == Order.SEQUENTIAL)
                .findFirst()
                .orElseThrow();
    }

    /**
     * What depth 32 is worth by the model.
     *
     * @return times the rate of one read at a time
     */
    public double modelGain() {
        return at(DiskPlan.GAIN_DEPTH).model().perSecond() / at(1).model().perSecond();
    }

    /**
     * What depth 32 is worth on the device.
     *
     * @return times the rate of one read at a time
     */
    public double deviceGain() {
        return at(DiskPlan.GAIN_DEPTH).perSecond().median() / at(1).perSecond().median();
    }

    /**
     * What the emulation cost at most.
     *
     * @return of all loads; 1 is a whole processor
     */
    public double mostDaemonCpuShare() {
        return points.stream().mapToDouble(Point::daemonCpuShare).max().orElseThrow();
    }

    /**
     * For how many reads the image took longer than the model: with many of them it was the host's disk that was measured.
     *
     * @return the sum over all loads and rounds
     */
    public long lateReads() {
        return points.stream()
                .flatMap(point -> point.rounds().stream())
                .mapToLong(Measured::lateReads)
                .sum();
    }
}
