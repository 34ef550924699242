package io.laio.comparison.results;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A session that went on with a comparison which had been interrupted, on the same machine and the same software.
 *
 * @param startedAt when it began
 * @param runsBefore how many runs there were by then
 * @param details what may differ between sessions, by name, as in {@link EnvironmentInfo#details}
 */
public record Session(Instant startedAt, int runsBefore, Map<String, String> details) {
    /** Copies the details, keeping their order. */
    public Session {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
}
