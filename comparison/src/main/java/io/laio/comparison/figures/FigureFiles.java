package io.laio.comparison.figures;

import io.laio.analysis.figures.Figure;
import io.laio.analysis.files.WholeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes figures, each as a drawing and as the table of what it shows. */
public final class FigureFiles {
    private FigureFiles() {}

    /**
     * Writes {@code ID.svg} and {@code ID.csv} for each figure, and removes those of an earlier state of the results: what lies
     * there is what the report shows.
     *
     * @param figures the figures
     * @param directory where to; created if need be. Its drawings and tables are figures, and nothing else
     * @throws IOException if a file cannot be written or removed
     */
    public static void write(List<Figure> figures, Path directory) throws IOException {
        Files.createDirectories(directory);
        Set<Path> written = new HashSet<>();
        for (Figure figure : figures) {
            Path drawing = directory.resolve(figure.id() + ".svg");
            Path table = directory.resolve(figure.id() + ".csv");
            WholeFiles.write(drawing, figure.svg().getBytes(StandardCharsets.UTF_8));
            WholeFiles.write(table, figure.data().bytes());
            written.addAll(List.of(drawing, table));
        }
        removeOthers(written, directory);
    }

    private static void removeOthers(Set<Path> written, Path directory) throws IOException {
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(directory, "{*.svg,*.csv,.*" + WholeFiles.HALF + "}")) {
            for (Path file : all) {
                if (!written.contains(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
