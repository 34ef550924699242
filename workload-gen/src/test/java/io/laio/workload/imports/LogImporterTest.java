package io.laio.workload.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.Messages;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import io.laio.workload.trace.TraceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogImporterTest {
    @TempDir
    Path directory;

    private Path log;
    private Path trace;

    @BeforeEach
    void copyTheDirtyLog() throws IOException {
        log = directory.resolve("dirty.log");
        trace = directory.resolve("t.trace");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("dirty.log"))) {
            Files.copy(in, log);
        }
    }

    @Test
    void whatCannotBeReplayedIsCountedByReason() throws IOException {
        ImportReport report = run(Queries.KEEP);
        Map<String, Long> expected = new TreeMap<>();
        expected.put("malformed line", 3L);
        expected.put("method POST", 1L);
        expected.put("method unknown", 1L);
        expected.put("no size known (never answered with 200)", 1L);
        expected.put("range of an empty document", 1L);
        expected.put("range of unknown length", 1L);
        expected.put("status 301", 1L);
        expected.put("status 404", 1L);
        expected.put("unreadable request", 2L);
        expected.put("unreadable size", 1L);
        expected.put("unreadable status", 1L);
        expected.put("unreadable time", 2L);
        assertEquals(expected, report.skipped());
        assertEquals(29, report.lines());
        assertEquals(report.lines(), report.skippedLines() + report.header().requests(), "nothing is lost");
    }

    @Test
    void whatWasChangedIsCounted() throws IOException {
        assertEquals(
                Map.of(
                        "documents of 0 bytes", 1L,
                        "documents that are directories too, renamed to NAME%file", 1L,
                        "documents with a hidden name, its dot encoded", 1L,
                        "documents with a query in their name", 1L,
                        "lines out of time order", 3L,
                        "ranges longer than their document, cut", 1L),
                run(Queries.KEEP).notes());
    }

    @Test
    void documentsHaveTheLargestSizeSeen() throws IOException {
        run(Queries.KEEP);
        assertEquals(
                Map.of(
                        "/index.html", 1_000L,
                        "/big.pdf", 150L,
                        "/blog%file", 70L,
                        "/blog/index.html%3Fpage=2&q=%2Fx", 80L,
                        "/%2Ewell-known/x", 90L,
                        "/empty.txt", 0L,
                        "/c.html", 500L),
                documents());
    }

    @Test
    void queriesMayBeDropped() throws IOException {
        run(Queries.DROP);
        assertEquals(80, documents().get("/blog/index.html"));
    }

    @Test
    void sequencesAreCutByHostAndIdleTimeInOrderOfTime() throws IOException {
        run(Queries.KEEP);
        assertEquals(
                List.of(
                        // 10.0.0.1: half a minute with no gap above 15 s, then one of 16 s
                        "0: /index.html, +10000 /c.html, +5000 /big.pdf 0:60, /big.pdf 60:60,"
                                + " +1000 /big.pdf 0:150, +4000 /index.html NOT_MODIFIED",
                        "0: /big.pdf, +1000 /blog%file, /blog/index.html%3Fpage=2&q=%2Fx,"
                                + " +1000 /%2Ewell-known/x, /empty.txt",
                        "5000: /c.html",
                        "36000: /c.html HEAD"),
                sequences());
    }

    @Test
    void aLongerCutJoinsSequences() throws IOException {
        LogImporter.run(log, trace, Duration.ofSeconds(16), Queries.KEEP, Optional.empty());
        assertEquals(3, sequences().size());
    }

    @Test
    void aCompressedLogIsTheSame() throws IOException {
        String plain = run(Queries.KEEP).header().sha256();
        Path compressed = directory.resolve("dirty.log.gz");
        compress(compressed);
        assertEquals(
                plain,
                LogImporter.run(compressed, trace, LogImporter.DEFAULT_IDLE_CUT, Queries.KEEP, Optional.empty())
                        .header()
                        .sha256());
    }

    @Test
    void aCutCompressedLogIsReadAsFarAsItGoes() throws IOException {
        Path compressed = directory.resolve("dirty.log.gz");
        compress(compressed);
        byte[] whole = Files.readAllBytes(compressed);
        Files.write(compressed, Arrays.copyOf(whole, whole.length - 200));
        ImportReport report =
                LogImporter.run(compressed, trace, LogImporter.DEFAULT_IDLE_CUT, Queries.KEEP, Optional.empty());
        assertTrue(report.lines() > 5 && report.lines() < 29, () -> report.lines() + " lines");
        assertEquals(1, report.notes().get("the log's compression ends early: it was read up to there"));
    }

    @Test
    void aLogWithNothingUsableIsRefusedAndLeavesNothing() throws IOException {
        Files.writeString(log, "nonsense\n");
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> run(Queries.KEEP));
        assertTrue(Messages.of(e).contains("malformed line=1"), Messages.of(e));
        assertTrue(Files.notExists(trace));
    }

    @Test
    void aLineWithoutEndIsNoDanger() throws IOException {
        Files.writeString(log, "x".repeat(3 * LogReader.MAX_LINE_BYTES) + "\n" + Files.readString(log));
        assertEquals(4, run(Queries.KEEP).skipped().get("malformed line"));
    }

    @Test
    void theShippedLogIsImportedWhole() throws IOException {
        Path shipped = Path.of("../config/workloads/semicomplete-2015.access.log.gz");
        ImportReport report =
                LogImporter.run(shipped, trace, LogImporter.DEFAULT_IDLE_CUT, Queries.KEEP, Optional.empty());
        assertEquals(10_000, report.lines());
        assertEquals(9_558, report.header().requests());
        assertEquals(561_270_207, report.header().footprintBytes());
        assertEquals(
                "a154372b4993b404df753fd52e47a631f71bd85046347983692b6a4c3b70757e",
                report.header().sha256());
    }

    @Test
    void aVirtualHostIsADirectory() throws IOException {
        Files.writeString(log, """
                A.example.org:80 10.0.0.1 - - [17/May/2015:10:00:00 +0000] "GET /x.html HTTP/1.1" 200 100 "-" "agent"
                b.example.org 10.0.0.1 - - [17/May/2015:10:00:01 +0000] "GET /x.html HTTP/1.1" 200 200
                10.0.0.1 - some one [17/May/2015:10:00:02 +0000] "GET /x.html HTTP/1.1" 200 300
                ../.. 10.0.0.1 - - [17/May/2015:10:00:03 +0000] "GET /x.html HTTP/1.1" 200 400
                """);
        run(Queries.KEEP);
        assertEquals(
                Map.of(
                        "/a.example.org:80/x.html", 100L,
                        "/b.example.org/x.html", 200L,
                        "/x.html", 300L,
                        "/%2E.%2F../x.html", 400L),
                documents());
        assertEquals(1, sequences().size(), "one client, whatever the host");
    }

    @Test
    void namesMayBeHidden() throws IOException {
        run(Queries.KEEP);
        Map<String, Long> plain = documents();
        List<Long> sizes = sizes();
        hidden(Anonymiser.withKey("secret"));
        Map<String, Long> hidden = documents();
        assertEquals(plain.size(), hidden.size());
        assertEquals(sizes, sizes(), "the same documents in the same order");
        assertTrue(
                hidden.keySet().stream().allMatch(path -> path.matches("(/[0-9a-f]{16}(\\.[a-z]+)?(%file)?)+")),
                hidden::toString);
        assertTrue(hidden.keySet().stream().anyMatch(path -> path.endsWith(".pdf")), hidden::toString);
        String directory = hidden.keySet().stream()
                .filter(path -> path.endsWith("%file"))
                .findFirst()
                .orElseThrow()
                .replace("%file", "/");
        assertEquals(
                1,
                hidden.keySet().stream()
                        .filter(path -> path.startsWith(directory))
                        .count());
        hidden(Anonymiser.withKey("secret"));
        assertEquals(hidden, documents());
        hidden(Anonymiser.withKey("another"));
        assertTrue(documents().keySet().stream().noneMatch(hidden::containsKey));
    }

    @Test
    void aHiddenTraceDoesNotNameItsLog() throws IOException {
        ImportReport report = hidden(Anonymiser.withRandomKey());
        assertEquals("anonymised", report.header().name());
        assertTrue(!report.header().toString().contains("dirty"), report.header()::toString);
    }

    /** One of 2099 among those of 2015: a difference of more than 31 bits would sort it before them. */
    @Test
    void aLineOfTheFarFutureIsTheLast() throws IOException {
        Files.writeString(
                log, line("17/May/2099:10:00:00", "/late.html") + line("17/May/2015:10:00:00", "/early.html"));
        ImportReport report = run(Queries.KEEP);
        assertEquals(2, report.header().requests());
        assertEquals(1, report.notes().get("lines out of time order"));
        assertEquals(List.of("/early.html", "/late.html"), documentsInOrder());
    }

    @Test
    void aYearThatNoClockHasIsUnreadable() throws IOException {
        Files.writeString(log, line("17/May/2915:10:00:00", "/a.html") + line("17/May/2015:10:00:00", "/b.html"));
        assertEquals(Map.of("unreadable time", 1L), run(Queries.KEEP).skipped());
    }

    /** A crawler that has lost its way: hidden, its path is too long for any file system. */
    @Test
    void oneDeepPathDoesNotEndAnImport() throws IOException {
        Files.writeString(
                log,
                line("17/May/2015:10:00:00", "/en".repeat(200) + "/a.html") + line("17/May/2015:10:00:00", "/b.html"));
        assertEquals(Map.of(), run(Queries.KEEP).skipped());
        assertEquals(
                Map.of("path too long", 1L),
                hidden(Anonymiser.withKey("secret")).skipped());
    }

    @Test
    void anExtensionThatIsAPartOfANameIsHidden() throws IOException {
        Files.writeString(
                log, line("17/May/2015:10:00:00", "/people/mary.jones") + line("17/May/2015:10:00:00", "/a.JPG"));
        hidden(Anonymiser.withKey("secret"));
        List<String> names = documentsInOrder();
        assertTrue(names.getFirst().matches("/[0-9a-f]{16}/[0-9a-f]{16}"), names::toString);
        assertTrue(names.getLast().matches("/[0-9a-f]{16}\\.JPG"), names::toString);
    }

    @Test
    void whatFollowsACompressedPartIsNotLostWithoutAWord() throws IOException {
        String lines = line("17/May/2015:10:00:00", "/a.html");
        Path compressed = directory.resolve("a.gz");
        Files.writeString(log, lines);
        compress(compressed);
        Files.write(compressed, lines.getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.APPEND);
        log = compressed;
        ImportReport report = run(Queries.KEEP);
        assertEquals(1, report.header().requests());
        assertEquals(
                Map.of("the log goes on after its compressed part, uncompressed: it was read up to there", 1L),
                report.notes());
    }

    private static String line(String time, String path) {
        return "10.0.0.1 - - [" + time + " +0000] \"GET " + path + " HTTP/1.1\" 200 100\n";
    }

    private List<String> documentsInOrder() throws IOException {
        try (TraceReader reader = TraceReader.open(trace)) {
            return reader.documents().stream().map(Document::path).toList();
        }
    }

    private ImportReport hidden(Anonymiser anonymiser) throws IOException {
        return LogImporter.run(log, trace, LogImporter.DEFAULT_IDLE_CUT, Queries.KEEP, Optional.of(anonymiser));
    }

    private List<Long> sizes() throws IOException {
        try (TraceReader reader = TraceReader.open(trace)) {
            return reader.documents().stream().map(Document::sizeBytes).toList();
        }
    }

    private ImportReport run(Queries queries) throws IOException {
        return LogImporter.run(log, trace, LogImporter.DEFAULT_IDLE_CUT, queries, Optional.empty());
    }

    private void compress(Path target) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(target))) {
            Files.copy(log, out);
        }
    }

    private Map<String, Long> documents() throws IOException {
        try (TraceReader reader = TraceReader.open(trace)) {
            Map<String, Long> documents = new TreeMap<>();
            reader.documents().forEach(document -> documents.put(document.path(), document.sizeBytes()));
            return documents;
        }
    }

    private List<String> sequences() throws IOException {
        List<String> sequences = new ArrayList<>();
        try (TraceReader reader = TraceReader.open(trace)) {
            RequestSequence sequence = new RequestSequence();
            while (reader.next(sequence)) {
                List<String> requests = new ArrayList<>();
                for (int i = 0; i < sequence.size(); i++) {
                    requests.add(show(reader, sequence, i));
                }
                sequences.add(sequence.startMillis() + ": " + String.join(", ", requests));
            }
        }
        return sequences;
    }

    private static String show(TraceReader reader, RequestSequence sequence, int i) {
        String gap = sequence.gapMillis(i) == 0 ? "" : "+" + sequence.gapMillis(i) + " ";
        String path = reader.documents().get(sequence.document(i)).path();
        RequestKind kind = sequence.kind(i);
        String more = switch (kind) {
            case GET -> "";
            case RANGE -> " " + sequence.rangeOffset(i) + ":" + sequence.rangeLength(i);
            case HEAD, NOT_MODIFIED -> " " + kind;
        };
        return gap + path + more;
    }
}
