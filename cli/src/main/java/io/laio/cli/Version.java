package io.laio.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The project's version, the commit it was run from where git can tell, and the JVM and kernel beneath. */
final class Version implements IVersionProvider {
    private static final List<String> DESCRIBE = List.of("git", "describe", "--always", "--dirty");

    private final Optional<Path> home;

    /** The version of the checkout that {@code bin/laio} belongs to. */
    Version() {
        this(Optional.ofNullable(System.getProperty("laio.home")).map(Path::of));
    }

    /**
     * The version of a given checkout.
     *
     * @param home the repository's root, empty if unknown
     */
    Version(Optional<Path> home) {
        this.home = home;
    }

    @Override
    public String[] getVersion() throws IOException {
        String commit = home.flatMap(Version::commit)
                .map(name -> " (commit " + name + ")")
                .orElse("");
        return new String[] {
            "laio " + projectVersion() + commit,
            "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.version")
                    + " " + System.getProperty("os.arch")
        };
    }

    private static String projectVersion() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, "version.properties"));
            return properties.getProperty("version");
        }
    }

    /** Empty where there is no git, or no repository: both are ordinary, and the project's version still says enough. */
    private static Optional<String> commit(Path home) {
        try {
            Process git = new ProcessBuilder(DESCRIBE)
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String name = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 && !name.isEmpty() ? Optional.of(name) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
