package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.cgroup.CpuList;
import io.laio.linux.Linux;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AffinityTest {
    @Test
    void aProcessIsBoundToItsProcessors() throws Exception {
        CpuList one = CpuList.of(Affinity.allowed().cpus().getLast());
        Process sleeper = new ProcessBuilder("sleep", "600").start();
        try {
            new Affinity(Linux.open()).bind(sleeper.pid(), one);
            String bound = Files.readAllLines(Path.of("/proc", Long.toString(sleeper.pid()), "status")).stream()
                    .filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(one, CpuList.parse(bound.substring(bound.indexOf(':') + 1)));
        } finally {
            sleeper.destroyForcibly().waitFor(); // other tests look for processes left behind
        }
    }

    @Test
    void serverAndGeneratorGetAProcessorEachWhereThereAreTwo() {
        Processors two = Processors.divide(CpuList.parse("2-5"));
        assertEquals(CpuList.of(2), two.server());
        assertEquals(CpuList.of(3), two.generator());
        assertFalse(two.shared());
        assertTrue(Processors.divide(CpuList.of(7)).shared());
    }
}
