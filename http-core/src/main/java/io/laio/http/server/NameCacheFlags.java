package io.laio.http.server;

import picocli.CommandLine.Option;

/** Options of servers that keep documents open and remember names. */
final class NameCacheFlags {
    @Option(
            names = "--name-cache-entries",
            paramLabel = "N",
            description =
                    "Documents that a loop keeps open, or a process, or all threads together (default: ${DEFAULT-VALUE}, Flash's).")
    private int entries = ServerOptions.DEFAULT_CACHE_ENTRIES;

    @Option(
            names = "--name-cache-validity-millis",
            paramLabel = "MS",
            description = "How long a name is believed before it is looked up again; 0: look every time "
                    + "(default: ${DEFAULT-VALUE}; the study uses Flash's 600000).")
    private int validityMillis = ServerOptions.DEFAULT_CACHE_VALIDITY_MILLIS;

    NameCacheFlags() {}

    /** Throws {@code IllegalArgumentException} if the number is not permitted, as the other one does. */
    int entries() {
        return Range.from(1).check("--name-cache-entries", entries);
    }

    int validityMillis() {
        return Range.from(0).check("--name-cache-validity-millis", validityMillis);
    }
}
