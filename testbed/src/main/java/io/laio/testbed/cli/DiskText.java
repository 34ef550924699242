package io.laio.testbed.cli;

import io.laio.testbed.disk.daemon.DiskStatistics;
import io.laio.testbed.disk.device.DiskStatus;
import java.util.Locale;

/** Disks in words. */
final class DiskText {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MICROS_PER_SECOND = 1e6;

    private DiskText() {}

    static String of(DiskStatistics done) {
        double seconds = done.uptimeNanos() / NANOS_PER_SECOND;
        return String.format(
                Locale.ROOT,
                "%d reads of %d bytes, %d writes of %d bytes, %d flushes, %d failed in %.0f s%n"
                        + "mean depth %.2f, most %d, busy %.1f %% of the time; pace %s%n"
                        + "answers %.0f us after the model on average, %.0f us at most; %d late because of the image, by %.0f us at most%n"
                        + "%.1f s of processor time, engine %s",
                done.reads(),
                done.readBytes(),
                done.writes(),
                done.writtenBytes(),
                done.flushes(),
                done.failures(),
                seconds,
                done.meanDepth(),
                done.maxDepth(),
                done.utilisation() * 100,
                done.paced() ? "on" : "off",
                done.meanAnswerDelayNanos() / NANOS_PER_MICRO,
                done.worstAnswerDelayNanos() / NANOS_PER_MICRO,
                done.lateRequests(),
                done.worstLateNanos() / NANOS_PER_MICRO,
                done.cpuMicros() / MICROS_PER_SECOND,
                done.engine());
    }

    static String of(DiskStatus disk) {
        if (disk.isUsable()) {
            return "up";
        }
        return disk.isLeftOver()
                ? "left over at " + disk.state().stage() + " (" + disk.partsWords() + "): bin/laio disk down "
                        + disk.state().layout().directory()
                : disk.isComingUp() ? "is being brought up" : "is being taken down or remounted";
    }
}
