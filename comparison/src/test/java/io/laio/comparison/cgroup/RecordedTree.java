package io.laio.comparison.cgroup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A copy of a recorded control group file system. A new directory comes with the files recorded for a group, and takes
 * them along when it is removed, as in the kernel's.
 */
final class RecordedTree implements GroupDirectories {
    private final Path root;

    /** Version 1 recorded on Linux 6.18; version 2 in the form documented for it. */
    RecordedTree(String version, Path root) throws IOException {
        this.root = root;
        copy(Path.of(Objects.requireNonNull(RecordedTree.class.getResource(version), version)
                .getPath()));
    }

    private void copy(Path source) throws IOException {
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : paths.toList()) {
                Path target = root.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    @Override
    public void create(Path directory) throws IOException {
        Files.createDirectory(directory);
        try (Stream<Path> files = Files.list(directory.resolveSibling("group"))) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
    }

    @Override
    public void remove(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) throws IOException {
        return ControlFile.read(root.resolve(file));
    }

    void write(String file, String content) throws IOException {
        Files.writeString(root.resolve(file), content);
    }

    boolean exists(String file) {
        return Files.exists(root.resolve(file));
    }

    /** The mount table of a machine that has this tree. */
    Path mountinfo(List<String> lines) throws IOException {
        return Files.write(root.resolve("mountinfo"), lines);
    }
}
