package io.laio.comparison.claims;

import io.laio.analysis.figures.Numbers;
import io.laio.comparison.claims.Conditions.Where;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.results.WorkloadInfo;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.Setup;
import io.laio.comparison.statistics.SetupNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The runs of a comparison, as claims look for them: by workload and cache state, in the one setup that is the study's. That is the one in
 * which the page cache is the study's 2 GB times the scale, or, for a workload that fits into that, unlimited.
 */
public final class StudyRuns {
    /** Memory of the study's machine [S]: 2 GB. */
    private static final double STUDY_MEMORY_BYTES = 2L << 30;

    /** As far as the page cache of a run that counts may lie from its budget, see decision 12. */
    private static final double MEMORY_TOLERANCE = 0.10;

    private static final List<String> STUDY_WORKLOADS = List.of("rice", "berkeley");

    private final Results results;
    private final List<Setup> setups;

    /**
     * Looks at a comparison.
     *
     * @param results what was found
     */
    public StudyRuns(Results results) {
        this.results = results;
        setups = new RunTable(results).setups();
    }

    Results results() {
        return results;
    }

    /**
     * Whether it is about the study at all, and not about somebody's own log.
     *
     * @return true if one of the study's workloads was played
     */
    public boolean ofTheStudy() {
        return setups.stream().anyMatch(setup -> STUDY_WORKLOADS.contains(setup.workload()));
    }

    /** What was found. */
    sealed interface Search {
        /**
         * Runs.
         *
         * @param runs those of all servers, whether or not they count
         * @param notes what a reader should know of the condition, a clause each
         */
        record Found(ConditionRuns runs, List<String> notes) implements Search {}

        /**
         * No runs.
         *
         * @param reason why, a clause
         */
        record Nothing(String reason) implements Search {}
    }

    /** The runs of a condition. */
    Search find(Where where) {
        List<Setup> played = setups.stream()
                .filter(setup -> setup.workload().equals(where.workload()))
                .toList();
        if (played.isEmpty()) {
            return new Search.Nothing(
                    ofTheStudy() ? where.workload() + " was not played" : "neither rice nor berkeley was played");
        }
        Optional<Setup> setup = played.stream().filter(this::isTheStudys).findFirst();
        if (setup.isEmpty()) {
            return new Search.Nothing(otherMemory(played.getFirst()));
        }
        return find(where, setup.get());
    }

    private Search find(Where where, Setup setup) {
        List<RunResult> runs = results.runs().stream()
                .filter(run -> Setup.of(run.setting()).equals(setup))
                .toList();
        List<RunResult> there = in(runs, where.cache());
        if (!there.isEmpty()) {
            return new Search.Found(new ConditionRuns(results, there), notes(setup));
        }
        List<RunResult> weaker = where.cache() == CacheState.COLD ? in(runs, CacheState.COLD_DATA) : List.of();
        if (weaker.isEmpty()) {
            return new Search.Nothing(
                    where.workload() + " was not played " + where.cache().words());
        }
        if (where.coldNames()) {
            return new Search.Nothing("only data was cold, names and metadata were not, which needs root");
        }
        List<String> notes = new ArrayList<>(notes(setup));
        notes.add("only data was cold, names and metadata were not");
        return new Search.Found(new ConditionRuns(results, weaker), notes);
    }

    private static List<RunResult> in(List<RunResult> runs, CacheState cache) {
        return runs.stream().filter(run -> run.setting().cache() == cache).toList();
    }

    private boolean isTheStudys(Setup setup) {
        double study = STUDY_MEMORY_BYTES * setup.scale();
        Long budget = setup.memoryBudgetBytes();
        if (budget != null) {
            return Math.abs(budget / study - 1) <= MEMORY_TOLERANCE;
        }
        return results.plan().workloads().stream()
                .filter(workload -> workload.name().equals(setup.workload()))
                .mapToLong(WorkloadInfo::footprintBytes)
                .anyMatch(footprint -> footprint <= study);
    }

    private String otherMemory(Setup setup) {
        Long budget = setup.memoryBudgetBytes();
        String given = budget == null ? "not limited" : Numbers.bytes(budget);
        return setup.workload() + " was played with a page cache that was " + given + ", and not the study's, here "
                + Numbers.bytes((long) (STUDY_MEMORY_BYTES * setup.scale()));
    }

    /** Names the setup where there are several of the workload. */
    private List<String> notes(Setup setup) {
        boolean several = setups.stream()
                .anyMatch(other ->
                        !Objects.equals(other, setup) && other.workload().equals(setup.workload()));
        return several ? List.of("judged on " + new SetupNames(setups).of(setup)) : List.of();
    }
}
