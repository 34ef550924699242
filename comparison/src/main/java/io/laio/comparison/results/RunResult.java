package io.laio.comparison.results;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One run: one server, started afresh, answering one workload once. In {@code results.json} the five parts lie flat in one
 * object, in this order.
 *
 * @param setting what was asked
 * @param performance what the clients saw
 * @param use what the server used
 * @param evidence what proves that the run was what was asked
 * @param validity whether it counts
 */
public record RunResult(
        @JsonUnwrapped RunSetting setting,
        @JsonUnwrapped Performance performance,
        @JsonUnwrapped ResourceUse use,
        @JsonUnwrapped Evidence evidence,
        @JsonUnwrapped Validity validity) {

    /** With these words begins the note of a run that its time limit ended before all requests were played. */
    public static final String ENDED_BY_THE_CLOCK = "ended by the clock";

    /**
     * Whether the run counts.
     *
     * @return false if any reason against it was found
     */
    public boolean valid() {
        return validity.valid();
    }
}
