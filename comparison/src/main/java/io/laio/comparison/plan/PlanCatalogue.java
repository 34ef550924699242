package io.laio.comparison.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plans of a directory: one JSON file each, named like the plan.
 *
 * @param directory where the files are
 */
public record PlanCatalogue(Path directory) {
    private static final String SUFFIX = ".json";

    /**
     * Finds a plan's file.
     *
     * @param name a plan of the directory, or a file
     * @return the file, which exists
     * @throws PlanException if there is neither; the message names the plans there are
     */
    public Path find(String name) throws PlanException {
        Path named = directory.resolve(name + SUFFIX);
        if (!name.contains("/") && Files.isRegularFile(named)) {
            return named;
        }
        if (Files.isRegularFile(Path.of(name))) {
            return Path.of(name);
        }
        throw new PlanException(
                "--plan: no plan and no file \"" + name + "\"; there are " + names() + " (" + directory + ")");
    }

    private String names() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            return "none";
        }
    }
}
