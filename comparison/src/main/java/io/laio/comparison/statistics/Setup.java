package io.laio.comparison.statistics;

import io.laio.comparison.results.RunSetting;
import org.jspecify.annotations.Nullable;

/**
 * What one recommendation is about: everything an owner has, and does not choose by choosing a server.
 *
 * @param workload name of the trace
 * @param traceSha256 its digest, for two traces may carry one name
 * @param scale its scale
 * @param disk {@code native} or the device model's name
 * @param network {@code loopback} or {@code gigabit}
 * @param memoryBudgetBytes page cache; {@code null} if unlimited
 */
public record Setup(
        String workload,
        String traceSha256,
        double scale,
        String disk,
        String network,
        @Nullable Long memoryBudgetBytes) {

    /**
     * The setup of a run.
     *
     * @param run its setting
     * @return the part of it that all servers share
     */
    public static Setup of(RunSetting run) {
        return new Setup(
                run.workload(), run.traceSha256(), run.scale(), run.disk(), run.network(), run.memoryBudgetBytes());
    }
}
