package io.laio.comparison.remote;

import java.util.Map;

/**
 * What an agent is to start.
 *
 * @param contestant name of the contestant, with or without options fixed in it
 * @param documentRoot what it serves, as a path in the container
 * @param values the plan's values for its options
 */
record Start(String contestant, String documentRoot, Map<String, String> values) {
    Start {
        values = Map.copyOf(values);
    }
}
