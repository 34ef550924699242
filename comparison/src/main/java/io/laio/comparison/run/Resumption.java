package io.laio.comparison.run;

import io.laio.comparison.plan.PlanException;
import io.laio.comparison.plan.PlannedRun;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.EnvironmentInfo;
import io.laio.comparison.results.PlanInfo;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.results.RunSetting;
import io.laio.comparison.results.Session;
import io.laio.testbed.disk.UnfitMachineException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Goes on with a comparison that was interrupted: which of its runs are missing, and whether this is still the machine, and the
 * software, that made the others. Runs of two machines, or of two commits, are no comparison.
 *
 * @param earlier what was found until then
 */
public record Resumption(Results earlier) {
    /**
     * The runs that are still to be made.
     *
     * @param schedule all runs of the plan
     * @return those without a result, in the same order
     * @throws PlanException if a result is of no run of the plan
     */
    public List<PlannedRun> missing(List<PlannedRun> schedule) throws PlanException {
        for (RunResult run : earlier.runs()) {
            requirePlanned(run, schedule);
        }
        Set<Integer> there =
                earlier.runs().stream().map(run -> run.evidence().order()).collect(Collectors.toSet());
        return schedule.stream().filter(run -> !there.contains(run.order())).toList();
    }

    private static void requirePlanned(RunResult run, List<PlannedRun> schedule) throws PlanException {
        int order = run.evidence().order();
        if (order < 1 || order > schedule.size() || !isOf(run.setting(), schedule.get(order - 1))) {
            throw new PlanException("--resume: run " + order + " of results.json ("
                    + run.setting().server() + ", " + run.setting().clients()
                    + " clients) is not in the plan beside it: begin a new comparison");
        }
    }

    /** By what the run was asked to be; a trace's own name may be another than the plan's. */
    private static boolean isOf(RunSetting setting, PlannedRun planned) {
        CacheState asked = setting.cache() == CacheState.COLD_DATA ? CacheState.COLD : setting.cache();
        return setting.server().equals(planned.server())
                && asked == planned.cache()
                && setting.clients() == planned.clients()
                && setting.repeat() == planned.repeat();
    }

    /**
     * The earlier results, to which this session's runs can be added.
     *
     * @param plan what is to be run now
     * @param environment where
     * @return the earlier results, with this session among the environment's
     * @throws UnfitMachineException if anything is not as it was that decides what is measured; the message names it
     */
    Results on(PlanInfo plan, EnvironmentInfo environment) throws UnfitMachineException {
        return on(environment, new Differences(earlier).from(plan, environment));
    }

    /**
     * The earlier results, to which can be added what is measured without servers and documents.
     *
     * @param environment where
     * @return the earlier results, with this session among the environment's
     * @throws UnfitMachineException if this is another machine or other software; the message names it
     */
    Results on(EnvironmentInfo environment) throws UnfitMachineException {
        return on(environment, new Differences(earlier).withoutDocuments(environment));
    }

    private Results on(EnvironmentInfo environment, List<String> differences) throws UnfitMachineException {
        if (!differences.isEmpty()) {
            throw new UnfitMachineException("--resume: not what the earlier runs were made with: "
                    + String.join("; ", differences) + "; make it as it was, or begin a new comparison");
        }
        Session session = new Session(environment.recordedAt(), earlier.runs().size(), environment.details());
        return earlier.withEnvironment(earlier.environment().withSession(session));
    }
}
