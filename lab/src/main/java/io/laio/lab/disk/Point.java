package io.laio.lab.disk;

import io.laio.analysis.statistics.Interval;
import io.laio.analysis.statistics.Sample;
import io.laio.analysis.statistics.Summary;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A load on the model and on the device.
 *
 * @param load what was asked
 * @param model what the model does, in simulated time
 * @param rounds what the device did, at least one round
 */
public record Point(Load load, Reads model, List<Measured> rounds) {
    /** Copies the rounds. */
    public Point {
        rounds = List.copyOf(rounds);
    }

    private Summary summary(ToDoubleFunction<Measured> value) {
        return Summary.of(Sample.of(rounds.stream().mapToDouble(value).toArray()));
    }

    /**
     * The device's rate.
     *
     * @return reads a second
     */
    public Summary perSecond() {
        return summary(round -> round.reads().perSecond());
    }

    /**
     * The device's throughput.
     *
     * @return 2^20 bytes a second
     */
    public Summary mebibytesPerSecond() {
        return summary(round -> round.reads().mebibytesPerSecond());
    }

    /**
     * How long a read of the device took.
     *
     * @return milliseconds, the median of the rounds' means
     */
    public double meanMillis() {
        return summary(round -> round.reads().meanMillis()).median();
    }

    /**
     * What the emulation cost.
     *
     * @return the median of the rounds; 1 is a whole processor
     */
    public double daemonCpuShare() {
        return summary(Measured::daemonCpuShare).median();
    }

    /**
     * The device's rate beside the model's.
     *
     * @return 1 if they are the same
     */
    public double ratio() {
        return perSecond().median() / model.perSecond();
    }

    /**
     * How far rounds spread about that.
     *
     * @return the interval or range of the rate, divided by the model's
     */
    public Interval ratioInterval() {
        Interval rate = perSecond().interval();
        return new Interval(rate.low() / model.perSecond(), rate.high() / model.perSecond());
    }
}
