package io.laio.comparison.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoiseTest {
    @Test
    void processorTimesAreTheFirstLineWithoutIdleTime() {
        String stat = "cpu  100 1 20 5000 300 0 4 50 0 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n";
        assertEquals(new CpuTimes(1_250_000, 40_000, 500_000), CpuTimes.parse(stat));
        assertEquals(new CpuTimes(1_210_000, 0, 500_000), CpuTimes.parse(stat).withoutSoftIrq());
    }

    @Test
    void whatServerAndGeneratorUsedIsNoNoise() {
        Noise noise = Noise.between(new CpuTimes(0, 0, 0), new CpuTimes(1_950_000, 0, 0), 1_900_000, 1_000_000);
        assertEquals(List.of(), noise.notes());
    }

    @Test
    void otherProgramsAndTheHostAreNamed() {
        Noise noise = Noise.between(new CpuTimes(0, 0, 0), new CpuTimes(1_500_000, 0, 50_000), 1_000_000, 1_000_000);
        assertEquals(new Noise(0.05, 0.5), noise);
        assertEquals(2, noise.notes().size());
        assertTrue(noise.notes().get(1).contains("50 %"), noise.notes()::toString);
    }
}
