package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.cgroup.CpuList;
import io.laio.comparison.cgroup.ProcessGroup;
import io.laio.comparison.cgroup.ReadLimit;
import io.laio.comparison.environment.BlockDevice;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.DiskReads;
import io.laio.comparison.results.RunResult;
import io.laio.testbed.network.EmulatedNetwork;
import io.laio.testbed.network.EndCpus;
import io.laio.testbed.network.LinkModels;
import io.laio.testbed.network.Loopback;
import io.laio.testbed.network.Network;
import io.laio.testbed.network.SystemCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Comparisons with all that root may do: control groups, a memory budget, cold names. On the disk that the build is on. */
@Tag("root")
class RootStudyTest {
    private static final int LARGE_BYTES = 6 << 20;
    private static final long BUDGET_BYTES = 40 << 20;

    private Path directory = Path.of("");

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "on-disk")), "study")
                .toAbsolutePath();
        String type = Files.getFileStore(directory).type();
        assumeFalse(type.equals("tmpfs"), "on tmpfs nothing can be evicted");
    }

    @AfterEach
    void removeDirectory() throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void aBudgetSmallerThanTheFootprintIsReachedAndKept() throws Exception {
        for (RunResult run : play("cold,warm")) {
            assertTrue(run.valid(), run::toString);
            long pageCacheBytes = Objects.requireNonNull(run.use().pageCacheBytes());
            assertEquals((double) BUDGET_BYTES, (double) pageCacheBytes, 0.1 * (double) BUDGET_BYTES);
            assertEquals(BUDGET_BYTES, Objects.requireNonNull(run.setting().memoryBudgetBytes()));
            assertTrue(Objects.requireNonNull(run.use().serverCpuMicrosPerRequest()) > 0, run::toString);
        }
    }

    @Test
    void coldIsColdInDataAndNames() throws Exception {
        RunResult run = play("cold").getFirst();
        assertEquals(CacheState.COLD, run.setting().cache());
        assertTrue(run.evidence().namesCold());
        assertTrue(Objects.requireNonNull(run.evidence().residentFractionBefore()) < 0.01, run::toString);
        DiskReads reads = run.use().diskReads();
        assumeTrue(reads != null, "the build is on no disk of its own, so nobody counts what is read from it");
        assertTrue(Objects.requireNonNull(reads).bytes() >= 10L * LARGE_BYTES, run::toString);
    }

    @Test
    void nothingIsLeftOfAGroup() throws Exception {
        CgroupSupport.Available support =
                assertInstanceOf(CgroupSupport.Available.class, Host.detect().cgroups());
        CpuList cpus = Processors.divide(Affinity.allowed()).server(); // the first of all may not be ours
        String name = "laio-" + ProcessHandle.current().pid() + "-test";
        support.groups().create(name, cpus).close();
        // The name is free again: a second group of that name can be made.
        try (ProcessGroup again = support.groups().create(name, cpus)) {
            assertEquals(List.of(), again.processes());
        }
    }

    @Test
    void overALinkEverythingIsPlayedAndAskedThroughIt() throws Exception {
        LinkModels models = new LinkModels(Path.of("..", "config", "networks"));
        try (Network gigabit = EmulatedNetwork.make(models.find("gigabit"), EndCpus.firstTwo(), new SystemCommands())) {
            for (RunResult run : play(gigabit, Map.of("cache", List.of("cold", "warm")))) {
                assertTrue(run.valid(), run::toString);
                assertEquals("gigabit", run.setting().network());
                assertEquals(40, run.performance().requests());
                assertTrue(run.use().operations().containsKey("read"), run::toString);
            }
        }
    }

    @Test
    void aLimitOfReadsIsInForceForTheDocumentsDisk() throws Exception {
        Optional<BlockDevice> device = BlockDevice.below(directory);
        assumeTrue(device.isPresent(), "the build is on no disk of its own, so nothing can be limited");
        assumeTrue(Host.detect().readLimitObstacle(directory).isEmpty(), "no controller of block devices");
        List<RunResult> runs =
                play(new Loopback(), Map.of("cache", List.of("cold"), "readLimit", List.of("iops=100000")));
        assertEquals(
                "native, limited to 100000 reads/s", runs.getFirst().setting().disk());
        assertTrue(runs.getFirst().valid(), runs::toString);
    }

    @Test
    void theKernelTakesALimitOfReads() throws Exception {
        CgroupSupport.Available support =
                assertInstanceOf(CgroupSupport.Available.class, Host.detect().cgroups());
        Optional<BlockDevice> device = BlockDevice.below(directory);
        assumeTrue(device.isPresent() && support.groups().mayLimitReads(), "nothing can be limited here");
        String name = "laio-" + ProcessHandle.current().pid() + "-limited";
        ReadLimit limit = new ReadLimit(OptionalLong.of(300), OptionalLong.of(60 << 20));
        try (ProcessGroup group = support.groups()
                .create(name, Processors.divide(Affinity.allowed()).server())) {
            group.limitReads(device.orElseThrow().number(), limit);
            assertThrows(IOException.class, () -> group.limitReads("0:0", limit)); // no such disk
        }
    }

    /** tail keeps the last line, and this one has no end: it grows until the group's memory is used up. */
    @Test
    void aGroupCountsWhomTheKernelKilledForWantOfMemory() throws Exception {
        assumeTrue(Files.readAllLines(Path.of("/proc/swaps")).size() == 1, "with swap nobody need be killed");
        CgroupSupport.Available support =
                assertInstanceOf(CgroupSupport.Available.class, Host.detect().cgroups());
        String name = "laio-" + ProcessHandle.current().pid() + "-hungry";
        try (ProcessGroup group = support.groups()
                .create(name, Processors.divide(Affinity.allowed()).server())) {
            assertEquals(0, group.outOfMemoryKills());
            assertTrue(group.limitMemory(BUDGET_BYTES));
            Process hungry = new ProcessBuilder("sh", "-c", "read -r go && exec tail -n 1 /dev/zero").start();
            group.add(hungry.pid());
            hungry.outputWriter().append("go\n").close();
            assertEquals(128 + 9, hungry.waitFor());
            assertTrue(group.outOfMemoryKills() >= 1);
        }
    }

    private List<RunResult> play(String caches) throws Exception {
        return play(new Loopback(), Map.of("cache", List.of(caches.split(",", -1))));
    }

    private List<RunResult> play(Network network, Map<String, List<String>> more) throws Exception {
        Fixture fixture = new Fixture(directory, Host.detect(), LARGE_BYTES);
        fixture.contestant("a", "well");
        Map<String, List<String>> overrides = new HashMap<>(Map.of(
                "servers", List.of("a"),
                "workloads", List.of(fixture.trace().toString()),
                "memory", List.of(Long.toString(BUDGET_BYTES))));
        overrides.putAll(more);
        return fixture.study(network, overrides, Narrator.SILENT).carryOut().runs();
    }
}
