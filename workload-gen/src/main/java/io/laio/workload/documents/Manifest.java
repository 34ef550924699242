package io.laio.workload.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laio.workload.trace.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a complete document root says about itself, in a file that no server shows (its name starts with a dot).
 *
 * <p>The digest is over paths and sizes only, so two traces over the same documents share a directory.
 */
record Manifest(int files, long bytes, String documentsSha256) {
    static final String FILE_NAME = ".laio-documents.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Manifest of(List<Document> documents) {
        MessageDigest digest = newDigest();
        long bytes = 0;
        for (Document document : documents) {
            String line = document.sizeBytes() + " " + document.path() + "\n";
            digest.update(line.getBytes(StandardCharsets.US_ASCII));
            bytes += document.sizeBytes();
        }
        return new Manifest(documents.size(), bytes, HexFormat.of().formatHex(digest.digest()));
    }

    static void removeFrom(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(FILE_NAME));
    }

    /** Tells whether the directory holds this manifest; one that cannot be read proves nothing. */
    boolean isIn(Path directory) {
        try {
            return json().equals(MAPPER.readTree(Files.readString(directory.resolve(FILE_NAME))));
        } catch (IOException absentOrUnreadable) {
            return false;
        }
    }

    void writeTo(Path directory) throws IOException {
        Path part = directory.resolve(FILE_NAME + ".part");
        Files.writeString(part, json() + "\n");
        Files.move(part, directory.resolve(FILE_NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Compared as a tree, hence numbers as text: an integer's node type depends on how it came about. */
    private JsonNode json() {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("files", Integer.toString(files)).put("bytes", Long.toString(bytes));
        return json.put("documentsSha256", documentsSha256);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
