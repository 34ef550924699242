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

    /** Two looks at a machine of two processors on which others were building, two seconds apart. */
    @Test
    void aBusyMachineAsRecordedIsNoisyWhateverTheRunUsed() {
        CpuTimes before = CpuTimes.parse("cpu  1884328 55 357818 449364 360537 0 81661 1463 0 0\n");
        CpuTimes after = CpuTimes.parse("cpu  1884713 55 357843 449364 360537 0 81661 1463 0 0\n");
        assertEquals(new Noise(0, 2.05), Noise.between(before, after, 0, 2_000_000));
        assertEquals(
                1, Noise.between(before, after, 3_800_000, 2_000_000).notes().size());
    }

    /** Somebody who comes for a second of five takes a fifth of a processor; for a quarter of one, no more than runs differ by. */
    @Test
    void noiseInPartOfARunCountsByItsShareOfIt() {
        CpuTimes before = new CpuTimes(0, 0, 0);
        assertEquals(
                1,
                Noise.between(before, new CpuTimes(9_000_000, 0, 0), 8_000_000, 5_000_000)
                        .notes()
                        .size());
        assertEquals(
                List.of(),
                Noise.between(before, new CpuTimes(8_250_000, 0, 0), 8_000_000, 5_000_000)
                        .notes());
    }
}
