package io.laio.lab.pipe;

import io.laio.analysis.figures.Figure;
import io.laio.analysis.files.WholeFiles;
import io.laio.lab.ResultFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes what was measured, and what is drawn from it. */
public final class PipeFiles {
    private PipeFiles() {}

    /**
     * Writes {@code pipe.json}, and {@code pipe} and {@code pipe-by-size} as {@code .svg} and {@code .csv}.
     *
     * @param results what was measured
     * @param directory where to; created if need be
     * @throws IOException if a file cannot be written
     */
    public static void write(PipeResults results, Path directory) throws IOException {
        WholeFiles.write(directory.resolve("pipe.json"), new PipeJson(results).bytes());
        for (Figure figure : List.of(new PipeFigure(results), new PipeSizesFigure(results))) {
            ResultFiles.write(figure, directory);
        }
    }
}
