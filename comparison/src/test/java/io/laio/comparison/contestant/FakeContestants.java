package io.laio.comparison.contestant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laio.comparison.contestant.Contestant.PortSource;
import io.laio.testbed.network.Loopback;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contestants made of {@link FakeServer}. */
public final class FakeContestants {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FakeContestants() {}

    /** One that picks its own port. */
    public static Contestant announcing(String name, String behaviour) {
        return contestant(name, behaviour, "0", PortSource.ANNOUNCED);
    }

    /** One that is told its port. */
    public static Contestant told(String name, String behaviour) {
        return contestant(name, behaviour, "${port}", PortSource.ALLOCATED);
    }

    private static Contestant contestant(String name, String behaviour, String port, PortSource source) {
        return new Contestant(
                name,
                "a fake",
                List.of(
                        java(),
                        "-XX:TieredStopAtLevel=1",
                        // Its own memory is there from the start: what grew faster than a budget is corrected would be
                        // killed.
                        "-XX:+UseSerialGC",
                        "-Xms32m",
                        "-Xmx32m",
                        "-XX:+AlwaysPreTouch",
                        "-cp",
                        classes(),
                        FakeServer.class.getName(),
                        "${docroot}",
                        port,
                        behaviour,
                        "${address}"),
                Map.of("engine", "--engine"),
                source,
                Optional.of("/.laio/stats"),
                false,
                Map.of("fake.conf", "root ${docroot}\nport ${port}\n"),
                "",
                List.of());
    }

    /** Describes one that picks its own port, in a file of a catalogue. */
    public static void write(Path catalogue, String name, String behaviour) throws IOException {
        ObjectNode description = JSON.createObjectNode().put("statistics", "/.laio/stats");
        ArrayNode command = description.putArray("command");
        announcing(name, behaviour).command().forEach(command::add);
        Files.writeString(catalogue.resolve(name + ".json"), description.toString());
    }

    /** How such a contestant is started; its files go below the directory. */
    public static Launch launch(Contestant contestant, Path directory) throws IOException {
        return new Launch(
                contestant,
                directory,
                Files.createDirectories(directory.resolve("documents")),
                Files.createDirectories(directory.resolve("work")),
                directory.resolve("contestant.log"),
                Map.of(),
                new Loopback());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classes() {
        try {
            return Path.of(FakeServer.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolveSibling("test-classes")
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
