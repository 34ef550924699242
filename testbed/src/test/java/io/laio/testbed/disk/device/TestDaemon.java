package io.laio.testbed.disk.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laio.linux.Linux;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.TestModels;
import io.laio.testbed.disk.daemon.DiskDaemon;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A disk's daemon that knows the models of the tests. */
public final class TestDaemon {
    private TestDaemon() {}

    /** Serves; the registry's directory and the disk's name are the arguments. */
    public static void main(String... arguments) throws IOException {
        new DiskDaemon(new DiskRegistry(Path.of(arguments[0])), new TestModels()).serve(arguments[1]);
    }

    /** How one is started, but for the disk's name. */
    static List<String> command(DiskRegistry registry) {
        String classes = Stream.concat(
                        Stream.of("target/classes", "target/test-classes")
                                .map(path -> Path.of(path).toAbsolutePath()),
                        Stream.of(Linux.class, ObjectMapper.class, JsonFactory.class, JsonProperty.class)
                                .map(TestDaemon::location))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                TestDaemon.class.getName(),
                registry.directory().toString());
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
