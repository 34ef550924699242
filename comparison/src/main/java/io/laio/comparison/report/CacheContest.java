package io.laio.comparison.report;

import io.laio.comparison.results.CacheState;

/**
 * Who is ahead in one cache state.
 *
 * @param cache the state
 * @param contest over its cells, not empty
 */
record CacheContest(CacheState cache, Contest contest) {}
