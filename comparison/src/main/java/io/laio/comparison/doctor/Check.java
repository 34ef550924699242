package io.laio.comparison.doctor;

/** Looks at one thing. */
@FunctionalInterface
public interface Check {
    /**
     * Looks.
     *
     * @return what was found; never throws for something that is missing
     */
    Finding look();
}
