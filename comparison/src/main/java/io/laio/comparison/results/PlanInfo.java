package io.laio.comparison.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was to be run, resolved: with this and the same commit anyone can run exactly it again.
 *
 * @param name name of the plan
 * @param commandLine the command as given, its first element {@code bin/laio}
 * @param seed orders the runs
 * @param contestants the servers
 * @param workloads the traces
 * @param caches the cache states asked for
 * @param clients the numbers of clients
 * @param repeats repetitions of each combination
 * @param scale footprint relative to the published size
 * @param memoryBudgetBytes page cache each server may use; {@code null} if unlimited, or if there are several
 * @param maxSeconds a run ends after so many seconds at the latest
 * @param disk {@code native} or the device model's name
 * @param network {@code loopback} or {@code gigabit}
 * @param memoryBudgetsBytes all sizes of page cache, ascending; empty if unlimited
 * @param skipped what was planned and cannot be measured here, a sentence each
 */
public record PlanInfo(
        String name,
        List<String> commandLine,
        long seed,
        List<ContestantInfo> contestants,
        List<WorkloadInfo> workloads,
        List<CacheState> caches,
        List<Integer> clients,
        int repeats,
        double scale,
        @Nullable Long memoryBudgetBytes,
        double maxSeconds,
        String disk,
        String network,
        List<Long> memoryBudgetsBytes,
        List<String> skipped) {

    /** Copies the lists; an older file knows of one budget only. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for a field that an older file does not have
    public PlanInfo {
        commandLine = List.copyOf(commandLine);
        contestants = List.copyOf(contestants);
        workloads = List.copyOf(workloads);
        caches = List.copyOf(caches);
        clients = List.copyOf(clients);
        memoryBudgetsBytes = memoryBudgetsBytes == null ? only(memoryBudgetBytes) : List.copyOf(memoryBudgetsBytes);
        skipped = skipped == null ? List.of() : List.copyOf(skipped);
    }

    private static List<Long> only(@Nullable Long memoryBudgetBytes) {
        return memoryBudgetBytes == null ? List.of() : List.of(memoryBudgetBytes);
    }
}
