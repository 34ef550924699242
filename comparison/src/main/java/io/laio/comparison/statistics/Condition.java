package io.laio.comparison.statistics;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.RunSetting;

/**
 * What one figure is about.
 *
 * @param setup workload and machine
 * @param cache state of the caches before a run
 */
public record Condition(Setup setup, CacheState cache) {

    /**
     * The condition of a run.
     *
     * @param run its setting
     * @return setup and cache state
     */
    public static Condition of(RunSetting run) {
        return new Condition(Setup.of(run), run.cache());
    }
}
