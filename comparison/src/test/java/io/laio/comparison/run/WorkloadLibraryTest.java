package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.plan.Plan;
import io.laio.comparison.plan.PlanReader;
import io.laio.testbed.disk.DiskContents;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import io.laio.workload.trace.TraceWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadLibraryTest {
    private static final int DOCUMENTS = 100_000;
    private static final int DOCUMENT_BYTES = 1_024;
    private static final int DIRECTORIES = 1_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private Path trace() throws Exception {
        Path trace = directory.resolve("small.trace");
        try (TraceWriter writer = TraceWriter.create(trace)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                writer.document(new Document("/a/" + i % DIRECTORIES + "/" + i, DOCUMENT_BYTES));
            }
            RequestSequence sequence = new RequestSequence();
            sequence.add(RequestKind.GET, 0, 0);
            writer.sequence(sequence);
            writer.commit("small", 1, Map.of());
        }
        return trace;
    }

    /** A disk of the usual ext4 would have an inode for less than half of them. */
    @Test
    void aDiskForManySmallFilesHasRoomForEachAndForTheirDirectories() throws Exception {
        String plan = """
                {"name": "small", "servers": ["a"], "workloads": ["%s"], "cache": ["cold"], "clients": [4], "repeats": 1,
                 "scale": "1", "requests": 0, "seconds": 60, "warmUpRequests": 8, "readAhead": "leave", "seed": 7}
                """.formatted(trace());
        Path file = Files.writeString(directory.resolve("plan.json"), plan);
        Plan read = PlanReader.read(file, Map.of());
        WorkloadLibrary library = new WorkloadLibrary(directory, directory, directory, Narrator.SILENT);
        DiskContents contents = library.contents(read);
        List<Document> warmUp = new WarmUpSet().documents();
        long bytes = warmUp.stream().mapToLong(Document::sizeBytes).sum();
        assertEquals((long) DOCUMENTS * DOCUMENT_BYTES + bytes, contents.bytes());
        long files = (long) DOCUMENTS + DIRECTORIES + warmUp.size();
        assertTrue(contents.files() > files && contents.files() < files + 50, contents::toString);
        assertTrue(contents.inodes(contents.diskBytes()) > contents.files());
    }
}
