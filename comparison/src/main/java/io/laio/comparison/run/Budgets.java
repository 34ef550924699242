package io.laio.comparison.run;

import io.laio.comparison.plan.ByteSize;
import io.laio.comparison.plan.MemorySize;
import io.laio.comparison.plan.PlannedRun;
import io.laio.testbed.disk.UnfitMachineException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The page cache of each run, in bytes.
 *
 * @param workloads by the plan's name
 * @param enforced whether control groups keep servers within it
 */
record Budgets(Map<String, Workload> workloads, boolean enforced) {
    /**
     * Below this the few megabytes that a group reads for itself are no small part of a budget
     * (docs/decisions/0012-memory-budget.md), and it is no longer the documents that are measured.
     */
    static final long LEAST_BYTES = 128L << 20;

    long bytes(PlannedRun run) {
        return run.memory().bytes(footprintBytes(run));
    }

    private long footprintBytes(PlannedRun run) {
        return Objects.requireNonNull(workloads.get(run.workload())).prefix().footprintBytes();
    }

    /** Who writes a number of bytes means it; what follows from a proportion may be smaller than anybody thought of. */
    boolean isPlayable(PlannedRun run) {
        return run.memory() instanceof MemorySize.Bytes || bytes(run) >= LEAST_BYTES;
    }

    /** Budgets that are too small to be kept exactly, a sentence each. */
    List<String> skipped(List<PlannedRun> runs) {
        return runs.stream()
                .filter(run -> !isPlayable(run))
                .map(run -> String.format(
                        Locale.ROOT,
                        "memory %s of %s: %s of page cache cannot be kept exactly, %s is the least; a larger --scale has it",
                        run.memory().text(),
                        run.workload(),
                        ByteSize.describe(bytes(run)),
                        ByteSize.describe(LEAST_BYTES)))
                .distinct()
                .toList();
    }

    /** All sizes, ascending; none if nothing keeps servers within them. */
    List<Long> all(List<PlannedRun> runs) {
        return enforced
                ? runs.stream()
                        .filter(this::isPlayable)
                        .map(this::bytes)
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    /** Without control groups runs with different budgets would be the same run. */
    void requireKept(List<PlannedRun> runs) throws UnfitMachineException {
        if (!enforced && runs.stream().map(PlannedRun::memory).distinct().count() > 1) {
            throw new UnfitMachineException(
                    "several sizes of memory cannot be compared without control groups, which keep servers within them: "
                            + "run as root (see bin/laio doctor), or name one size with --memory");
        }
    }
}
