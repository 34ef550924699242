package io.laio.workload.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laio.analysis.figures.Figure;
import io.laio.workload.describe.TraceDescription.ClassTotal;
import io.laio.workload.describe.TraceDescription.Quantiles;
import io.laio.workload.synth.Models;
import io.laio.workload.synth.SizeClass;
import io.laio.workload.synth.Synthesizer;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import io.laio.workload.trace.SmallTraces;
import io.laio.workload.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceDescriptionTest {
    @TempDir
    Path directory;

    private Path trace;

    @BeforeEach
    void nameTheTrace() {
        trace = directory.resolve("t.trace");
    }

    @Test
    void everythingIsCounted() throws IOException {
        SmallTraces.writeEveryKind(trace);
        TraceDescription got = TraceDescription.of(trace);
        assertEquals(
                Map.of(
                        SizeClass.SMALL, new ClassTotal(2, 120),
                        SizeClass.MEDIUM, new ClassTotal(1, 70_000),
                        SizeClass.LARGE, new ClassTotal(0, 0)),
                got.classes());
        assertEquals(
                Map.of(RequestKind.GET, 3L, RequestKind.HEAD, 1L, RequestKind.RANGE, 1L, RequestKind.NOT_MODIFIED, 1L),
                got.requests());
        assertEquals(6, got.totalRequests());
        assertEquals(120 + 4_464 + 0 + 120, got.responseBytes());
        assertEquals(new Quantiles(3, 2, 4, 4, 4), got.sequenceLengths());
        assertEquals(5_250, got.spanMillis());
        assertEquals(70_000.0 / 70_120, got.share(SizeClass.MEDIUM));
    }

    @Test
    void documentsThatNobodyAsksForAreSeen() throws IOException {
        List<Document> documents = new ArrayList<>(List.of(new Document("/a", 10), new Document("/b", 20)));
        SmallTraces.write(trace, documents, 1);
        assertEquals(30, TraceDescription.of(trace).requestedBytes());
        try (TraceWriter writer = TraceWriter.create(trace)) {
            for (Document document : documents) {
                writer.document(document);
            }
            RequestSequence sequence = new RequestSequence();
            sequence.add(RequestKind.GET, 1, 0);
            writer.sequence(sequence);
            writer.commit("partly", 0, Map.of());
        }
        TraceDescription got = TraceDescription.of(trace);
        assertEquals(List.of(30L, 20L), List.of(got.footprintBytes(), got.requestedBytes()));
        assertEquals(List.of(2, 1), List.of(got.files(), got.filesRequested()));
    }

    @Test
    void anExactZipfLawIsRecognised() {
        long[] counts = LongStream.rangeClosed(1, 1_000)
                .map(rank -> Math.round(1e7 * Math.pow((double) rank, -0.8)))
                .toArray();
        assertEquals(0.8, ZipfFit.alpha(counts), 0.001);
        assertEquals(0, ZipfFit.alpha(new long[] {5, 5, 5, 5}), 0.001);
        assertEquals(0, ZipfFit.alpha(new long[] {5}));
    }

    @Test
    void theWorkingSetIsOfTheMostRequestedDocuments() {
        List<Document> documents = List.of(
                new Document("/rare", 1_000),
                new Document("/often", 10),
                new Document("/never", 5),
                new Document("/some", 100));
        Popularity popularity = Popularity.of(documents, new long[] {1, 90, 0, 9});
        assertEquals(10, popularity.bytesFor(0.5));
        assertEquals(10, popularity.bytesFor(0.9));
        assertEquals(110, popularity.bytesFor(0.901));
        assertEquals(110, popularity.bytesFor(0.99));
        assertEquals(1_110, popularity.bytesFor(1));
        assertEquals(0.99, popularity.shareOfTop(2));
        assertEquals(1, popularity.shareOfTop(50));
        assertEquals(List.of(1, 2, 3), popularity.ranksToDraw());
        Popularity empty = Popularity.of(documents, new long[4]);
        assertEquals(List.of(), empty.ranksToDraw());
        assertEquals(List.of(0L, 0.0), List.of(empty.bytesFor(0.5), empty.shareOfTop(1)));
    }

    @Test
    void bothCurvesAreDrawnTheSameEachTime() throws IOException {
        Synthesizer.synthesize(Models.rice(), 1.0 / 16, 3_000, 1, trace);
        TraceDescription got = TraceDescription.of(trace);
        List<Figure> figures = DescriptionFigures.of(got);
        assertEquals(
                List.of("popularity", "working-set"),
                figures.stream().map(Figure::id).toList());
        for (int i = 0; i < figures.size(); i++) {
            assertEquals(figures.get(i).svg(), DescriptionFigures.of(got).get(i).svg());
            assertTrue(figures.get(i).svg().contains("<path class=\"line c1\" d=\"M"), figures.get(i)::svg);
        }
        String rows = figures.get(1).data().toString();
        assertTrue(rows.startsWith("\"most requested documents, MB, logarithmic\",\"requests for them, %\"\r\n"), rows);
        assertTrue(rows.endsWith(",100\r\n"), rows);
    }

    @Test
    void theTableShowsWhatWasAskedBesideWhatWasGot() throws IOException {
        Synthesizer.synthesize(Models.rice(), 1.0 / 16, 3_000, 1, trace);
        List<String> lines =
                DescriptionTable.of(TraceDescription.of(trace)).lines().toList();
        assertTrue(has(lines, "footprint, bytes", "68,750,000", "[S]", "68,750,000"), lines::toString);
        assertTrue(has(lines, "in small files (<= 8 KB), %", "5.5", "[R]", "5.50"), lines::toString);
        assertTrue(has(lines, "requests", "3,000", "3,000"), lines::toString);
        assertTrue(has(lines, "popularity: Zipf alpha", "0.75", "[U]"), lines::toString);
    }

    @Test
    void theJsonHoldsTheSameFigures() throws IOException {
        Synthesizer.synthesize(Models.rice(), 1.0 / 16, 3_000, 1, trace);
        JsonNode json = new ObjectMapper().readTree(DescriptionJson.of(TraceDescription.of(trace)));
        assertEquals(68_750_000, json.at("/asked/footprintBytes").asLong());
        assertEquals(68_750_000, json.at("/got/footprintBytes").asLong());
        assertEquals(0.743, json.at("/got/largeShare").asDouble(), 0.001);
        assertEquals(3_000, json.at("/got/requestKinds/get").asLong());
    }

    private static boolean has(List<String> lines, String... parts) {
        return lines.stream().anyMatch(line -> {
            int from = 0;
            for (String part : parts) {
                int at = line.indexOf(part, from);
                if (at < 0) {
                    return false;
                }
                from = at + part.length();
            }
            return true;
        });
    }
}
