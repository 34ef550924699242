package io.laio.workload.imports;

import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import io.laio.workload.trace.TraceHeader;
import io.laio.workload.trace.TraceWriter;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Makes a trace from an access log in Common or Combined Log Format, with the virtual host before it or without.
 *
 * <ul>
 *   <li>Where lines begin with a virtual host, its documents are those below its name.
 *   <li>GET and HEAD answered with 200, 206 or 304 are kept as what they were; all else is skipped and counted.
 *   <li>A document is as long as the largest 200 answer to a GET for it: shorter ones were broken off. A dash means 0 bytes.
 *       A document never answered so has no known size; requests for it are skipped and counted.
 *   <li>A log tells the length of a range and not where it began. The ranges of one document in one sequence are taken to
 *       follow each other, as download managers and PDF viewers ask, beginning again where the document ends [U].
 *   <li>Time order is restored, stably, because servers write a line when the answer is done.
 *   <li>Requests of one client host are a sequence until it is idle for longer than the cut.
 * </ul>
 */
public final class LogImporter {
    /** How long a client may be idle within a sequence unless asked otherwise: Apache 2.0's keep-alive time [U]. */
    public static final Duration DEFAULT_IDLE_CUT = Duration.ofSeconds(15);

    private static final String NO_SIZE = "no size known (never answered with 200)";
    private static final String EMPTY_RANGE = "range of an empty document";
    private static final long MILLIS = 1_000;

    private final Path log;
    private final Duration idleCut;
    private final Queries queries;
    private final boolean anonymised;
    private final LogCollector collector;
    private final Counts notes = new Counts();
    private final Map<Integer, Long> nextRange = new HashMap<>();

    private LogImporter(Path log, Duration idleCut, Queries queries, Optional<Anonymiser> anonymiser) {
        this.log = log;
        this.idleCut = idleCut;
        this.queries = queries;
        this.anonymised = anonymiser.isPresent();
        this.collector = new LogCollector(queries, anonymiser);
    }

    /**
     * Imports a log.
     *
     * @param log the log, compressed with gzip or not
     * @param out where to write the trace
     * @param idleCut how long a client may be idle within a sequence
     * @param queries what a request's query means
     * @param anonymiser gives documents other names; empty if they are to keep theirs
     * @return what came of it
     * @throws IOException if the log cannot be read or the trace not be written
     * @throws IllegalArgumentException if no line of the log can be used
     */
    public static ImportReport run(
            Path log, Path out, Duration idleCut, Queries queries, Optional<Anonymiser> anonymiser) throws IOException {
        return new LogImporter(log, idleCut, queries, anonymiser).run(out);
    }

    private ImportReport run(Path out) throws IOException {
        readLog();
        int[] usable = Arrays.stream(collector.events().inOrderOfTime())
                .filter(this::isUsable)
                .toArray();
        if (usable.length == 0) {
            throw new IllegalArgumentException(log + ": none of its " + collector.lines() + " lines can be replayed: "
                    + collector.skipped().toMap());
        }
        notes.add("lines out of time order", collector.events().outOfOrder());
        SequenceCutter cutter = new SequenceCutter(collector.events(), usable, collector.hosts(), idleCut.toSeconds());
        TraceHeader header = write(out, usable, cutter);
        return new ImportReport(header, collector.lines(), collector.skipped().toMap(), notes.toMap());
    }

    private void readLog() throws IOException {
        try (LogReader reader = new LogReader(log)) {
            String line = reader.next();
            while (line != null) {
                collector.line(line);
                line = reader.next();
            }
            if (reader.hasRest()) {
                notes.add("the log goes on after its compressed part, uncompressed: it was read up to there");
            }
        } catch (EOFException | ZipException e) {
            notes.add("the log's compression ends early: it was read up to there");
        }
    }

