package io.laio.http.testkit;

/** What becomes of a connection after an answer, if neither side has a reason of its own to end it. */
enum ConnectionRule {
    /** It goes on: {@link PersistenceContract}. */
    PERSISTS,
    /** It ends: {@link OneRequestContract}. */
    ENDS
}
