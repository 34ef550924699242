package io.laio.comparison.run;

import io.laio.comparison.cgroup.BudgetUse;
import io.laio.comparison.plan.ByteSize;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.results.Validity;
import io.laio.workload.replay.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decides whether a run counts: a pure function of its facts, with a sentence for everything found. */
final class Judge {
    /** Cold: less than this is in memory. */
    private static final double COLD_FRACTION = 0.01;

    /** Warm, and everything fits: more than this is. */
    private static final double WARM_FRACTION = 0.99;

    /** Warm, and not everything fits: the fraction differs from budget / footprint by no more than this. */
    private static final double WARM_TOLERANCE = 0.10;

    /** The page cache is within these of the budget, or of what there was to be cached if that is smaller. */
    private static final double LEAST_OF_BUDGET = 0.90;

    private static final double MOST_OF_BUDGET = 1.10;

    /** A footprint fits if it leaves this much of the budget for file-system metadata and the server's own files. */
    private static final double FITS = 0.95;

    /** So much of the time for which servers waited for an emulated disk may be the host's disk's... */
    private static final double LATE_NOTED = 0.01;

    /** ...and with more the run is one of the host's disk. Half of what makes a difference (docs/decisions/0202-verdicts.md). */
    private static final double LATE_TOLERATED = 0.05;

    /** What cannot have made a run longer by more than this does not count, however little else there was to wait for. */
    private static final double LATE_MATTERS = 0.01;

    private static final double NANOS_PER_MILLI = 1e6;

    private final RunFacts facts;
    private final List<String> reasons = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Judge(RunFacts facts) {
        this.facts = facts;
    }

    static Validity judge(RunFacts facts) {
        Judge judge = new Judge(facts);
        judge.answers();
        judge.generator();
        judge.cacheState();
        judge.budget();
        judge.disk();
        judge.notes.addAll(facts.warnings());
        judge.notes.addAll(facts.noise().notes());
        return Validity.of(judge.reasons, judge.notes);
    }

    private void answers() {
        facts.casualty().ifPresent(reasons::add);
        if (facts.failed() > 0) {
            reasons.add(facts.failed() + " requests failed: "
                    + String.join("; ", facts.failureExamples().values()));
        }
        if (facts.stopReason() == StopReason.TIME_LIMIT) {
            notes.add(RunResult.ENDED_BY_THE_CLOCK + " with " + facts.requests() + " of " + facts.plannedRequests()
                    + " requests");
        } else if (facts.requests() < facts.plannedRequests()) {
            reasons.add("ended early (" + facts.stopReason() + ") with " + facts.requests() + " of "
                    + facts.plannedRequests() + " requests");
        }
    }

    private void generator() {
        if (facts.generatorSaturated()) {
            reasons.add("the load generator was saturated (" + percent(facts.generatorCpuFraction())
                    + " of its processor): it was measured, not the server");
        }
    }

    private void cacheState() {
        double resident = facts.residentFraction();
        if (facts.cache() != CacheState.WARM) {
            if (resident >= COLD_FRACTION) {
                reasons.add("not cold: " + percent(resident) + " of the documents were in memory");
            }
        } else if (fits() ? resident <= WARM_FRACTION : Math.abs(resident - budgetShare()) > WARM_TOLERANCE) {
            reasons.add("not warm: " + percent(resident) + " of the documents were in memory, where "
                    + percent(fits() ? 1 : budgetShare()) + " had to be");
        }
    }

    private boolean fits() {
        return facts.budget().isEmpty()
                || facts.footprintBytes() <= FITS * facts.budget().get().budgetBytes();
    }

    /** The part of the documents that the budget can hold. */
    private double budgetShare() {
        long budgetBytes = facts.budget().map(BudgetUse::budgetBytes).orElse(Long.MAX_VALUE);
        return Math.min(1, (double) budgetBytes / facts.footprintBytes());
    }

    private void budget() {
        facts.budget().ifPresent(this::budget);
    }

    private void budget(BudgetUse use) {
        long reachedBytes = use.largestPageCacheBytes();
        boolean filled = reachedBytes >= LEAST_OF_BUDGET * Math.min(use.budgetBytes(), facts.footprintBytes());
        if (reachedBytes > MOST_OF_BUDGET * use.budgetBytes() || !(filled || keptAllThatWasRead(use))) {
            reasons.add("the page cache reached " + ByteSize.describe(reachedBytes) + " of a budget of "
                    + ByteSize.describe(use.budgetBytes()) + " and a footprint of "
                    + ByteSize.describe(facts.footprintBytes()) + growth(use));
        }
        if (use.refusals() > 0) {
            notes.add("the kernel was too busy to change the memory limit " + use.refusals() + " times");
        }
    }

    /** From cold, a slow disk need not have read enough to fill the cache; but what it has read must be there. */
    private boolean keptAllThatWasRead(BudgetUse use) {
        long readBytes = facts.diskReadBytes().orElse(0);
        return facts.cache() != CacheState.WARM
                && readBytes > 0
                && use.pageCacheGrowthBytes() >= LEAST_OF_BUDGET * readBytes;
    }

    private String growth(BudgetUse use) {
        return facts.diskReadBytes().isPresent()
                ? "; it grew by " + ByteSize.describe(use.pageCacheGrowthBytes()) + " while "
                        + ByteSize.describe(facts.diskReadBytes().getAsLong()) + " were read from the disk"
                : "";
    }

    private void disk() {
        facts.lateness().filter(late -> late.fraction() > LATE_NOTED).ifPresent(this::late);
    }

    private void late(Lateness late) {
        String words = String.format(
                Locale.ROOT,
                "%.2f %% of the waiting for the emulated disk was for the host's, which was the slower one for %d of %d requests"
                        + " and added %.3g ms",
                late.fraction() * 100,
                late.lateRequests(),
                late.requests(),
                late.lateNanos() / NANOS_PER_MILLI);
        if (late.fraction() > LATE_TOLERATED && late.ofTheRun() > LATE_MATTERS) {
            reasons.add(
                    words
                            + ": put --data on a faster disk, or on a tmpfs if memory allows, or leave this one to the comparison");
        } else {
            notes.add(words);
        }
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", fraction * 100);
    }
}
