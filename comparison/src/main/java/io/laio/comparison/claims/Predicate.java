package io.laio.comparison.claims;

import java.util.List;

/** What a claim says of results: a rule from which parts follow, one for each server, metric and condition that it names. */
public sealed interface Predicate permits Advantage, Share, Timing, Lines {
    /**
     * Finds its parts.
     *
     * @param runs the results
     * @return one at least, in the order in which the predicate names them
     */
    List<Part> parts(StudyRuns runs);

    /**
     * What makes the runs or measurements that it needs.
     *
     * @return a command
     */
    String command();

    /**
     * What the paper says.
     *
     * @return a figure with its mark
     */
    String paper();
}
