package io.laio.comparison.run;

import io.laio.comparison.environment.BlockDevice;
import io.laio.comparison.environment.CpuTimes;
import io.laio.comparison.environment.DiskCounters;
import io.laio.comparison.environment.DiskWrites;
import io.laio.comparison.environment.Noise;
import io.laio.comparison.results.DiskReads;
import io.laio.testbed.disk.daemon.DiskStatistics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Everything that counts upwards, at one moment: the difference of two moments is what happened in between.
 *
 * @param nanos when, by the clock of {@link System#nanoTime}
 * @param serverCpuMicros processor time of the server and its helpers
 * @param generatorCpuMicros processor time of this process
 * @param machine processor time of the whole machine
 * @param disk what the documents' disk did; empty if they are on none of their own
 * @param writes what was written to it; empty if they are on none of their own
 * @param emulation what its emulation did; empty if it is the machine's own
 */
record Counters(
        long nanos,
        long serverCpuMicros,
        long generatorCpuMicros,
        CpuTimes machine,
        Optional<DiskCounters> disk,
        Optional<DiskWrites> writes,
        Optional<DiskStatistics> emulation) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long NANOS_PER_MICRO = 1_000;

    static Counters read(Stage stage, Optional<BlockDevice> device, DocumentDisk documents) throws IOException {
        Optional<DiskCounters> disk =
                device.isPresent() ? Optional.of(device.get().counters()) : Optional.empty();
        Duration own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return new Counters(
                System.nanoTime(),
                stage.cpuMicros(),
                own.toNanos() / NANOS_PER_MICRO,
                CpuTimes.now(),
                disk,
                device.isPresent() ? Optional.of(device.get().writes()) : Optional.empty(),
                documents.statistics());
    }

    long serverCpuMicrosSince(Counters before) {
        return serverCpuMicros - before.serverCpuMicros;
    }

    @Nullable
    DiskReads diskReadsSince(Counters before) {
        double elapsedMillis = (nanos - before.nanos) / NANOS_PER_MILLI;
        return disk.isPresent() && before.disk.isPresent() ? disk.get().since(before.disk.get(), elapsedMillis) : null;
    }

    OptionalLong diskReadBytesSince(Counters before) {
        DiskReads reads = diskReadsSince(before);
        return reads == null ? OptionalLong.empty() : OptionalLong.of(reads.bytes());
    }

    Optional<Lateness> latenessSince(Counters before) {
        return emulation.flatMap(
                now -> before.emulation.map(then -> Lateness.between(then, now, nanos - before.nanos)));
    }

    /** Who else used the disk, a sentence each. */
    List<String> diskNotesSince(Counters before) {
        long elapsedMicros = (nanos - before.nanos) / NANOS_PER_MICRO;
        return writes.flatMap(now -> before.writes.flatMap(then -> now.noteSince(then, elapsedMicros))).stream()
                .toList();
    }

    /** What disturbed the run; the work of a link that is emulated did not. */
    Noise noiseSince(Counters before, boolean emulatedLink) {
        long expectedMicros = serverCpuMicrosSince(before) + generatorCpuMicros - before.generatorCpuMicros;
        return Noise.between(
                emulatedLink ? before.machine.withoutSoftIrq() : before.machine,
                emulatedLink ? machine.withoutSoftIrq() : machine,
                expectedMicros,
                (nanos - before.nanos) / NANOS_PER_MICRO);
    }
}
