package io.laio.comparison.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan that was written is read back as it was. */
class PlanWriterTest {
    private static final Path PLANS = Path.of("..", "config", "plans");

    @TempDir
    Path directory;

    static List<Path> plans() throws IOException {
        try (Stream<Path> files = Files.list(PLANS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyPlanOfOurs(Path file) throws Exception {
        assertWrittenAndRead(PlanReader.read(file, Map.of()));
    }

    @Test
    void whatTheCommandLineChanged() throws Exception {
        Plan quick = PlanReader.read(PLANS.resolve("quick.json"), Map.of());
        Plan changed = PlanReader.read(
                PLANS.resolve("quick.json"),
                Map.of(
                        "memory", List.of("190M"),
                        "readAhead", List.of("leave"),
                        "readLimit", List.of("iops=300", "bps=60M"),
                        "seconds", List.of("1.5"),
                        "lazy", List.of("off"),
                        "microbenchmark", List.of("short"),
                        "disk", List.of("hdd-2004"),
                        "network", List.of("gigabit")));
        assertFalse(changed.equals(quick));
        assertWrittenAndRead(changed);
    }

    @Test
    void partsAndSizesOfMemory() throws Exception {
        Path file = Files.writeString(directory.resolve("parts.json"), """
                {"name": "two", "servers": ["a"], "workloads": ["rice"], "cache": ["cold"], "clients": [4], "repeats": 1,
                 "parts": [{"memory": ["0.1x", "190M"]}, {"clients": [8, 16], "servers": ["b", "a"]}],
                 "scale": "1/16", "requests": 100, "seconds": 1.5, "warmUpRequests": 0, "seed": 7}
                """);
        assertWrittenAndRead(PlanReader.read(file, Map.of()));
    }

    private void assertWrittenAndRead(Plan plan) throws Exception {
        Path file = directory.resolve("plan.json");
        PlanWriter.write(plan, file);
        assertEquals(plan, PlanReader.read(file, Map.of()));
    }
}
