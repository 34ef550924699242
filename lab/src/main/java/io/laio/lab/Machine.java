package io.laio.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where and when something was measured.
 *
 * @param time end of the measurement, UTC
 * @param kernel its release
 * @param processor its model
 * @param processors how many the JVM may use
 * @param java the JVM
 */
public record Machine(Instant time, String kernel, String processor, int processors, String java) {
    private static final String UNKNOWN = "unknown";

    /**
     * Looks at this machine.
     *
     * @return what could be found out
     */
    public static Machine read() {
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                text("/proc/sys/kernel/osrelease").strip(),
                text("/proc/cpuinfo")
                        .lines()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(UNKNOWN),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"));
    }

    /**
     * For a file of results.
     *
     * @return {@code time}, {@code kernel}, {@code processor}, {@code processors}, {@code java}, in this order
     */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", time.toString());
        fields.put("kernel", kernel);
        fields.put("processor", processor);
        fields.put("processors", processors);
        fields.put("java", java);
        return fields;
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException notThere) {
            return UNKNOWN;
        }
    }
}
