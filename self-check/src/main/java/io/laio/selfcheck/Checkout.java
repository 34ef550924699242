package io.laio.selfcheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of the repository: all but what .gitignore keeps out.
 *
 * @param root the directory that holds mvnw
 */
record Checkout(Path root) {
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "laio-data", "results", ".idea", ".vscode");

    /** The repository that the tests run in. */
    static Checkout current() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("mvnw"))) {
            directory = Optional.ofNullable(directory.getParent())
                    .orElseThrow(() -> new IllegalStateException("not within a checkout of laio"));
        }
        return new Checkout(directory);
    }

    /** All files, binary ones too. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean ours = !isNotOurs(directory);
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The directory of that name below the root or a module; a package of the same name is ours. */
    private boolean isNotOurs(Path directory) {
        return root.relativize(directory).getNameCount() <= 2
                && NOT_OURS.contains(directory.getFileName().toString());
    }

    /** All text files. */
    List<SourceFile> sources() {
        return files().stream().flatMap(file -> read(file).stream()).toList();
    }

    private Optional<SourceFile> read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return Optional.of(new SourceFile(root.relativize(file).toString(), text));
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
