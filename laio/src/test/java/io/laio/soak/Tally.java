package io.laio.soak;

/** What was done so far. */
final class Tally {
    long calls;
    long inBackground;
    long tasks;
    long cancelled;
    long abandoned;
    long ended;
    long reopened;
    long checks;

    @Override
    public String toString() {
        return "%,d calls, %,d in the background, %,d cancelled, %,d abandoned; %,d tasks, %,d ended early; %,d reopened, %,d checks"
                .formatted(calls, inBackground, cancelled, abandoned, tasks, ended, reopened, checks);
    }
}
