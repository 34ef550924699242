package io.laio.workload.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TracePrefixTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeATrace() throws IOException {
        file = directory.resolve("t.trace");
        SmallTraces.writeEveryKind(file);
    }

    @Test
    void aPrefixCutsTheLastSequence() throws IOException {
        TracePrefix prefix = TracePrefix.read(file, 3);
        assertEquals(new TracePrefix(1, 3, 120 + 4_464, SmallTraces.DOCUMENTS.subList(0, 2), 70_120), prefix);
    }

    @Test
    void aPrefixMayReachIntoTheNextSequence() throws IOException {
        TracePrefix prefix = TracePrefix.read(file, 5);
        assertEquals(List.of(2L, 5L), List.of(prefix.sequences(), prefix.requests()));
    }

    @Test
    void zeroMeansAll() throws IOException {
        TracePrefix prefix = TracePrefix.read(file, 0);
        assertEquals(List.of(2L, 6L), List.of(prefix.sequences(), prefix.requests()));
        assertEquals(SmallTraces.DOCUMENTS, prefix.documents());
    }

    @Test
    void moreThanThereAreIsAll() throws IOException {
        assertEquals(TracePrefix.read(file, 0), TracePrefix.read(file, 1_000));
    }
}
