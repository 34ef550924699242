package io.laio.comparison.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The commit that laio was built from, as git tells.
 *
 * @param home laio's directory
 */
record Commit(Path home) {
    /** With {@code -dirty} behind it if a tracked file was changed; {@code unknown} without git or outside a repository. */
    String describe() {
        try {
            Process git = new ProcessBuilder(
                            "git",
                            "-C",
                            home.toString(),
                            "describe",
                            "--always",
                            "--abbrev=12",
                            "--exclude=*",
                            "--dirty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 && !output.isEmpty() ? output : EnvironmentReader.UNKNOWN;
        } catch (IOException noGit) {
            return EnvironmentReader.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return EnvironmentReader.UNKNOWN;
        }
    }
}
