package io.laio.comparison.statistics;

import io.laio.comparison.results.RunSetting;

/**
 * What servers are compared in: one point on the horizontal axis of one figure.
 *
 * @param condition workload, machine, cache state
 * @param clients simulated clients
 */
public record Cell(Condition condition, int clients) {

    /**
     * The cell of a run.
     *
     * @param run its setting
     * @return condition and clients
     */
    public static Cell of(RunSetting run) {
        return new Cell(Condition.of(run), run.clients());
    }
}
