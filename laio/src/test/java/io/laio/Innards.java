package io.laio;

/** What only this package sees, for tests of other packages. */
public final class Innards {
    private Innards() {}

    /** How many slots are not free: in flight, or complete and not delivered. */
    public static int slotsInUse(Laio laio) {
        return laio.slotsInUse();
    }
}
