package io.laio.comparison.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.comparison.results.DiskReads;
import org.junit.jupiter.api.Test;

class DiskCountersTest {
    private static final String STAT =
            "   41991     9946  3543730    11626    22320     9235  1957744     3906        0     5844    16123     8329       34\n";

    @Test
    void readsTheDocumentedFields() {
        assertEquals(new DiskCounters(41_991, 3_543_730, 11_626, 5_844), DiskCounters.parse(STAT));
    }

    @Test
    void theDifferenceOfTwoLooksIsWhatARunDid() {
        DiskCounters before = DiskCounters.parse(STAT);
        DiskCounters after = new DiskCounters(41_991 + 1_000, 3_543_730 + 16, 11_626 + 4_000, 5_844 + 500);
        assertEquals(new DiskReads(1_000, 16 * 512, 4.0, 0.5), after.since(before, 1_000));
    }
}
