package io.laio.http.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A document root made to be hard to serve: sizes around every buffer's edge, names that need encoding, links that lead
 * out, and things that are not files.
 *
 * <p>Beside the root lies a directory with a {@linkplain #SECRET secret} that no answer may ever contain.
 */
public final class DocumentTree {
    /** What stands in every file that must not be served. */
    public static final String SECRET = "this text must not leave the server";

    private static final List<Integer> SIZES_BYTES = List.of(
            0,
            1,
            100,
            1 << 10,
            4095,
            4096,
            4097,
            16 << 10,
            (64 << 10) - 1,
            64 << 10,
            (64 << 10) + 1,
            256 << 10,
            (1 << 20) + 3);
    private static final List<String> NAMES = List.of(
            "with space.txt",
            "größe-日本.txt",
            "100%.txt",
            "percent%41.txt",
            "plus+and&semi;.txt",
            "quote'(x)!.txt",
            "question?mark.txt",
            "hash#.txt",
            "two..dots.txt",
            "tilde~.txt",
            "colon:at@.txt",
            "back\\slash.txt");
    private static final List<String> TYPES =
            List.of("html", "css", "js", "json", "png", "jpg", "svg", "txt", "pdf", "unheard-of");

    private final Path root;
    private final Path outside;
    private final SortedMap<String, Path> documents = new TreeMap<>();

    private DocumentTree(Path directory) {
        this.root = directory.resolve("root");
        this.outside = directory.resolve("outside");
    }

    /**
     * Builds the tree.
     *
     * @param directory an empty directory, which stays the caller's to delete
     * @return the tree
     * @throws IOException if it cannot be written
     */
    public static DocumentTree create(Path directory) throws IOException {
        DocumentTree tree = new DocumentTree(directory);
        tree.createDocuments();
        tree.createWhatMustNotBeServed();
        return tree;
    }

    private void createDocuments() throws IOException {
        for (int size : SIZES_BYTES) {
            add("sizes/" + size + ".bin", Content.of("sizes/" + size, size));
        }
        for (String name : NAMES) {
            add("names/" + name, text(name));
        }
        for (String type : TYPES) {
            add("types/page." + type, text(type));
        }
        for (String name : List.of(
                "index.html", "nested/index.html", "nested/a/b/c/d/deep.txt", "no-index/file.txt", "no-extension")) {
            add(name, text(name));
        }
        Files.createDirectories(root.resolve("links"));
        link("links/inside.txt", "../nested/a/b/c/d/deep.txt");
        link("links/directory", "../nested");
        documents.put("/links/inside.txt", resolve("links/inside.txt"));
        documents.put("/links/directory/index.html", resolve("links/directory/index.html"));
    }

    private void createWhatMustNotBeServed() throws IOException {
        Files.createDirectories(outside);
        Files.writeString(outside.resolve("secret.txt"), SECRET);
        link("links/escaping.txt", "../../outside/secret.txt");
        link("links/outside", "../../outside");
        link("links/absolute.txt", outside.resolve("secret.txt").toString());
        link("links/loop", "loop");
        link("links/dangling", "nothing-here");
        for (String hidden : List.of(".hidden", ".git/config", "nested/.hidden/file.txt")) {
            write(hidden, ResponseReader.bytes(SECRET));
        }
    }

    private void add(String name, byte[] content) throws IOException {
        documents.put(encoded("/" + name), write(name, content));
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(name), Path.of(target));
    }

    /**
     * The document root.
     *
     * @return a directory
     */
    public Path root() {
        return root;
    }

    /**
     * Everything that must be served.
     *
     * @return the file of every request path, which is encoded and begins with a slash
     */
    public SortedMap<String, Path> documents() {
        return new TreeMap<>(documents);
    }

    /**
     * A place below the root.
     *
     * @param name relative, not encoded
     * @return its path, whether it exists or not
     */
    public Path resolve(String name) {
        return root.resolve(name);
    }

    /**
     * Writes a further file below the root; it does not become one of the {@link #documents()}.
     *
     * @param name relative, not encoded
     * @param content its bytes
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(String name, byte[] content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    /**
     * A name as it must stand in a request: every byte outside RFC 3986's unreserved characters and the slash is
     * percent-encoded.
     *
     * @param name a path, not encoded
     * @return the same for a request line
     */
    public static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte next : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = next > 0 && (Character.isLetterOrDigit(next) || "-._~/".indexOf(next) >= 0);
            encoded.append(plain ? String.valueOf((char) next) : String.format("%%%02X", next));
        }
        return encoded.toString();
    }

    private static byte[] text(String name) {
        return ("This is " + name + ".\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Deletes the tree.
     *
     * @param directory the one given to {@link #create}
     * @throws IOException if something cannot be deleted
     */
    static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
