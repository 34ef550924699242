package io.laio.comparison.claims;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that has to hold for a claim.
 *
 * @param what what is looked at and where; parts that say the same of other servers have the same
 * @param subject the servers; empty if no others could stand for them, and {@code what} names them
 * @param expected where the number should lie
 * @param paper what the paper found, with its mark
 * @param finding what was found here
 * @param notes what a reader should know of it, a clause each
 */
record Part(String what, String subject, Expected expected, String paper, Finding finding, List<String> notes) {
    Part {
        notes = List.copyOf(notes);
    }

    /** The name in a table. */
    String name() {
        return Stream.of(subject, what).filter(words -> !words.isEmpty()).collect(Collectors.joining(", "));
    }
}
