package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.cache.NameCache;
import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.cgroup.CpuList;
import io.laio.comparison.cgroup.ProcessGroup;
import io.laio.comparison.cgroup.ProcessGroups;
import io.laio.comparison.plan.PlanException;
import io.laio.linux.Linux;
import io.laio.testbed.disk.UnfitMachineException;
import io.laio.testbed.network.Loopback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit of reads concerns the disk that the documents are on. */
class ReadLimitStudyTest {
    /** Of no block device, whatever the machine. */
    private static final Path NO_DISK = Path.of("/proc");

    @TempDir
    Path directory;

    /** Groups that could limit reads, if there was a disk, and were never asked to. */
    private record WillingGroups() implements ProcessGroups {
        @Override
        public int version() {
            return 2;
        }

        @Override
        public boolean mayLimitReads() {
            return true;
        }

        @Override
        public ProcessGroup create(String name, CpuList cpus) throws IOException {
            throw new IOException("a server was started");
        }
    }

    @Test
    void whatCannotBeLimitedIsSaidOfTheDocumentsDiskBeforeAnythingIsDone() throws Exception {
        Study study = study(Map.of("readLimit", List.of("iops=300")));
        UnfitMachineException refusal = assertThrows(UnfitMachineException.class, study::carryOut);
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(NO_DISK + " is on no disk"), refusal::toString);
        assertFalse(Files.exists(directory.resolve("results")));
    }

    @Test
    void whoeverLimitsNothingNeedsNoDisk() throws Exception {
        Study study = study(Map.of("workloads", List.of("absent.trace")));
        assertThrows(PlanException.class, study::carryOut);
    }

    private Study study(Map<String, List<String>> overrides) throws Exception {
        Host host = new Host(
                Linux.open(),
                Processors.divide(Affinity.allowed()),
                new CgroupSupport.Available(new WillingGroups(), List.of()),
                new NameCache(directory.resolve("drop_caches")),
                List.of());
        Fixture fixture = new Fixture(directory, host);
        fixture.contestant("a", "well");
        return fixture.study(new FakeDisk(NO_DISK), new Loopback(), overrides, Narrator.SILENT);
    }
}
