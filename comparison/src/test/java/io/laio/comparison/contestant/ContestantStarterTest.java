package io.laio.comparison.contestant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.OperationCounts;
import io.laio.comparison.results.OperationStall;
import io.laio.comparison.results.StallBucket;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestantStarterTest {
    @TempDir
    Path directory;

    private final ContestantStarter starter = new ContestantStarter(Duration.ofSeconds(60));
    private final RecordingPlacement placement = new RecordingPlacement();

    @Test
    void theDigestOfItsFilesTellsConfigurationsApart() throws Exception {
        Contestant one = FakeContestants.told("one", "well");
        assertEquals(
                one.filesSha256(), FakeContestants.announcing("other", "well").filesSha256());
        assertEquals(64, one.filesSha256().length());
        assertNotEquals(
                one.filesSha256(),
                withFiles(one, Map.of("fake.conf", "root ${docroot}\n")).filesSha256());
        assertEquals("", withFiles(one, Map.of()).filesSha256());
    }

    private static Contestant withFiles(Contestant like, Map<String, String> files) {
        return new Contestant(
                like.name(),
                like.description(),
                like.command(),
                like.options(),
                like.port(),
                like.statisticsPath(),
                like.connectionPerRequest(),
                files,
                like.install(),
                like.version());
    }

    @Test
    void aReadyContestantAnswersWhereItSaidItWould() throws Exception {
        Launch launch = FakeContestants.launch(FakeContestants.announcing("fake", "well"), directory);
        Files.writeString(launch.documentRoot().resolve("hello.txt"), "hello");
        try (RunningContestant running = starter.start(launch, placement)) {
            assertEquals("steam", running.engine());
            assertEquals("no coal", running.engineReason());
            assertTrue(get(running, "/hello.txt").endsWith("hello"));
        }
    }

    @Test
    void itIsPlacedBeforeItsFirstInstruction() throws Exception {
        Launch launch = FakeContestants.launch(FakeContestants.announcing("fake", "well"), directory);
        try (RunningContestant running = starter.start(launch, placement)) {
            assertEquals(List.of(running.processes().rootPid()), placement.placed);
            assertTrue(placement.commands.getFirst().endsWith("sh"), placement.commands::toString);
        }
    }

    @Test
    void itsEnvironmentHasWhatItsCommandIsRecordedWith() throws Exception {
        Contestant teller = new Contestant(
                "teller",
                "tells its environment, and ends",
                List.of("sh", "-c", "env; exit 1"),
                Map.of(),
                Contestant.PortSource.ANNOUNCED,
                Optional.empty(),
                false,
                Map.of(),
                "",
                List.of());
        Launch launch = FakeContestants.launch(teller, directory);
        assertThrows(ContestantException.class, () -> starter.start(launch, placement));
        assertEquals(List.of("env", "LAIO_TOUCH_HEAP=1", "sh", "-c", "env; exit 1"), teller.wholeCommand());
        assertTrue(Files.readAllLines(launch.log()).contains("LAIO_TOUCH_HEAP=1"));
    }

    @Test
    void aPortCanBeGivenToIt() throws Exception {
        Launch launch = FakeContestants.launch(FakeContestants.told("fake", "well"), directory);
        try (RunningContestant running = starter.start(launch, placement)) {
            String configuration = Files.readString(launch.directory().resolve("fake.conf"));
            assertTrue(configuration.contains("port " + running.address().getPort()), configuration);
        }
    }

    @Test
    void statisticsAreReadAndReset() throws Exception {
        Launch launch = FakeContestants.launch(FakeContestants.announcing("fake", "well"), directory);
        Files.writeString(launch.documentRoot().resolve("hello.txt"), "hello");
        try (RunningContestant running = starter.start(launch, placement)) {
            StatisticsClient client = running.statistics().orElseThrow();
            get(running, "/hello.txt");
            ServerStatistics before = client.read();
            assertEquals(1, before.requests());
            assertEquals(new OperationCounts(1, 0L, 1, 2.5), before.operations().get("read"));
            var stall = Objects.requireNonNull(before.stall());
            assertEquals(3.0, stall.max());
            assertEquals("open", stall.longestOperation());
            assertEquals(10.0, stall.wall());
            assertEquals(4, stall.turns());
            assertEquals(2, stall.turnsOver1());
            assertEquals(List.of(new StallBucket(4096L, 3), new StallBucket(null, 5)), stall.histogram());
            assertEquals(
                    Map.of("open", new OperationStall(3, 3), "read", new OperationStall(2, 2.5)), stall.operations());
            assertEquals(
                    Map.of("read", Map.of("limit", 4L, "asked", 7L), "name", Map.of("limit", 2L, "asked", 5L)),
                    before.helpers());
            client.reset();
            assertEquals(0, client.read().requests());
        }
    }

    @Test
    void closingEndsItAndItsHelpers() throws Exception {
        Launch launch = FakeContestants.launch(FakeContestants.announcing("fake", "helper"), directory);
        RunningContestant running = starter.start(launch, placement);
        List<Long> helpers = running.processes().helperPids();
        assertEquals(1, helpers.size());
        assertTrue(running.processes().cpuMicros() > 0);
        HelperMemory memory = running.processes().helperMemory();
        assertTrue(memory.ownBytes() > 0, memory::toString);
        assertTrue(memory.proportionalBytes() > memory.ownBytes(), "its code is of a file: " + memory);
        running.close();
        assertFalse(running.processes().alive());
        assertTrue(hasEnded(helpers.getFirst()));
        assertEquals(HelperMemory.NONE, running.processes().helperMemory());
    }

    /** Also a zombie has: whoever is its parent now takes note of it in its own time, or never. */
    private static boolean hasEnded(long pid) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (NoSuchFileException gone) {
            return true;
        }
    }

    @Test
    void anUnfitEnvironmentIsReportedInTheContestantsOwnWords() throws Exception {
        Launch launch = FakeContestants.launch(FakeContestants.announcing("fake", "unfit"), directory);
        ContestantException error = assertThrows(ContestantException.class, () -> starter.start(launch, placement));
        assertEquals(ContestantException.Kind.ENVIRONMENT_UNFIT, error.kind());
        assertTrue(String.valueOf(error.getMessage()).contains("allow io_uring_setup"), error::toString);
    }

    @Test
    void oneThatIsNeverReadyIsEnded() throws Exception {
        Launch launch = FakeContestants.launch(FakeContestants.announcing("fake", "silent"), directory);
        ContestantStarter impatient = new ContestantStarter(Duration.ofMillis(50));
        ContestantException error = assertThrows(ContestantException.class, () -> impatient.start(launch, placement));
        assertEquals(ContestantException.Kind.FAILED, error.kind());
        assertFalse(ProcessHandle.of(placement.placed.getFirst())
                .map(ProcessHandle::isAlive)
                .orElse(false));
    }

    @Test
    void oneThatCannotBePlacedIsEnded() throws Exception {
        Launch launch = FakeContestants.launch(FakeContestants.announcing("fake", "well"), directory);
        placement.refusal = new IOException("Permission denied");
        assertThrows(IOException.class, () -> starter.start(launch, placement));
        assertFalse(ProcessHandle.of(placement.placed.getFirst())
                .map(ProcessHandle::isAlive)
                .orElse(false));
    }

    private static String get(RunningContestant running, String path) throws IOException {
        try (Socket socket =
                new Socket(running.address().getAddress(), running.address().getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: fake\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static final class RecordingPlacement implements Placement {
        private final List<Long> placed = new ArrayList<>();
        private final List<String> commands = new ArrayList<>();
        private @Nullable IOException refusal;

        @Override
        public void place(long pid) throws IOException {
            placed.add(pid);
            commands.add(ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .orElse("?"));
            if (refusal != null) {
                throw refusal;
            }
        }

        @Override
        public List<Long> processes() {
            return List.of();
        }
    }
}
