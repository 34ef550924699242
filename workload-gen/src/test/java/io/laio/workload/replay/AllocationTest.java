package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a request costs the replaying thread in garbage, in a JVM of its own ({@link AllocationProbe}) such as a replay has.
 *
 * <p>In the JVM of the tests it depends on what else has run there: the JDK slices a segment in every system call, which is
 * no garbage once it is compiled into the loop, and the loop with the coverage agent's code in it is too large for that.
 */
final class AllocationTest {
    private static final double BYTES_TOLERATED = 4; // a class that is loaded, a stack that is walked

    @TempDir
    Path directory;

    @Test
    void aRequestMakesNoGarbageInAClosedLoop() throws Exception {
        assertNoGarbage("closed");
    }

    @Test
    void aRequestMakesNoGarbageInAnOpenLoop() throws Exception {
        assertNoGarbage("open");
    }

    private void assertNoGarbage(String arrivals) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        AllocationProbe.class.getName(),
                        arrivals,
                        directory.resolve("t.trace").toString(),
                        Double.toString(BYTES_TOLERATED))
                .redirectErrorStream(true)
                .start();
        String output;
        int status;
        try (InputStream lines = process.getInputStream()) {
            output = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
            status = process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, status, output);
        List<Double> rounds = output.lines().map(Double::valueOf).toList();
        assertTrue(rounds.getLast() < BYTES_TOLERATED, "bytes a request, round by round: " + rounds);
    }

    /** All that this JVM has, modules or not, and the tests. */
    private static String classPath() throws Exception {
        Path self = Path.of(Objects.requireNonNull(AllocationTest.class.getResource("AllocationTest.class"))
                .toURI());
        Path tests = self.resolve("../../../../..").normalize();
        return Stream.of(
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"),
                        tests.toString())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }
}
