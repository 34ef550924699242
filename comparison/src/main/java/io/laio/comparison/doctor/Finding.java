package io.laio.comparison.doctor;

/**
 * What one check found.
 *
 * @param subject what was looked at, in a word or two
 * @param level how it is
 * @param detail what was found
 * @param remedy what to do about it; empty if nothing is to be done
 */
public record Finding(String subject, Level level, String detail, String remedy) {
    /** How something is. */
    public enum Level {
        /** As it should be. */
        GOOD,
        /** It works, and one should know something about it. */
        NOTE,
        /** It is missing: part of the study cannot be done here. */
        MISSING
    }

    static Finding good(String subject, String detail) {
        return new Finding(subject, Level.GOOD, detail, "");
    }

    static Finding note(String subject, String detail, String remedy) {
        return new Finding(subject, Level.NOTE, detail, remedy);
    }

    static Finding missing(String subject, String detail, String remedy) {
        return new Finding(subject, Level.MISSING, detail, remedy);
    }
}
