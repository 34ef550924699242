package io.laio.workload.trace;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The lines of a trace's content, on the writing side; {@link TraceInput} is the reading side. */
final class TraceContent {
    /** The last line: a file without it was cut. */
    static final String END = "end";

    private TraceContent() {}

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }

    static void appendDocument(StringBuilder line, Document document) {
        line.append(document.sizeBytes()).append(' ').append(document.path());
    }

    static void appendSequence(StringBuilder line, RequestSequence sequence, int files) {
        if (sequence.size() == 0) {
            throw new IllegalArgumentException("a sequence has one request or more");
        }
        if (sequence.startMillis() < 0) {
            throw new IllegalArgumentException("a sequence cannot begin before the trace: " + sequence.startMillis());
        }
        if (sequence.startMillis() != 0) {
            line.append('@').append(sequence.startMillis()).append(' ');
        }
        for (int i = 0; i < sequence.size(); i++) {
            if (i > 0) {
                line.append(' ');
            }
            appendRequest(line, sequence, i, files);
        }
    }

    private static void appendRequest(StringBuilder line, RequestSequence sequence, int i, int files) {
        int document = sequence.document(i);
        if (document < 0 || document >= files) {
            throw new IllegalArgumentException("document " + document + " of " + files);
        }
        RequestKind kind = sequence.kind(i);
        if (kind != RequestKind.GET) {
            line.append(kind.letter());
        }
        line.append(document);
        if (kind == RequestKind.RANGE) {
            line.append(':').append(sequence.rangeOffset(i)).append(':').append(sequence.rangeLength(i));
        }
        if (sequence.gapMillis(i) < 0) {
            throw new IllegalArgumentException(
                    "a request cannot come before the one before it: " + sequence.gapMillis(i));
        }
        if (sequence.gapMillis(i) != 0) {
            line.append('+').append(sequence.gapMillis(i));
        }
    }
}
