package io.laio.comparison.figures;

import io.laio.analysis.figures.Figure;
import io.laio.analysis.files.WholeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes figures, each as a drawing and as the table of what it shows. */
public final class FigureFiles {
    private FigureFiles() {}

    /**
     * Writes {@code ID.svg} and {@code ID.csv} for each figure.
     *
     * @param figures the figures
     * @param directory where to; created if need be
     * @throws IOException if a file cannot be written
     */
    public static void write(List<Figure> figures, Path directory) throws IOException {
        for (Figure figure : figures) {
            WholeFiles.write(
                    directory.resolve(figure.id() + ".svg"), figure.svg().getBytes(StandardCharsets.UTF_8));
            WholeFiles.write(
                    directory.resolve(figure.id() + ".csv"), figure.data().bytes());
        }
    }
}
