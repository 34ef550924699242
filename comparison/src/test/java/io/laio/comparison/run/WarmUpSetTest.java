package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestSequence;
import io.laio.workload.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpSetTest {
    @TempDir
    Path directory;

    private final WarmUpSet set = new WarmUpSet();

    @Test
    void sizesRunFromHalfAKilobyteToHalfAMegabyte() {
        long smallest =
                set.documents().stream().mapToLong(Document::sizeBytes).min().orElseThrow();
        long largest =
                set.documents().stream().mapToLong(Document::sizeBytes).max().orElseThrow();
        assertEquals(513, smallest);
        assertEquals(512 * 1024 + 1, largest);
    }

    @Test
    void theTraceAsksForEveryDocumentAndHasTheLengthAskedFor() throws IOException {
        Path trace = directory.resolve("warm-up.trace");
        set.writeTrace(trace, 3_001);
        Set<Integer> asked = new HashSet<>();
        try (TraceReader reader = TraceReader.open(trace)) {
            assertEquals(3_001, reader.header().requests());
            RequestSequence sequence = new RequestSequence();
            while (reader.next(sequence)) {
                for (int i = 0; i < sequence.size(); i++) {
                    asked.add(sequence.document(i));
                }
            }
        }
        assertEquals(set.documents().size(), asked.size());
    }

    @Test
    void itIsTheSameEveryTime() throws IOException {
        set.writeTrace(directory.resolve("a"), 100);
        new WarmUpSet().writeTrace(directory.resolve("b"), 100);
        assertArrayEquals(Files.readAllBytes(directory.resolve("a")), Files.readAllBytes(directory.resolve("b")));
        assertTrue(set.paths().stream().allMatch(path -> path.startsWith("/_warm-up/")), set.paths()::toString);
    }
}
