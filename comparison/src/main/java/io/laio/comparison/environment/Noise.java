package io.laio.comparison.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What disturbed a run.
 *
 * @param stealFraction processor time that the host gave to others, as a part of one processor
 * @param otherLoadFraction processor time of programs that have nothing to do with the run, as a part of one processor
 */
public record Noise(double stealFraction, double otherLoadFraction) {
    /** Above these a run is marked: what two runs of the same thing differ by here anyway. */
    private static final double NOTABLE_STEAL = 0.02;

    private static final double NOTABLE_LOAD = 0.10;

    /**
     * Works it out from two looks at the machine's processors.
     *
     * @param before the earlier look
     * @param after the later look
     * @param expectedMicros processor time that server and generator used in between
     * @param elapsedMicros time in between
     * @return the noise
     */
    public static Noise between(CpuTimes before, CpuTimes after, long expectedMicros, long elapsedMicros) {
        double elapsed = Math.max(elapsedMicros, 1);
        long otherMicros = after.busyMicros() - before.busyMicros() - expectedMicros;
        return new Noise((after.stealMicros() - before.stealMicros()) / elapsed, Math.max(0, otherMicros / elapsed));
    }

    /**
     * What a reader should know.
     *
     * @return a sentence each; empty if the machine was quiet
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (stealFraction > NOTABLE_STEAL) {
            notes.add(percent("noisy: the host took %.0f %% of a processor", stealFraction));
        }
        if (otherLoadFraction > NOTABLE_LOAD) {
            notes.add(percent("noisy: other programs used %.0f %% of a processor", otherLoadFraction));
        }
        return notes;
    }

    private static String percent(String format, double fraction) {
        return String.format(Locale.ROOT, format, fraction * 100);
    }
}
