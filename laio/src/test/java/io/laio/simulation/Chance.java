package io.laio.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * The only source of randomness of a run. Troubles differ from seed to seed, not only from moment to moment: a run in which
 * everything fails now and then never gets as far as one in which a single thing fails always.
 */
final class Chance {
    private static final int[] PER_MILLE = {0, 0, 0, 5, 50, 200, 600};
    private static final long[] DELAYS_NANOS = {0, 500, 20_000, 300_000, 4_000_000, 30_000_000};

    private final Random random;
    private final Map<Trouble, Integer> perMille = new EnumMap<>(Trouble.class);

    Chance(long seed) {
        random = new Random(seed);
        random.nextLong(); // neighbouring seeds begin alike
        for (Trouble trouble : Trouble.values()) {
            perMille.put(trouble, PER_MILLE[below(PER_MILLE.length)]);
        }
    }

    boolean strikes(Trouble trouble) {
        return below(1000) < perMille.getOrDefault(trouble, 0);
    }

    /** From now on there is no trouble. */
    void heal() {
        perMille.clear();
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return below(times) == 0;
    }

    /** A number of 1 to {@code most}, small ones and the largest more often. */
    int some(int most) {
        return switch (below(4)) {
            case 0 -> most;
            case 1 -> 1 + below(Math.min(most, 16));
            default -> 1 + below(most);
        };
    }

    /** How long something takes, in nanoseconds. */
    long delay() {
        long bound = DELAYS_NANOS[below(DELAYS_NANOS.length)];
        return bound == 0 ? 0 : random.nextLong(bound);
    }
}
