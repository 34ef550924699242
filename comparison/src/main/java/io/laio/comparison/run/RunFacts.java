package io.laio.comparison.run;

import io.laio.comparison.cgroup.BudgetUse;
import io.laio.comparison.environment.Noise;
import io.laio.comparison.results.CacheState;
import io.laio.workload.replay.FailureClass;
import io.laio.workload.replay.StopReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What decides whether a run counts.
 *
 * @param cache the state the caches were in
 * @param residentFraction part of the documents in memory before the run
 * @param footprintBytes bytes of the documents that the run touches
 * @param budget how the memory budget was used during the run; empty if there was none
 * @param diskReadBytes what was read from the documents' disk during the run; empty if nobody counts it
 * @param lateness how often the emulated disk was slower than its model; empty if none is emulated
 * @param casualty what has become of the server if it, or a helper, ended by itself
 * @param failureExamples one line about the first failure of each class
 * @param failed how many requests failed
 * @param stopReason why the replay ended
 * @param requests how many requests were made
 * @param plannedRequests how many were to be made
 * @param generatorCpuFraction part of a processor that the generator used
 * @param generatorSaturated whether that was all there was
 * @param noise what disturbed the run
 * @param warnings what this machine lacks, and who else used its disk
 */
record RunFacts(
        CacheState cache,
        double residentFraction,
        long footprintBytes,
        Optional<BudgetUse> budget,
        OptionalLong diskReadBytes,
        Optional<Lateness> lateness,
        Optional<String> casualty,
        Map<FailureClass, String> failureExamples,
        long failed,
        StopReason stopReason,
        long requests,
        long plannedRequests,
        double generatorCpuFraction,
        boolean generatorSaturated,
        Noise noise,
        List<String> warnings) {}
