package io.laio.http.server;

import java.util.List;
import java.util.Locale;

/** A word of the command line, one of a few. */
final class Choice {
    private Choice() {}

    /**
     * Which word it is, whatever its case.
     *
     * @param option whose value it is, for the message
     * @param value what was given
     * @param words the words that are known
     * @return an index of {@code words}
     * @throws IllegalArgumentException if it is none of them; the message names them all
     */
    static int of(String option, String value, List<String> words) {
        int index = words.indexOf(value.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new IllegalArgumentException(option + " must be " + String.join(" or ", words) + ", not " + value);
        }
        return index;
    }
}
