package io.laio.comparison.results;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.laio.analysis.files.WholeFiles;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads and writes {@code results.json}. Fields are written in the order of the records' components, instants as ISO 8601 in
 * UTC, with {@code \n} line ends: the same results give the same bytes on every machine. Fields it does not know are
 * passed over, so that a file with later additions can still be read.
 */
public final class ResultsJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantReader()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final ObjectWriter WRITER = MAPPER.writer(printer());

    private ResultsJson() {}

    /**
     * Reads results.
     *
     * @param file a {@code results.json}, or one that gzip compressed
     * @return its content
     * @throws ResultsFormatException if it is no such file, or of another version
     * @throws IOException if it cannot be read
     */
    public static Results read(Path file) throws IOException {
        byte[] bytes = content(file);
        try {
            JsonNode tree = MAPPER.readTree(bytes);
            checkVersion(file, tree.path("schemaVersion").asInt(0));
            return MAPPER.treeToValue(tree, Results.class);
        } catch (JsonProcessingException e) {
            throw new ResultsFormatException(
                    file + " is not a whole results.json (" + e.getOriginalMessage()
                            + "): name a results directory that " + "bin/laio compare wrote",
                    e);
        }
    }

    private static byte[] content(Path file) throws IOException {
        if (!file.toString().endsWith(ResultsDirectory.COMPRESSED)) {
            return Files.readAllBytes(file);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        } catch (EOFException | ZipException e) {
            throw new ResultsFormatException(file + " is not a whole gzip file", e);
        }
    }

    /**
     * Writes results, whole or not at all.
     *
     * @param results what to write
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public static void write(Results results, Path file) throws IOException {
        WholeFiles.write(file, bytes(results));
    }

    /**
     * Writes the environment by itself, whole or not at all.
     *
     * @param environment what to write
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public static void write(EnvironmentInfo environment, Path file) throws IOException {
        WholeFiles.write(file, bytes(environment));
    }

    /**
     * Writes how a comparison was begun, whole or not at all.
     *
     * @param beginning what to write
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public static void write(Beginning beginning, Path file) throws IOException {
        WholeFiles.write(file, bytes(beginning));
    }

    /**
     * Reads how a comparison was begun.
     *
     * @param file a {@code session.json}
     * @return its content
     * @throws ResultsFormatException if it is no such file
     * @throws IOException if it cannot be read
     */
    public static Beginning readBeginning(Path file) throws IOException {
        try {
            return MAPPER.readValue(Files.readAllBytes(file), Beginning.class);
        } catch (JsonProcessingException e) {
            throw new ResultsFormatException(
                    file + " is not a whole session.json (" + e.getOriginalMessage()
                            + "): remove it, and name the data by --data",
                    e);
        }
    }

    private static byte[] bytes(Object value) throws IOException {
        return (WRITER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void checkVersion(Path file, int version) throws ResultsFormatException {
        if (version == Results.SCHEMA_VERSION) {
            return;
        }
        String found = version == 0 ? "no schemaVersion" : "schemaVersion " + version;
        throw new ResultsFormatException(file + " has " + found + "; this laio reads schemaVersion "
                + Results.SCHEMA_VERSION + ": use the laio that wrote it, or run the comparison again");
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter);
    }

    /** Instants as their ISO text. */
    private static final class InstantReader extends StdScalarDeserializer<Instant> {
        @Serial
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "not an ISO 8601 instant");
            }
        }
    }
}
