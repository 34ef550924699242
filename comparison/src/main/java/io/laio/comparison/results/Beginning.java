package io.laio.comparison.results;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a comparison was begun, as far as the plan does not say it: the content of {@code session.json}. It is there before the first
 * results are, and decides on which disk they are made.
 *
 * @param data where traces and documents are, an absolute path
 * @param agents the URL of the agents that start servers; {@code null} where they are started on the machine itself
 * @param commandLine the command as given, its first element {@code bin/laio}
 */
public record Beginning(String data, @Nullable String agents, List<String> commandLine) {
    /** Copies the command. */
    public Beginning {
        commandLine = List.copyOf(commandLine);
    }

    /**
     * The same, but with what somebody wants otherwise.
     *
     * @param otherData an absolute path
     * @param otherAgents a URL
     * @return a copy
     */
    public Beginning with(Optional<String> otherData, Optional<String> otherAgents) {
        return new Beginning(otherData.orElse(data), otherAgents.orElse(agents), commandLine);
    }
}
