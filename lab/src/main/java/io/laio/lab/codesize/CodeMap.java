package io.laio.lab.codesize;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Which line of the sources is counted as what: {@code config/code-size.json}.
 *
 * @param description what the file is, for its readers
 * @param systems the paper's names of the systems, and the servers here that are those
 * @param sources directories of which every Java file has to have its place
 * @param places what is counted as what
 */
public record CodeMap(
        @JsonProperty(required = true) String description,
        @JsonProperty(required = true) Map<String, String> systems,
        @JsonProperty(required = true) List<String> sources,
        @JsonProperty(required = true) List<Place> places) {
    /** Where it is, relative to the repository. */
    public static final String PATH = "config/code-size.json";

    /**
     * Reads a map.
     *
     * @param file the file
     * @return the map
     * @throws IOException if it cannot be read
     * @throws MisfitException if it is not a map of sources; the message says where
     */
    public static CodeMap read(Path file) throws IOException {
        try {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(Files.readString(file), CodeMap.class);
        } catch (JsonProcessingException e) {
            throw new MisfitException(file + ": " + e.getOriginalMessage() + " at "
                    + e.getLocation().getLineNr());
        }
    }
}
