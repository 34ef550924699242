package io.laio.comparison.contestant;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where programs are looked for.
 *
 * @param directories in the order of preference
 */
public record Programs(List<Path> directories) {
    /** Where servers are installed (hier(7)), and not everybody's {@code PATH} has. */
    private static final List<Path> OF_SERVERS = List.of(Path.of("/usr/local/sbin"), Path.of("/usr/sbin"));

    /** Copies the list. */
    public Programs {
        directories = List.copyOf(directories);
    }

    /**
     * Where this process finds them.
     *
     * @return the directories of its {@code PATH}, and those of servers
     */
    public static Programs here() {
        return of(System.getenv().getOrDefault("PATH", ""));
    }

    /**
     * As a shell does it, and where servers lie besides.
     *
     * @param path the value of {@code PATH}
     * @return the directories of the path, and after them those of servers
     */
    public static Programs of(String path) {
        Stream<Path> named = Stream.of(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(Path::of);
        return new Programs(Stream.concat(named, OF_SERVERS.stream()).toList());
    }

    /**
     * The same for processes to be started.
     *
     * @return a value for {@code PATH}
     */
    String path() {
        return directories.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Finds a program.
     *
     * @param program a name, or a path, which is taken as it is
     * @return an executable file; empty if there is none
     */
    public Optional<Path> find(String program) {
        Stream<Path> places = program.contains("/")
                ? Stream.of(Path.of(program))
                : directories.stream().map(directory -> directory.resolve(program));
        return places.filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
