package io.laio.comparison.results;

import java.util.List;

/**
 * A server that took part.
 *
 * @param name its name in the runs
 * @param description what it is, in a sentence fit for a reader who does not know it
 * @param command how it was started, with placeholders for port and document root; empty for a bare URL
 * @param filesSha256 of the configuration files it was given, with placeholders; empty if it has none, and in older results
 */
public record ContestantInfo(String name, String description, List<String> command, String filesSha256) {

    /** Copies the command; older files know nothing of configuration. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for a field that an older file does not have
    public ContestantInfo {
        command = List.copyOf(command);
        filesSha256 = filesSha256 == null ? "" : filesSha256;
    }
}
