package io.laio.comparison.claims;

import java.util.List;

/**
 * One thing that has to hold for a claim.
 *
 * @param what what is looked at and where; parts that say the same of other servers have the same
 * @param subject the servers
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
        return what.isEmpty() ? subject : subject + ", " + what;
    }
}