    /** Only known once the whole log was read. */
    private boolean isUsable(int event) {
        LogEvents events = collector.events();
        long size = collector.size(events.document(event));
        if (size == LogCollector.UNKNOWN) {
            collector.skipped().add(NO_SIZE);
            return false;
        }
        if (size == 0 && events.kind(event) == RequestKind.RANGE) {
            collector.skipped().add(EMPTY_RANGE);
            return false;
        }
        return true;
    }

    private TraceHeader write(Path out, int[] usable, SequenceCutter cutter) throws IOException {
        try (TraceWriter writer = TraceWriter.create(out)) {
            int[] index = writeDocuments(writer, usable);
            long start = collector.events().epochSeconds(usable[0]);
            RequestSequence sequence = new RequestSequence();
            for (int i = 0; i < cutter.sequences(); i++) {
                fill(sequence, cutter, i, start, index);
                writer.sequence(sequence);
            }
            return writer.commit(anonymised ? "anonymised" : String.valueOf(log.getFileName()), 0, parameters());
        }
    }

    /** Writes the documents that are asked for, in the order of time; answers with their indexes in the table. */
    private int[] writeDocuments(TraceWriter writer, int[] usable) throws IOException {
        NameConflicts conflicts = new NameConflicts(collector.paths());
        int[] index = new int[collector.paths().size()];
        Arrays.fill(index, -1);
        for (int event : usable) {
            int document = collector.events().document(event);
            if (index[document] < 0) {
                String path = collector.paths().get(document);
                index[document] = writer.document(new Document(conflicts.resolved(path), collector.size(document)));
                noteDocument(path, conflicts.concerns(path), collector.size(document));
            }
        }
        return index;
    }

    private void noteDocument(String path, boolean conflict, long size) {
        notes.add("documents that are directories too, renamed to NAME%file", conflict ? 1 : 0);
        notes.add("documents with a query in their name", path.contains("%3F") ? 1 : 0);
        notes.add("documents with a hidden name, its dot encoded", path.contains("/%2E") ? 1 : 0);
        notes.add("documents with a name too long, shortened", path.contains("%~") ? 1 : 0);
        notes.add("documents of 0 bytes", size == 0 ? 1 : 0);
    }

    private void fill(RequestSequence sequence, SequenceCutter cutter, int number, long start, int[] index) {
        LogEvents events = collector.events();
        long[] last = {events.epochSeconds(cutter.first(number))};
        sequence.clear((last[0] - start) * MILLIS);
        nextRange.clear();
        cutter.forEach(number, event -> {
            long gapMillis = (events.epochSeconds(event) - last[0]) * MILLIS;
            last[0] = events.epochSeconds(event);
            int document = events.document(event);
            if (events.kind(event) == RequestKind.RANGE) {
                addRange(sequence, document, index[document], events.bytes(event), gapMillis);
            } else {
                sequence.add(events.kind(event), index[document], gapMillis);
            }
        });
    }

    private void addRange(RequestSequence sequence, int document, int index, long sentBytes, long gapMillis) {
        long size = collector.size(document);
        long length = Math.min(sentBytes, size);
        notes.add("ranges longer than their document, cut", sentBytes > size ? 1 : 0);
        long next = nextRange.getOrDefault(document, 0L);
        long offset = next + length <= size ? next : 0;
        nextRange.put(document, offset + length);
        sequence.addRange(index, offset, length, gapMillis);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(TraceHeader.MADE_BY, "import");
        parameters.put("idleCutSeconds", Long.toString(idleCut.toSeconds()));
        if (anonymised) {
            parameters.put("anonymised", "yes");
        }
        parameters.put("queries", queries.name().toLowerCase(Locale.ROOT));
        parameters.put("lines", Long.toString(collector.lines()));
        collector.skipped().toMap().forEach((reason, count) -> parameters.put("skipped: " + reason, count.toString()));
        notes.toMap().forEach((note, count) -> parameters.put(note, count.toString()));
        return parameters;
    }
}
