package io.laio.workload.cli;

import io.laio.workload.replay.Arrivals;
import io.laio.workload.replay.Arrivals.Spacing;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When requests are made, and by how many clients. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ArrivalOptions {
    private static final int CLIENTS = 64;
    private static final long SEED = 1;
    private static final int CLIENTS_AT_OWN_TIMES = 10_000;

    @Option(
            names = {"-c", "--clients"},
            paramLabel = "N",
            description = "how many clients play at once (default: " + CLIENTS + "; with --own-times at most "
                    + CLIENTS_AT_OWN_TIMES + ", as many as it takes)")
    private @Nullable Integer clients;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "open loop: make R requests a second, whatever the server does; each free client takes the"
                    + " next moment (default: closed loop, as fast as the server answers)")
    private @Nullable Double rate;

    @Option(
            names = "--spacing",
            paramLabel = "poisson|even",
            description = "how the moments of --rate are spread (default: poisson)")
    private @Nullable String spacing;

    @Option(
            names = "--seed",
            paramLabel = "K",
            description = "chooses the moments of --spacing poisson (default: " + SEED + ")")
    private @Nullable Long seed;

    @Option(
            names = "--own-times",
            description = "open loop: make each request at the time that the trace has for it, as imported logs do")
    private boolean ownTimes;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description =
                    "with --own-times: X times as fast, e.g. 3600 for an hour a second (default: ${DEFAULT-VALUE})")
    private double speed;

    @Option(
            names = "--max-gap",
            paramLabel = "T",
            defaultValue = "0",
            converter = Units.DurationConverter.class,
            description =
                    "with --own-times: no pause of the trace is longer than T, in its own time (default: no limit)")
    private Duration maxGap;

    Arrivals arrivals() {
        if (rate != null && ownTimes) {
            throw new IllegalArgumentException("--rate and --own-times exclude each other");
        }
        if (!ownTimes && (speed != 1 || !maxGap.isZero())) {
            throw new IllegalArgumentException("--speed and --max-gap need --own-times");
        }
        if (rate == null && (spacing != null || seed != null)) {
            throw new IllegalArgumentException("--spacing and --seed need --rate");
        }
        if (rate != null) {
            return new Arrivals.FixedRate(rate, spread(), seed == null ? SEED : seed);
        }
        return ownTimes ? new Arrivals.OwnTimes(speed, maxGap.toMillis()) : new Arrivals.Closed();
    }

    int clients() {
        if (clients != null) {
            return clients;
        }
        return ownTimes ? CLIENTS_AT_OWN_TIMES : CLIENTS;
    }

    private Spacing spread() {
        if (spacing == null) {
            return Spacing.POISSON;
        }
        return switch (spacing.toLowerCase(Locale.ROOT)) {
            case "poisson" -> Spacing.POISSON;
            case "even" -> Spacing.EVEN;
            default -> throw new IllegalArgumentException("--spacing must be poisson or even, is " + spacing);
        };
    }
}
