package io.laio.comparison.claims;

/** What results say of one part of a claim. */
sealed interface Finding {
    /**
     * A number.
     *
     * @param estimate the number
     * @param unit its unit
     * @param sentence what it is the number of, with {@code {}} in its place
     */
    record Measured(Estimate estimate, Unit unit, String sentence) implements Finding {
        /** The sentence with its number. */
        String words() {
            return sentence.replace("{}", unit.words(estimate));
        }
    }

    /**
     * Nothing.
     *
     * @param reason why, a clause
     */
    record Missing(String reason) implements Finding {}
}
