package io.laio.testbed.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The links of a directory: one JSON file each, named like the link.
 *
 * @param directory where the files are
 */
public record LinkModels(Path directory) {
    private static final String SUFFIX = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NUMBERS =
            Set.of("rateMegabitsPerSecond", "mtuBytes", "frameOverheadBytes", "burstBytes", "queueBytes");
    private static final Set<String> TEXTS = Set.of("description", "source");

    /**
     * Finds a link.
     *
     * @param nameOrFile its name, or a file with a slash or {@code .json} in its name
     * @return what its file says, called like the file
     * @throws IllegalArgumentException if there is none, or its file is wrong; the message says which
     */
    public LinkModel find(String nameOrFile) {
        boolean named = !nameOrFile.contains("/") && !nameOrFile.endsWith(SUFFIX);
        Path file = named ? directory.resolve(nameOrFile + SUFFIX) : Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no network \"" + nameOrFile + "\"; there are " + Network.LOOPBACK + ", "
                    + String.join(", ", names()) + " (" + directory + "), and any file of that kind");
        }
        return read(file);
    }

    private static LinkModel read(Path file) {
        try {
            return model(name(file), JSON.readTree(Files.readString(file)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static LinkModel model(String name, JsonNode node) {
        node.fieldNames().forEachRemaining(LinkModels::requireKnown);
        return new LinkModel(
                name,
                text(node, "description"),
                number(node, "rateMegabitsPerSecond").doubleValue(),
                whole(node, "mtuBytes"),
                whole(node, "frameOverheadBytes"),
                whole(node, "burstBytes"),
                whole(node, "queueBytes"),
                text(node, "source"));
    }

    private static void requireKnown(String field) {
        if (!NUMBERS.contains(field) && !TEXTS.contains(field)) {
            List<String> known =
                    Stream.concat(NUMBERS.stream(), TEXTS.stream()).sorted().toList();
            throw new IllegalArgumentException(field + ": no such field; there are " + String.join(", ", known));
        }
    }

    private static JsonNode number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(field + ": a number is needed");
        }
        return value;
    }

    private static int whole(JsonNode node, String field) {
        JsonNode value = number(node, field);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw new IllegalArgumentException(field + ": a whole number of bytes is needed, not " + value);
        }
        return value.intValue();
    }

    private static String text(JsonNode node, String field) {
        String value = node.path(field).asText("");
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + ": a sentence is needed");
        }
        return value;
    }

    /**
     * The links that are there.
     *
     * @return their names, in alphabetical order; empty if the directory cannot be read
     */
    public List<String> names() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(LinkModels::name)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of(); // whoever asks by name is told that it is not there
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
