package io.laio.comparison.figures;

import io.laio.comparison.results.DiskReads;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.statistics.Metric;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number of a run that a column of dots shows.
 *
 * @param id its name in data
 * @param words its name for people
 * @param unit its unit; empty for a plain number
 * @param value of a run; {@code null} if the run does not tell
 */
public record Measure(String id, String words, String unit, Function<RunResult, @Nullable Double> value) {
    static final Measure CPU = new Measure(
            "serverCpuMicrosPerRequest",
            "processor time",
            "µs a request",
            run -> run.use().serverCpuMicrosPerRequest());

    private static final Measure READS = new Measure(
            "readsPerSecond",
            "reads",
            "a second",
            disk((run, reads) -> reads.count() / run.evidence().elapsedMillis() * 1000));

    private static final Measure SIZE = new Measure(
            "kilobytesPerRead",
            "size",
            "kB a read",
            disk((run, reads) -> reads.count() == 0 ? null : reads.bytes() / 1e3 / reads.count()));

    private static final Measure DEPTH =
            new Measure("meanDepth", "queue depth", "reads in flight", disk((run, reads) -> reads.meanDepth()));

    private static final Measure UTILISATION = new Measure(
            "utilisationPercent", "utilisation", "% of the time", disk((run, reads) -> reads.utilisation() * 100));

    /** What the disk saw. */
    static final List<Measure> DISK = List.of(READS, SIZE, DEPTH, UTILISATION);

    /** What clients saw. */
    static final List<Measure> SPEED = List.of(of(Metric.THROUGHPUT), of(Metric.RESPONSE_TIME));

    /** A number of what the disk saw. */
    private interface OfReads {
        @Nullable
        Double of(RunResult run, DiskReads reads);
    }

    static Measure of(Metric metric) {
        return new Measure(metric.id(), metric.words(), metric.unit(), metric::of);
    }

    private static Function<RunResult, @Nullable Double> disk(OfReads value) {
        return run -> {
            DiskReads reads = run.use().diskReads();
            return reads == null ? null : value.of(run, reads);
        };
    }

    /** The values of those runs that tell. */
    List<Double> of(List<RunResult> runs) {
        return runs.stream().flatMap(run -> Stream.ofNullable(value.apply(run))).toList();
    }
}
