package io.laio.workload.cli;

import io.laio.workload.synth.WorkloadModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds workload models: by file name, or by their own name below config/workloads. */
final class ModelFiles {
    private static final String EXTENSION = ".json";

    private final Path directory;

    /** Models are looked for in config/workloads below the home directory of the installation. */
    ModelFiles(Path home) {
        this.directory = home.resolve("config/workloads");
    }

    /** The installation that bin/laio names, or the working directory. */
    static ModelFiles ofInstallation() {
        return new ModelFiles(Path.of(System.getProperty("laio.home", "")));
    }

    WorkloadModel find(String nameOrFile) throws IOException {
        Path named = directory.resolve(nameOrFile + EXTENSION);
        if (Files.isRegularFile(named)) {
            return WorkloadModel.read(named);
        }
        Path file = Path.of(nameOrFile);
        if (Files.isRegularFile(file)) {
            return WorkloadModel.read(file);
        }
        throw new IllegalArgumentException("no model '" + nameOrFile + "': neither a file nor one of "
                + String.join(", ", names()) + " (in " + directory.toAbsolutePath() + ")");
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(EXTENSION))
                    .map(name -> name.substring(0, name.length() - EXTENSION.length()))
                    .sorted()
                    .toList();
        }
    }
}
