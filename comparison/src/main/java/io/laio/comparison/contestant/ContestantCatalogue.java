package io.laio.comparison.contestant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laio.comparison.contestant.Contestant.PortSource;
import io.laio.comparison.results.ServerName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The contestants of a directory: one JSON file each, named like the contestant.
 *
 * @param directory where the files are
 */
public record ContestantCatalogue(Path directory) {
    private static final String SUFFIX = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS = Set.of(
            "description",
            "command",
            "options",
            "port",
            "statistics",
            "connectionPerRequest",
            "files",
            "install",
            "version");

    /**
     * Finds a contestant.
     *
     * @param name its name, with or without options fixed in it, see {@link ServerName}
     * @return what its file says, called by the whole name
     * @throws ContestantException if there is none, its file is wrong, or it does not have an option that is fixed
     */
    public Contestant find(String name) throws ContestantException {
        ServerName parts = ServerName.parse(name);
        Contestant contestant = read(parts.server());
        return parts.options().isEmpty() ? contestant : contestant.fixed(name, parts.options());
    }

    private Contestant read(String name) throws ContestantException {
        Path file = directory.resolve(name + SUFFIX);
        if (name.contains("/") || !Files.isRegularFile(file)) {
            throw ContestantException.misdescribed(
                    "no contestant \"" + name + "\"; there are " + String.join(", ", names()) + " (" + directory + ")");
        }
        try {
            return contestant(name, JSON.readTree(Files.readString(file)));
        } catch (JsonProcessingException e) {
            throw ContestantException.misdescribed(file + ": not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw ContestantException.misdescribed(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw ContestantException.misdescribed(file + " cannot be read: " + e.getMessage());
        }
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Contestant contestant(String name, JsonNode node) {
        node.fieldNames().forEachRemaining(field -> require(FIELDS.contains(field), field + ": no such field"));
        List<String> command = texts(node.path("command"));
        require(!command.isEmpty(), "command: program and arguments are needed, as a list");
        String port = node.path("port").asText("announced");
        require(port.equals("announced") || port.equals("allocated"), "port: announced or allocated, not " + port);
        return new Contestant(
                name,
                node.path("description").asText(name),
                command,
                table(node.path("options"), JsonNode::asText),
                port.equals("announced") ? PortSource.ANNOUNCED : PortSource.ALLOCATED,
                Optional.ofNullable(node.path("statistics").textValue()),
                node.path("connectionPerRequest").asBoolean(false),
                table(node.path("files"), ContestantCatalogue::lines),
                node.path("install").asText(""),
                texts(node.path("version")));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** A file's content is a list of lines, because JSON has no text of several lines. */
    private static String lines(JsonNode list) {
        return String.join("\n", texts(list)) + "\n";
    }

    private static Map<String, String> table(JsonNode object, Function<JsonNode, String> value) {
        Map<String, String> table = new LinkedHashMap<>();
        object.properties().forEach(entry -> table.put(entry.getKey(), value.apply(entry.getValue())));
        return table;
    }
}
