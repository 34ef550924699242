package io.laio.http.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The open descriptors of this process, as far as a test can tell whose they are. */
final class Descriptors {
    private Descriptors() {}

    /** How many lead to a directory or into it. */
    static long below(Path directory) throws IOException {
        Path real = directory.toRealPath();
        return targets().stream()
                .filter(target -> target.startsWith(real.toString()))
                .count();
    }

    /** How many are epoll instances. */
    static long epolls() throws IOException {
        return targets().stream()
                .filter(target -> target.equals("anon_inode:[eventpoll]"))
                .count();
    }

    private static List<String> targets() throws IOException {
        try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
            return links.map(Descriptors::target).toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
