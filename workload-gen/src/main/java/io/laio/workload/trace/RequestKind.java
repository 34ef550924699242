package io.laio.workload.trace;

/** What a request of a trace asks for. */
public enum RequestKind {
    /** The whole document: GET, answered with 200. */
    GET(' '),
    /** Only the header: HEAD, answered with 200 and no body. */
    HEAD('H'),
    /** A part of the document: GET with a range, answered with 206. */
    RANGE('R'),
    /** The document if it has changed, which it has not: GET with a condition, answered with 304 and no body. */
    NOT_MODIFIED('N');

    private final char letter;

    RequestKind(char letter) {
        this.letter = letter;
    }

    /** The letter that marks the kind in a trace file; a blank for {@link #GET}, which has none. */
    char letter() {
        return letter;
    }
}
