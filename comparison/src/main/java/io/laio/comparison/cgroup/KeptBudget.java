package io.laio.comparison.cgroup;

import java.io.IOException;

/** A memory budget that somebody keeps corrected, until it is closed. */
public interface KeptBudget extends AutoCloseable {
    /**
     * Forgets the largest values and looks where the page cache begins, before another phase of a run.
     *
     * @throws IOException if the group's files cannot be read or written
     */
    void restart() throws IOException;

    /**
     * Corrects once more and tells what was seen.
     *
     * @return the figures
     * @throws IOException if this or an earlier correction failed: the budget was not kept
     */
    BudgetUse use() throws IOException;

    /**
     * Stops keeping the budget.
     *
     * @throws IOException if whoever keeps it cannot be told
     */
    @Override
    void close() throws IOException;
}
