package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.trace.Document;
import io.laio.workload.trace.PrefixSequences;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import io.laio.workload.trace.TraceReader;
import io.laio.workload.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sequences a generator plays, and with which pauses. */
final class SequenceQueueTest {
    private static final int SEQUENCES = 2_000;
    private static final Arrivals CLOSED = new Arrivals.Closed();

    @TempDir
    Path directory;

    private Path trace;

    /** Sequence i is for document i, and begins i seconds in, but after the tenth there is a pause of an hour. */
    @BeforeEach
    void writeNumberedSequences() throws IOException {
        trace = directory.resolve("t.trace");
        try (TraceWriter writer = TraceWriter.create(trace)) {
            for (int i = 0; i < SEQUENCES; i++) {
                writer.document(new Document("/" + i, 1));
            }
            RequestSequence sequence = new RequestSequence();
            for (int i = 0; i < SEQUENCES; i++) {
                sequence.clear(i * 1_000L + (i > 10 ? 3_600_000 : 0));
                sequence.add(RequestKind.GET, i, 0);
                sequence.add(RequestKind.GET, i, 100_000);
                writer.sequence(sequence);
            }
            writer.commit("numbered", 0, Map.of());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7})
    void everySequenceIsPlayedByExactlyOneShardAndWhole(int shards) throws IOException {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            List<Integer> part = documents(new Shard(i, shards), 0);
            double share = (double) part.size() / SEQUENCES;
            assertEquals(1.0 / shards, share, 0.05, "shard " + i + " has " + part.size());
            all.addAll(part);
        }
        assertEquals(
                IntStream.range(0, SEQUENCES).boxed().toList(),
                all.stream().sorted().toList());
    }

    @Test
    void aLimitIsOneOfTheWholeTrace() throws IOException {
        List<Integer> all = new ArrayList<>(documents(new Shard(0, 2), 200));
        all.addAll(documents(new Shard(1, 2), 200));
        assertEquals(
                IntStream.range(0, 100).boxed().toList(), all.stream().sorted().toList());
    }

    @Test
    void allShardsShortenPausesAsTheWholeTraceDoes() throws IOException {
        Arrivals arrivals = new Arrivals.OwnTimes(1, 60_000);
        for (int i = 0; i < 3; i++) {
            try (TraceReader reader = TraceReader.open(trace)) {
                SequenceQueue queue = new SequenceQueue(new PrefixSequences(reader, 0), new Shard(i, 3), arrivals);
                RequestSequence sequence = new RequestSequence();
                while (queue.next(sequence)) {
                    int number = sequence.document(0);
                    assertEquals(number * 1_000L + (number > 10 ? 59_000 : 0), sequence.startMillis());
                    assertEquals(60_000, sequence.gapMillis(1));
                }
            }
        }
    }

    @Test
    void withoutALimitPausesStayAsTheyAre() throws IOException {
        try (TraceReader reader = TraceReader.open(trace)) {
            SequenceQueue queue =
                    new SequenceQueue(new PrefixSequences(reader, 0), Shard.WHOLE, new Arrivals.OwnTimes(1, 0));
            RequestSequence sequence = new RequestSequence();
            for (int i = 0; i < 12; i++) {
                assertTrue(queue.next(sequence));
            }
            assertEquals(3_611_000, sequence.startMillis());
            assertEquals(100_000, sequence.gapMillis(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "2, 2", "0, 0", "0, 10001"})
    void impossibleShardsAreRefused(int index, int count) {
        assertThrows(IllegalArgumentException.class, () -> new Shard(index, count));
    }

    private List<Integer> documents(Shard shard, long maxRequests) throws IOException {
        try (TraceReader reader = TraceReader.open(trace)) {
            SequenceQueue queue = new SequenceQueue(new PrefixSequences(reader, maxRequests), shard, CLOSED);
            List<Integer> documents = new ArrayList<>();
            RequestSequence sequence = new RequestSequence();
            while (queue.next(sequence)) {
                assertEquals(2, sequence.size());
                documents.add(sequence.document(0));
            }
            return documents;
        }
    }
}
