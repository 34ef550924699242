package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.cache.NameCache;
import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.cgroup.CpuList;
import io.laio.comparison.cgroup.MemoryUse;
import io.laio.comparison.cgroup.ProcessGroup;
import io.laio.comparison.cgroup.ProcessGroups;
import io.laio.comparison.cgroup.ReadLimit;
import io.laio.comparison.results.RunResult;
import io.laio.linux.Linux;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that end in the midst of a run: the run does not count, says why, and the comparison goes on. */
class CasualtyTest {
    private static final Path LOG = Path.of("logs/a/output.log");

    @TempDir
    Path directory;

    /** The group of a kernel that killed whoever in it has ended. */
    private static final class Deadly implements ProcessGroup {
        private long pid;

        @Override
        public void add(long pid) {
            this.pid = pid;
        }

        @Override
        public long outOfMemoryKills() {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) ? 0 : 1;
        }

        @Override
        public List<Long> processes() {
            return List.of();
        }

        @Override
        public MemoryUse memory() {
            return new MemoryUse(0, 0);
        }

        @Override
        public boolean limitMemory(long bytes) {
            return true;
        }

        @Override
        public void limitReads(String device, ReadLimit limit) {}

        @Override
        public long cpuMicros() {
            return -1;
        }

        @Override
        public void close() {}
    }

    private record DeadlyGroups() implements ProcessGroups {
        @Override
        public int version() {
            return 2;
        }

        @Override
        public ProcessGroup create(String name, CpuList cpus) {
            return new Deadly();
        }
    }

    @Test
    void whoRunsIsNoCasualty() {
        assertEquals(Optional.empty(), Casualty.describe(OptionalInt.empty(), 0, LOG));
    }

    @Test
    void theReasonIsToldWithARemedy() {
        assertSays("the server ended by itself with exit code 3; its output is in " + LOG, 3, 0);
        assertSays("the server was killed by signal 11; ", 139, 0);
        assertSays("the server was killed: out of memory (the kernel killed 2 in", 137, 2);
        assertSays("give more with --memory", 137, 2);
        assertTrue(Casualty.describe(OptionalInt.empty(), 1, LOG)
                .orElseThrow()
                .startsWith("a helper of the server was killed: out of memory"));
    }

    private static void assertSays(String words, int status, long kills) {
        String said = Casualty.describe(OptionalInt.of(status), kills, LOG).orElseThrow();
        assertTrue(said.contains(words), said);
    }

    @Test
    void aServerThatEndsMakesItsRunInvalidAndTheNextIsPlayed() throws Exception {
        List<RunResult> runs = play(new CgroupSupport.Unavailable("tests have none", "none needed"));
        assertEquals(2, runs.size());
        for (RunResult run : runs) {
            String reason = run.validity().invalidReasons().getFirst();
            assertTrue(reason.startsWith("the server was killed by signal 9; its output is in "), run::toString);
            assertEquals(null, run.use().serverCpuMicrosPerRequest());
            assertTrue(run.use().operations().isEmpty(), run::toString);
        }
    }

    @Test
    void wantOfMemoryIsCalledByItsName() throws Exception {
        for (RunResult run : play(new CgroupSupport.Available(new DeadlyGroups(), List.of()))) {
            String reason = run.validity().invalidReasons().getFirst();
            assertTrue(reason.startsWith("the server was killed: out of memory"), run::toString);
        }
    }

    private List<RunResult> play(CgroupSupport cgroups) throws Exception {
        Host host = new Host(
                Linux.open(),
                Processors.divide(Affinity.allowed()),
                cgroups,
                new NameCache(directory.resolve("drop_caches")),
                List.of());
        Fixture fixture = new Fixture(directory, host);
        fixture.contestant("a", "mortal");
        return fixture.study("a", "cold,warm", Narrator.SILENT).carryOut().runs();
    }
}
