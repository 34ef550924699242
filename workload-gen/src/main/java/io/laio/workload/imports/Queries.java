package io.laio.workload.imports;

/** What the query of a request target means for the document it names. */
public enum Queries {
    /** Every query is a document of its own: right where answers were computed, as their sizes show. */
    KEEP,
    /** The query is dropped: right where files were served, and queries only defeat caches. */
    DROP
}
