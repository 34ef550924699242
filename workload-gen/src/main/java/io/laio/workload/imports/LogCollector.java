package io.laio.workload.imports;

import io.laio.workload.imports.ParsedLine.Entry;
import io.laio.workload.imports.ParsedLine.Rejected;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes in the lines of a log: keeps what can be replayed, counts the rest by reason. */
final class LogCollector {
    /** The size of a document that was never answered with 200. */
    static final long UNKNOWN = -1;

    /** Why a request with too deep a path is left out. */
    static final String TOO_LONG = "path too long";

    private static final Set<String> METHODS =
            Set.of("POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PATCH", "PROPFIND");

    private final DocumentNames names;
    private final Optional<Anonymiser> anonymiser;
    private final LogEvents events = new LogEvents();
    private final Counts skipped = new Counts();
    private final Map<String, Integer> hosts = new HashMap<>();
    private final Map<String, Integer> documents = new HashMap<>();
    private final List<String> paths = new ArrayList<>();
    private final List<Long> sizes = new ArrayList<>();
    private long lines;

    LogCollector(Queries queries, Optional<Anonymiser> anonymiser) {
        this.names = new DocumentNames(queries);
        this.anonymiser = anonymiser;
    }

    void line(String line) {
        lines++;
        switch (LogLine.parse(line)) {
            case Rejected rejected -> skipped.add(rejected.reason());
            case Entry entry -> entry(entry);
        }
    }

    LogEvents events() {
        return events;
    }

    Counts skipped() {
        return skipped;
    }

    long lines() {
        return lines;
    }

    int hosts() {
        return hosts.size();
    }

    /** Paths by document, before conflicts are resolved. */
    List<String> paths() {
        return paths;
    }

    /** The largest 200 answer to a GET, or {@link #UNKNOWN}. */
    long size(int document) {
        return sizes.get(document);
    }

    private void entry(Entry entry) {
        String reason = whyNot(entry);
        String path = reason == null ? names.of(entry.virtualHost(), entry.target()) : null;
        if (reason != null) {
            skipped.add(reason);
        } else if (path == null) {
            skipped.add(LogLine.BAD_REQUEST);
        } else {
            keepIfItFits(entry, anonymiser.map(hiding -> hiding.path(path)).orElse(path));
        }
    }

    /** Why a request cannot be replayed; null if it can. */
    private static @Nullable String whyNot(Entry entry) {
        if (!entry.method().equals("GET") && !entry.method().equals("HEAD")) {
            return "method " + (METHODS.contains(entry.method()) ? entry.method() : "unknown");
        }
        return switch (entry.status()) {
            case 200, 304 -> null;
            case 206 -> entry.bytes() > 0 ? null : "range of unknown length";
            default -> "status " + entry.status();
        };
    }

    /** Hidden names are longer than most, and a conflict makes any name longer. */
    private void keepIfItFits(Entry entry, String path) {
        if (path.length() > Document.MAX_PATH_BYTES - NameConflicts.SUFFIX.length()) {
            skipped.add(TOO_LONG);
        } else {
            keep(entry, path);
        }
    }

    private void keep(Entry entry, String path) {
        int host = hosts.computeIfAbsent(entry.host(), any -> hosts.size());
        int document = documents.computeIfAbsent(path, this::newDocument);
        RequestKind kind = kind(entry);
        if (kind == RequestKind.GET) {
            sizes.set(document, Math.max(sizes.get(document), entry.bytes()));
        }
        events.add(entry.epochSeconds(), host, document, kind, entry.bytes());
    }

    private int newDocument(String path) {
        paths.add(path);
        sizes.add(UNKNOWN);
        return paths.size() - 1;
    }

    private static RequestKind kind(Entry entry) {
        if (entry.method().equals("HEAD")) {
            return RequestKind.HEAD;
        }
        return switch (entry.status()) {
            case 206 -> RequestKind.RANGE;
            case 304 -> RequestKind.NOT_MODIFIED;
            default -> RequestKind.GET;
        };
    }
}
