package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.cache.NameCache;
import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.results.RunResult;
import io.laio.linux.Linux;
import io.laio.testbed.network.Loopback;
import io.laio.testbed.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons of fake servers on a disk that has to be told when it counts. */
class SlowDiskStudyTest {
    @TempDir
    Path directory;

    private FakeDisk disk = new FakeDisk(Path.of(""));

    @BeforeEach
    void makeDisk() {
        disk = new FakeDisk(directory.resolve("data"));
    }

    /** A link that is gone as soon as the disk is slow: that is, when the measured replay begins. */
    private record FailingLink(FakeDisk disk, IOException failure) implements FakeNetwork {
        @Override
        public <T> T asClient(Action<T> action) throws IOException {
            if (disk.keepsPace) {
                throw failure;
            }
            return action.perform();
        }
    }

    @Test
    void theFirstFailureIsTheOneThatIsTold() throws Exception {
        IOException first = new IOException("the link is gone");
        IOException second = new IOException("the daemon does not answer");
        disk.refusesToHurry = second;
        IOException told = assertThrows(IOException.class, study(new FailingLink(disk, first))::carryOut);
        assertSame(first, told);
        assertEquals(List.of(second), List.of(told.getSuppressed()));
    }

    @Test
    void theDiskHurriesAgainAfterAFailure() throws Exception {
        IOException failure = new IOException("the link is gone");
        assertSame(failure, assertThrows(IOException.class, study(new FailingLink(disk, failure))::carryOut));
        assertFalse(disk.keepsPace);
    }

    @Test
    void whatTheEmulationCountsDuringTheRunIsStoredAndJudged() throws Exception {
        disk.statistics.add(FakeDisk.counted(500, 400)); // before the run, when it hurried
        disk.statistics.add(FakeDisk.counted(600, 402));
        RunResult run = study(new Loopback()).carryOut().runs().getFirst();
        assertEquals(800.0 / 10_800, Objects.requireNonNull(run.evidence().diskLateFraction()), 1e-9);
        String reason = run.validity().invalidReasons().getFirst();
        assertTrue(reason.startsWith("7.41 % of the waiting") && reason.contains("2 of 100 requests"), reason);
    }

    @Test
    void whereNothingIsEmulatedNothingIsLate() throws Exception {
        RunResult run = study(new Loopback()).carryOut().runs().getFirst();
        assertEquals(null, run.evidence().diskLateFraction());
        assertTrue(run.valid(), run::toString);
    }

    @Test
    void theResultsTellWhoDecidesHowFarIsReadAhead() throws Exception {
        assertEquals(
                "the disk's model",
                study(new Loopback()).carryOut().environment().details().get("readAheadSetBy"));
    }

    private Study study(Network network) throws Exception {
        Host host = new Host(
                Linux.open(),
                Processors.divide(Affinity.allowed()),
                new CgroupSupport.Unavailable("tests have none", "none needed"),
                new NameCache(directory.resolve("drop_caches")),
                List.of());
        Fixture fixture = new Fixture(directory, host);
        fixture.contestant("a", "well");
        Map<String, List<String>> overrides = Map.of(
                "servers", List.of("a"),
                "workloads", List.of(fixture.trace().toString()),
                "disk", List.of("slow"),
                "cache", List.of("cold"));
        return fixture.study(disk, network, overrides, Narrator.SILENT);
    }
}
