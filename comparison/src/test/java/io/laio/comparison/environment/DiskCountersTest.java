package io.laio.comparison.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.DiskReads;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiskCountersTest {
    private static final String STAT =
            "   41991     9946  3543730    11626    22320     9235  1957744     3906        0     5844    16123     8329       34\n";

    @Test
    void readsTheDocumentedFields() {
        assertEquals(new DiskCounters(41_991, 3_543_730, 11_626, 5_844), DiskCounters.parse(STAT));
    }

    @Test
    void whoElseWritesIsNamedAndAJournalIsNot() {
        DiskWrites before = DiskWrites.parse(STAT);
        assertEquals(new DiskWrites(22_320, 1_957_744), before);
        assertEquals(Optional.empty(), new DiskWrites(22_320 + 30, 1_957_744 + 1_000).noteSince(before, 2_000_000));
        String many = new DiskWrites(22_320 + 40, 1_957_744 + 320)
                .noteSince(before, 2_000_000)
                .orElseThrow();
        assertTrue(many.startsWith("noisy: other programs wrote 0.1 MB in 20 requests a second"), many);
        String large = new DiskWrites(22_320 + 8, 1_957_744 + 8_192)
                .noteSince(before, 2_000_000)
                .orElseThrow();
        assertTrue(large.contains("2.1 MB"), large);
    }

    @Test
    void theDifferenceOfTwoLooksIsWhatARunDid() {
        DiskCounters before = DiskCounters.parse(STAT);
        DiskCounters after = new DiskCounters(41_991 + 1_000, 3_543_730 + 16, 11_626 + 4_000, 5_844 + 500);
        assertEquals(new DiskReads(1_000, 16 * 512, 4.0, 0.5), after.since(before, 1_000));
    }
}
