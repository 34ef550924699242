package io.laio.http.helper;

import io.laio.http.loop.Operation;

/** What a helper does; each does one thing only (PAPER.md section 2, AMPED). */
public enum HelperKind {
    /** Reads a range of a file, so that it lies in the page cache. */
    READ("read", Operation.READ),
    /** Converts a name: opens and stats the path, so that its names and metadata lie in the kernel's caches. */
    NAME("name", Operation.OPEN);

    private final String label;
    private final Operation operation;

    HelperKind(String label, Operation operation) {
        this.label = label;
        this.operation = operation;
    }

    /**
     * Its name in options, statistics and messages.
     *
     * @return a lower-case word
     */
    public String label() {
        return label;
    }

    /**
     * The operation that would block without it.
     *
     * @return read or open
     */
    public Operation operation() {
        return operation;
    }
}
