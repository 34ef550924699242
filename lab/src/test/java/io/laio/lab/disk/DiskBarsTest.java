package io.laio.lab.disk;

import static io.laio.lab.disk.SyntheticDisks.disk;
import static io.laio.lab.disk.SyntheticDisks.limited;
import static io.laio.lab.disk.SyntheticDisks.results;
import static io.laio.lab.disk.SyntheticDisks.turning;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each bar holds where it should, and is missed on either side. */
class DiskBarsTest {
    private static List<String> missed(DiskResult... disks) {
        return DiskBars.of(results(3, disks)).stream()
                .filter(bar -> !bar.holds())
                .map(DiskBar::words)
                .toList();
    }

    @Test
    void aDiskAsItShouldBeHoldsAll() {
        DiskResults good = results(
                3,
                disk(turning("hdd-2004"), 73, 131, 0.98, 0.02, 3),
                disk(turning("hdd-2004-fcfs"), 73, 73, 1, 0.02, 3),
                disk(limited("cloud-volume", 24_000), 872, 24_000, 0.5, 0.4, 3));
        List<DiskBar> bars = DiskBars.of(good);
        assertEquals(4 + 2 + 1, bars.size());
        assertTrue(bars.stream().allMatch(DiskBar::holds), bars::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "69, 131, 1, 0.02, one at a time",
        "131, 300, 1, 0.02, one at a time",
        "73, 120, 1, 0.02, 32 outstanding",
        "73, 221, 1, 0.02, 32 outstanding",
        "73, 131, 0.89, 0.02, in order",
        "73, 131, 1.11, 0.02, in order",
        "73, 131, 1, 0.11, daemon"
    })
    void theDiskOf2004MissesOneBarAtATime(double one, double many, double ratio, double share, String words) {
        List<String> missed = missed(disk(turning("hdd-2004"), one, many, ratio, share, 3));
        assertEquals(1, missed.size(), missed::toString);
        assertTrue(missed.getFirst().contains(words), missed::toString);
    }

    @Test
    void depthMustPay20TimesWhereTheLimitAllowsIt() {
        assertEquals(
                1,
                missed(disk(limited("cloud-volume", 24_000), 872, 17_000, 1, 0.02, 3))
                        .size());
        assertEquals(List.of(), missed(disk(limited("cloud-volume", 24_000), 872, 17_500, 1, 0.02, 3)));
    }

    /** 3,000 a second are 3.4 times 872: nine tenths of that must be reached. */
    @Test
    void aLowerLimitIsWhatDepthMustReach() {
        assertEquals(List.of(), missed(disk(limited("cloud-volume-baseline", 3_000), 872, 2_750, 1, 0.02, 3)));
        assertEquals(
                1,
                missed(disk(limited("cloud-volume-baseline", 3_000), 872, 2_600, 1, 0.02, 3))
                        .size());
    }

    @Test
    void thereMayBeNothingToJudge() {
        DiskTraits constant = new DiskTraits("constant", "", false, 1 << 20, OptionalDouble.empty());
        assertFalse(DiskBars.judge(constant));
        assertTrue(DiskBars.judge(turning("a")) && DiskBars.judge(limited("b", 1)));
        assertEquals(List.of(), DiskBars.of(results(1, disk(constant, 1, 2, 3, 4, 1))));
    }

    @Test
    void noNumberHoldsNothing() {
        assertFalse(new DiskBar("a", "b", Double.NaN, 0, Double.POSITIVE_INFINITY).holds());
        assertTrue(new DiskBar("a", "b", 0, 0, Double.POSITIVE_INFINITY).holds());
    }
}
