package io.laio.comparison.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.CacheState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {
    private static final Path PLANS = Path.of("..", "config", "plans");
    private static final String SMALL = """
            {"name": "small", "servers": ["a"], "workloads": ["rice"], "cache": ["cold"], "clients": [4],
             "repeats": 1, "scale": "1/16", "requests": 100, "seconds": 1.5, "warmUpRequests": 0, "seed": 7}
            """;

    @TempDir
    Path directory;

    @Test
    void theDefaultPlanHasTheFourWaysToWait() throws PlanException {
        Plan plan = PlanReader.read(PLANS.resolve("quick.json"), Map.of());
        assertEquals(
                List.of("flash-nb-b", "flash-nb-amped", "flash-nb-amted", "flash-laio-laio"),
                plan.cross().servers());
        assertEquals(List.of(CacheState.COLD, CacheState.WARM), plan.cross().caches());
        assertTrue(plan.cross().clients().size() >= 3);
        assertEquals(List.of(new MemorySize.Bytes(128L << 20)), plan.cross().memory());
    }

    @Test
    void theAnnotatedExampleIsAPlan() throws PlanException {
        assertEquals(
                List.of(new MemorySize.Bytes(200L << 20)),
                PlanReader.read(PLANS.resolve("example.json"), Map.of()).cross().memory());
    }

    @Test
    void theCommandLineCounts() throws Exception {
        Plan plan = read(SMALL, Map.of("clients", List.of("8", "16"), "memory", List.of("190M")));
        assertEquals(List.of(8, 16), plan.cross().clients());
        assertEquals(List.of(new MemorySize.Bytes(190L << 20)), plan.cross().memory());
        assertEquals(List.of("rice"), plan.cross().workloads());
    }

    @Test
    void readAheadCanBeLeftAlone() throws Exception {
        assertEquals(
                OptionalLong.empty(),
                read(SMALL, Map.of("readAhead", List.of("leave"))).setup().readAheadBytes());
        assertEquals(
                OptionalLong.of(128 << 10),
                read(SMALL, Map.of("readAhead", List.of("128K"))).setup().readAheadBytes());
    }

    @Test
    void anEmulatedDiskReadsAheadAsItsModelSaysUnlessThePlanSaysOtherwise() throws Exception {
        assertReadAhead(Map.of(), OptionalLong.of(128 << 10), "the plan");
        assertReadAhead(Map.of("disk", List.of("hdd-2004")), OptionalLong.empty(), "the disk's model");
        assertReadAhead(
                Map.of("disk", List.of("hdd-2004"), "readAhead", List.of("64K")),
                OptionalLong.of(64 << 10),
                "the plan");
        assertReadAhead(
                Map.of("readAhead", List.of("leave")), OptionalLong.empty(), "nobody: left as the machine had it");
    }

    private void assertReadAhead(Map<String, List<String>> options, OptionalLong bytes, String setBy) throws Exception {
        Plan.Setup setup = read(SMALL, options).setup();
        assertEquals(bytes, setup.readAheadBytes());
        assertEquals(setBy, setup.readAheadSetBy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick", "paper", "sweeps", "full", "mine", "servers", "helpers", "example"})
    void noPlanOfOursOverridesAModelsReadAhead(String name) throws Exception {
        Plan plan = PlanReader.read(PLANS.resolve(name + ".json"), Map.of("disk", List.of("hdd-2004")));
        assertEquals(OptionalLong.empty(), plan.setup().readAheadBytes());
    }

    @Test
    void nothingIsMeasuredBesideTheRunsUnlessThePlanOrTheCommandLineSaysSo() throws Exception {
        assertEquals(Plan.Extras.NONE, read(SMALL, Map.of()).extras());
        assertEquals(
                new Plan.Extras(true, Plan.Microbenchmark.NONE),
                read(with("codeSize", "true"), Map.of()).extras());
        assertEquals(
                new Plan.Extras(false, Plan.Microbenchmark.SHORT),
                read(SMALL, Map.of("microbenchmark", List.of("short"))).extras());
        assertTrue(message(() -> read(with("microbenchmark", "\"long\""), Map.of()))
                .contains("microbenchmark: \"long\" is not known; there is full, none, short"));
        assertTrue(message(() -> read(with("codeSize", "1"), Map.of())).contains("codeSize: \"1\" is not known"));
    }

    private static String message(Executable reading) {
        return String.valueOf(assertThrows(PlanException.class, reading).getMessage());
    }

    @Test
    void theNetworkIsLoopbackUnlessThePlanOrTheCommandLineSaysOtherwise() throws Exception {
        assertEquals("loopback", read(SMALL, Map.of()).setup().network());
        assertEquals(
                "gigabit",
                read(with("network", "\"gigabit\""), Map.of()).setup().network());
        assertEquals(
                "slow", read(SMALL, Map.of("network", List.of("slow"))).setup().network());
    }

    @Test
    void aLimitOfReadsIsPartOfTheDisksName() throws Exception {
        assertEquals("native", read(SMALL, Map.of()).setup().diskWords());
        Plan.Setup given =
                read(SMALL, Map.of("readLimit", List.of("iops=300", "bps=60M"))).setup();
        assertEquals("native, limited to 300 reads/s and 60 MiB/s", given.diskWords());
        Plan.Setup written = read(with("readLimit", "{\"iops\": 80, \"bytesPerSecond\": 1000}"), Map.of())
                .setup();
        assertEquals("native, limited to 80 reads/s and 1000 B/s", written.diskWords());
    }

    private static String with(String field, String value) {
        return SMALL.replace("\"seed\"", "\"" + field + "\": " + value + ", \"seed\"");
    }

    @ParameterizedTest
    @CsvSource({
        "clients, 0, --clients",
        "clients, many, --clients",
        "cache, hot, --cache",
        "cache, cold-data, --cache",
        "repeats, -1, --repeats",
        "scale, 1/0, --scale",
        "scale, small, --scale",
        "memory, much, --memory",
        "memory, 0, --memory",
        "memory, 0x, --memory",
        "memory, x, --memory",
        "engine, steam, --engine",
        "lazy, maybe, --lazy",
        "disk, ' ', --disk",
        "network, ' ', --network",
        "readLimit, iops, --read-limit",
        "readLimit, iops=0, --read-limit",
        "readLimit, bps=0, --read-limit",
        "readLimit, bps=fast, --read-limit",
        "readLimit, writes=3, --read-limit",
        "warmUpRequests, -1, --warm-up-requests",
        "servers, ' ', --server"
    })
    void aWrongValueIsNamedWithItsOption(String field, String value, String option) {
        PlanException error = assertThrows(PlanException.class, () -> read(SMALL, Map.of(field, List.of(value))));
        assertTrue(String.valueOf(error.getMessage()).startsWith(option + ":"), error::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clients", "servers", "seed", "requests"})
    void aMissingFieldIsNamed(String field) {
        String without = SMALL.replace("\"" + field + "\"", "\"elsewhere\"");
        PlanException error = assertThrows(PlanException.class, () -> read(without, Map.of()));
        assertTrue(String.valueOf(error.getMessage()).contains(field + " is missing"), error::toString);
    }

    @Test
    void memoryMayBeSeveralSizesAndPartsOfTheFootprint() throws Exception {
        List<MemorySize> memory = read(with("memory", "[\"200M\", \"0.25x\", \"1.5x\"]"), Map.of())
                .cross()
                .memory();
        assertEquals(
                List.of(200L << 20, 250L, 1500L),
                memory.stream().map(size -> size.bytes(1000)).toList());
    }

    @Test
    void partsHaveCrossesOfTheirOwnAndShareTheRest() throws Exception {
        String parts = "[{}, {\"clients\": [1, 8], \"servers\": [\"b\"], \"memory\": \"1x\", \"repeats\": 3}]";
        Plan plan = read(with("parts", parts), Map.of());
        assertEquals(
                List.of(List.of("a"), List.of("b")),
                plan.parts().stream().map(Plan.Cross::servers).toList());
        assertEquals(List.of(1, 4, 8), plan.cross().clients());
        assertEquals(List.of("rice"), plan.parts().getLast().workloads());
        assertEquals(1, plan.cross().repeats());
    }

    @Test
    void theCommandLineCountsForAllParts() throws Exception {
        Plan plan = read(with("parts", "[{}, {\"clients\": [1, 8]}]"), Map.of("clients", List.of("2")));
        assertEquals(
                List.of(List.of(2), List.of(2)),
                plan.parts().stream().map(Plan.Cross::clients).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'[{\"scale\": \"1/8\"}]', scale cannot differ between parts",
        "'[{\"clents\": 3}]', clents cannot differ between parts",
        "'[{}, {\"clients\": 0}]', parts[1]: clients",
        "[], a list of one part at least",
        "3, a list of one part at least",
        "[3], parts[0]: a part is a JSON object"
    })
    void aWrongPartIsNamed(String parts, String words) {
        PlanException error = assertThrows(PlanException.class, () -> read(with("parts", parts), Map.of()));
        assertTrue(String.valueOf(error.getMessage()).contains(words), error::toString);
    }

    @Test
    void anUnknownFieldIsNamed() {
        String misspelt = SMALL.replace("\"seed\"", "\"sede\": 1, \"seed\"");
        PlanException error = assertThrows(PlanException.class, () -> read(misspelt, Map.of()));
        assertTrue(String.valueOf(error.getMessage()).contains("sede"), error::toString);
    }

    @Test
    void aValueNamedTwiceIsRefused() {
        assertThrows(PlanException.class, () -> read(SMALL, Map.of("clients", List.of("8", "8"))));
    }

    @Test
    void whatIsNotJsonIsRefusedWithTheFilesName() {
        PlanException error = assertThrows(PlanException.class, () -> read("{", Map.of()));
        assertTrue(String.valueOf(error.getMessage()).contains("plan.json"), error::toString);
        assertThrows(PlanException.class, () -> PlanReader.read(directory.resolve("absent.json"), Map.of()));
    }

    private Plan read(String json, Map<String, List<String>> overrides) throws PlanException, IOException {
        return PlanReader.read(Files.writeString(directory.resolve("plan.json"), json), overrides);
    }
}
