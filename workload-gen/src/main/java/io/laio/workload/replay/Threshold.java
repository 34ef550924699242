package io.laio.workload.replay;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * Something that a result has to keep, such as {@code p99<50ms}, {@code service.p50<=2ms}, {@code errors<0.1%} or
 * {@code rate>1000}.
 *
 * <p>Figures: {@code mean}, {@code max} and percentiles ({@code p50}, {@code p99.9}) of the response time, and with
 * {@code service.}, {@code connect.} or {@code lag.} before them of those times, against a number of {@code us}, {@code ms} or
 * {@code s}; {@code errors}, failed requests as a part of all, against a number of {@code %} or from 0 to 1; {@code rate},
 * correct responses a second; {@code throughput}, megabits a second.
 *
 * @param text as it was written
 * @param figure which figure
 * @param comparison {@code <}, {@code <=}, {@code >} or {@code >=}
 * @param bound with what it is compared, in nanoseconds, parts of one, requests a second, or megabits a second
 */
public record Threshold(String text, String figure, String comparison, double bound) {
    private static final Pattern FORM = Pattern.compile(
            "\\s*(?<figure>[a-z0-9.]+)\\s*(?<comparison><=|>=|<|>)\\s*(?<number>\\d+(\\.\\d+)?)\\s*(?<unit>us|ms|s|%)?\\s*");
    private static final Pattern TIME = Pattern.compile(
            "((?<tag>response|service|connect|lag)\\.)?(?<which>mean|max|p(?<percentile>\\d{1,2}(\\.\\d{1,4})?|100))");
    private static final String ERRORS = "errors";
    private static final String RATE = "rate";
    private static final String THROUGHPUT = "throughput";

    /**
     * Reads one.
     *
     * @param text a threshold
     * @return what it says
     * @throws IllegalArgumentException if it makes no sense, with why
     */
    public static Threshold of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text.strip() + "' is not a threshold such as p99<50ms, errors<0.1% or rate>=1000");
        }
        String figure = matcher.group("figure");
        double factor = factor(text, figure, String.valueOf(matcher.group("unit")));
        return new Threshold(
                text.strip(),
                figure,
                matcher.group("comparison"),
                Double.parseDouble(matcher.group("number")) * factor);
    }

    private static double factor(String text, String figure, String unit) {
        boolean isTime = TIME.matcher(figure).matches();
        boolean isShare = figure.equals(ERRORS);
        if (!isTime && !isShare && !figure.equals(RATE) && !figure.equals(THROUGHPUT)) {
            throw new IllegalArgumentException(
                    "'" + text.strip() + "': there is no figure '" + figure
                            + "'; there are mean, max, p50, p99.9 ... (of service., connect. and lag. too), errors, rate and throughput");
        }
        return switch (unit) {
            case "us", "ms", "s" -> unitOf(text, isTime, unit, nanos(unit));
            case "%" -> unitOf(text, isShare, unit, 0.01);
            default -> {
                if (isTime) {
                    throw new IllegalArgumentException("'" + text.strip() + "': a time needs a unit, us, ms or s");
                }
                yield 1;
            }
        };
    }

    private static double unitOf(String text, boolean fits, String unit, double factor) {
        if (!fits) {
            throw new IllegalArgumentException("'" + text.strip() + "': " + unit + " is no unit of that figure");
        }
        return factor;
    }

    private static double nanos(String unit) {
        return switch (unit) {
            case "us" -> 1e3;
            case "ms" -> 1e6;
            default -> 1e9;
        };
    }

    /**
     * Whether it is about failed requests, which are then no failure by themselves.
     *
     * @return true for {@code errors}
     */
    public boolean isAboutErrors() {
        return figure.equals(ERRORS);
    }

    /**
     * Whether a result keeps it. Where nothing was answered no time is kept. A request that had no end when the replay was
     * stopped counts for the response time with the time that it had waited, if that makes the figure worse: its response time is more.
     *
     * @param result a result
     * @return true if so
     */
    public boolean isKeptBy(ReplayResult result) {
        double value = value(result);
        return switch (comparison) {
            case "<" -> value < bound;
            case "<=" -> value <= bound;
            case ">" -> value > bound;
            default -> value >= bound;
        };
    }

    /**
     * What a result has there.
     *
     * @param result a result
     * @return the figure, with its unit
     */
    public String found(ReplayResult result) {
        double value = value(result);
        return switch (figure) {
            case ERRORS -> String.format(Locale.ROOT, "%.4g %%", 100 * value);
            case RATE -> String.format(Locale.ROOT, "%,.1f requests/s", value);
            case THROUGHPUT -> String.format(Locale.ROOT, "%,.1f Mb/s", value);
            default -> Double.isNaN(value) ? "no answer" : String.format(Locale.ROOT, "%.4g ms", value / 1e6);
        };
    }

    private double value(ReplayResult result) {
        return switch (figure) {
            case ERRORS -> result.requests() == 0 ? 1 : (double) result.failed() / result.requests();
            case RATE -> result.requestsPerSecond();
            case THROUGHPUT -> result.throughputMbps();
            default -> nanos(result);
        };
    }

    private double nanos(ReplayResult result) {
        Matcher time = TIME.matcher(figure);
        if (!time.matches()) {
            throw new IllegalStateException("checked when it was read: " + figure);
        }
        Latencies latencies = result.latencies();
        return switch (String.valueOf(time.group("tag"))) {
            case "service" -> nanos(time, latencies.serviceTime());
            case "connect" -> nanos(time, latencies.connectTime());
            case "lag" -> nanos(time, latencies.scheduleLag());
            default -> responseNanos(time, latencies.responseTime(), result.unfinished());
        };
    }

    /** What had no end took longer than it had waited: that can break a bound from above, and tells nothing of one from below. */
    private double responseNanos(Matcher time, Histogram answered, Unfinished unfinished) {
        double nanos = nanos(time, answered);
        if (unfinished.count() == 0 || comparison.startsWith(">")) {
            return nanos;
        }
        Histogram all = answered.copy();
        all.add(unfinished.waited());
        return Math.max(nanos, nanos(time, all)); // not a number if nothing was answered
    }

    /** Not a number, which keeps no comparison, if there is none. */
    private static double nanos(Matcher time, Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return Double.NaN;
        }
        return switch (time.group("which")) {
            case "mean" -> histogram.getMean();
            case "max" -> histogram.getMaxValue();
            default -> histogram.getValueAtPercentile(Double.parseDouble(time.group("percentile")));
        };
    }
}
