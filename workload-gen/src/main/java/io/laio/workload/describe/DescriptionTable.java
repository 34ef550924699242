package io.laio.workload.describe;

import io.laio.workload.synth.SizeClass;
import io.laio.workload.synth.Synthesizer;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.TraceHeader;
import java.util.Locale;
import java.util.OptionalDouble;

/** A description as text: what was asked for, with its mark, beside what was got. */
public final class DescriptionTable {
    private final TraceDescription description;
    private final Asked asked;
    private final StringBuilder text = new StringBuilder();

    private DescriptionTable(TraceDescription description) {
        this.description = description;
        this.asked = new Asked(description.header().parameters());
    }

    /**
     * Writes the table.
     *
     * @param description what to show
     * @return lines of text
     */
    public static String of(TraceDescription description) {
        return new DescriptionTable(description).write();
    }

    private String write() {
        heading();
        footprint();
        requests();
        popularity();
        parameters();
        return text.toString();
    }

    private void heading() {
        TraceHeader header = description.header();
        line(header.name() + "  (seed " + header.seed() + ", sha256 " + header.sha256() + ")");
        line("");
        row("", "asked", "", "got");
    }

    private void footprint() {
        row("footprint, bytes", asked.scaled("footprintBytes"), "%,.0f", "footprintBytes", count(bytes()));
        row("  touched by the requests, bytes", "", "", count(description.requestedBytes()));
        for (SizeClass sizeClass : SizeClass.values()) {
            share(sizeClass);
        }
        row("documents", "", "", count(description.files()));
        row("  requested", "", "", count(description.filesRequested()));
        for (SizeClass sizeClass : SizeClass.values()) {
            row(
                    "  " + lower(sizeClass),
                    "",
                    "",
                    count(description.total(sizeClass).files()));
        }
    }

    private long bytes() {
        return description.footprintBytes();
    }

    private void share(SizeClass sizeClass) {
        String name = lower(sizeClass) + "Share";
        OptionalDouble percent = asked.value(name);
        row(
                "  in " + lower(sizeClass) + " files" + bounds(sizeClass) + ", %",
                percent.isPresent() ? OptionalDouble.of(100 * percent.getAsDouble()) : percent,
                "%.1f",
                name,
                String.format(Locale.ROOT, "%.2f", 100 * description.share(sizeClass)));
    }

    private static String bounds(SizeClass sizeClass) {
        return switch (sizeClass) {
            case SMALL -> " (<= 8 KB)";
            case MEDIUM -> "";
            case LARGE -> " (> 256 KB)";
        };
    }

    private void requests() {
        row(
                "requests",
                asked.value(Synthesizer.REQUESTS_ASKED),
                "%,.0f",
                "requestsAsked",
                count(description.totalRequests()));
        description.requests().forEach((kind, number) -> {
            if (number != description.totalRequests() || kind != RequestKind.GET) {
                row("  " + kind.name().toLowerCase(Locale.ROOT), "", "", count(number));
            }
        });
        fileClasses();
        row("  content of the answers, bytes", "", "", count(description.responseBytes()));
        row("sequences", "", "", count(description.sequences()));
        TraceDescription.Quantiles lengths = description.sequenceLengths();
        row("  requests each, mean", askedMeanLength(), "%.2f", "sequenceMax", decimal(lengths.mean()));
        row(
                "  median / 90 % / 99 % / longest",
                "", "", lengths.p50() + " / " + lengths.p90() + " / " + lengths.p99() + " / " + lengths.max());
        if (description.spanMillis() > 0) {
            row("time from first to last, s", "", "", count(description.spanMillis() / 1000));
        }
    }

    private OptionalDouble askedMeanLength() {
        OptionalDouble single = asked.value("singleRequestShare");
        OptionalDouble least = asked.value("sequenceMin");
        OptionalDouble most = asked.value("sequenceMax");
        if (single.isEmpty() || least.isEmpty() || most.isEmpty()) {
            return OptionalDouble.empty();
        }
        double part = single.getAsDouble();
        return OptionalDouble.of(part + (1 - part) * (least.getAsDouble() + most.getAsDouble()) / 2);
    }

    private void popularity() {
        Popularity popularity = description.popularity();
        row("popularity: Zipf alpha", asked.value("zipfAlpha"), "%.2f", "zipfAlpha", decimal(popularity.zipfAlpha()));
        row("  requests for the top 1 %, %", "", "", top(popularity, 100));
        row("  requests for the top 10 %, %", "", "", top(popularity, 10));
        for (double share : TraceDescription.WORKING_SET_SHARES) {
            String name = String.format(Locale.ROOT, "working set of %.0f %% of them, bytes", 100 * share);
            row(name, "", "", count(popularity.bytesFor(share)));
        }
    }

    private String top(Popularity popularity, long oneIn) {
        return decimal(100 * popularity.shareOfTop(Math.ceilDiv(description.files(), oneIn)));
    }

    /** What SPECweb99's classes are asked for, if the trace was made with them. */
    private void fileClasses() {
        for (int i = 0; i < FileClassShares.CLASSES; i++) {
            String name = "class" + i + "Requests";
            OptionalDouble share = asked.value(name);
            if (share.isPresent()) {
                row(
                        "  for files of class " + i + FileClassShares.bounds(i) + ", %",
                        OptionalDouble.of(100 * share.getAsDouble()),
                        "%.1f",
                        name,
                        decimal(100 * description.fileClasses().share(i)));
            }
        }
    }

    private void parameters() {
        line("");
        line("Made with: (S on the slides, P in the paper, V in the source named, R recalled, U assumed)");
        description
                .header()
                .parameters()
                .forEach((name, value) -> line(String.format(Locale.ROOT, "  %-32s %s", name, value)));
    }

    private void row(String name, OptionalDouble value, String format, String parameter, String got) {
        String text = value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "";
        String mark = asked.mark(parameter);
        row(name, text, text.isEmpty() || mark.isEmpty() ? "" : "[" + mark + "]", got);
    }

    private void row(String name, String askedText, String mark, String got) {
        text.append(String.format(Locale.ROOT, "%-34s %20s %-4s %20s\n", name, askedText, mark, got));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String lower(SizeClass sizeClass) {
        return sizeClass.name().toLowerCase(Locale.ROOT);
    }
}
