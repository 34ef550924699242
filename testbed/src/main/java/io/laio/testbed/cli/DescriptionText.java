package io.laio.testbed.cli;

import io.laio.testbed.disk.model.catalogue.DeviceSettings;
import io.laio.testbed.disk.model.simulation.Description;
import io.laio.testbed.disk.model.simulation.Outcome;
import java.util.Locale;
import java.util.Map;

/**
 * A description for a terminal.
 *
 * @param description what to print
 */
record DescriptionText(Description description) {
    String text() {
        StringBuilder text = new StringBuilder(description.spec().name() + ": "
                + description.spec().title() + "\n"
                + String.format(
                        Locale.ROOT, "simulated: %,d bytes, seed %d%n%n", description.sizeBytes(), description.seed())
                + "random reads of 4 KB\n"
                + "  outstanding  requests/s  times that of 1  mean response ms\n");
        description.randomReads().forEach((depth, outcome) -> text.append(row(depth, outcome)));
        text.append("\nreads of 128 KB in order, one at a time\n");
        for (Map.Entry<String, Outcome> place : description.sequentialReads().entrySet()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  at the %-11s %.1f MB/s%n",
                    place.getKey(),
                    place.getValue().megabytesPerSecond()));
        }
        return text.append(settings(description.spec().settings())).toString();
    }

    private String row(int depth, Outcome outcome) {
        double single = description.randomReads().firstEntry().getValue().requestsPerSecond();
        return String.format(
                Locale.ROOT,
                "  %11d  %10.1f  %15.2f  %16.2f%n",
                depth,
                outcome.requestsPerSecond(),
                outcome.requestsPerSecond() / single,
                outcome.meanResponseMillis());
    }

    private static String settings(DeviceSettings settings) {
        return String.format(
                Locale.ROOT,
                "%nthe kernel: reads %d KB ahead, asks for %d KB and gives it %d requests at most, %s",
                settings.readAheadKilobytes(),
                settings.maxRequestBytes() / 1024,
                settings.queueDepth(),
                settings.rotational() ? "takes it for a rotating disk" : "takes it for one without seeks");
    }
}
