package io.laio.comparison.run;

import io.laio.comparison.results.CacheState;

/**
 * The state that the caches were brought to, and what proves it.
 *
 * @param state what the run is labelled with
 * @param residentFraction part of the documents' pages in memory just before the run
 * @param method how it was done, in words
 */
record CacheProof(CacheState state, double residentFraction, String method) {
    boolean namesCold() {
        return state == CacheState.COLD;
    }
}
