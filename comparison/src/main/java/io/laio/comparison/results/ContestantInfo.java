package io.laio.comparison.results;

import java.util.List;

/**
 * A server that took part.
 *
 * @param name its name in the runs
 * @param description what it is, in a sentence fit for a reader who does not know it
 * @param command how it was started, with placeholders for port and document root; empty for a bare URL
 */
public record ContestantInfo(String name, String description, List<String> command) {

    /** Copies the command. */
    public ContestantInfo {
        command = List.copyOf(command);
    }
}
