package io.laio.comparison.results;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The state the caches were brought to before a run, and proved to be in. */
public enum CacheState {
    /** Nothing of the documents in memory: data evicted, and names and file-system metadata dropped as well. */
    COLD("cold", "cold"),

    /** Data evicted only, because dropping names and metadata was not permitted: a weaker statement than cold. */
    COLD_DATA("cold-data", "cold data"),

    /** The same requests were played once before. */
    WARM("warm", "warm");

    private final String label;
    private final String words;

    CacheState(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /**
     * The name in files and on the command line.
     *
     * @return {@code cold}, {@code cold-data} or {@code warm}
     */
    @JsonValue
    public String label() {
        return label;
    }

    /**
     * The name in a sentence.
     *
     * @return words without a hyphen
     */
    public String words() {
        return words;
    }

    /**
     * Finds a state by its label.
     *
     * @param label {@code cold}, {@code cold-data} or {@code warm}
     * @return the state
     * @throws IllegalArgumentException if there is none of that name
     */
    @JsonCreator
    public static CacheState of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no cache state \"" + label + "\"; there are cold, cold-data and warm"));
    }
}
