package io.laio.lab.disk;

import io.laio.analysis.files.WholeFiles;
import io.laio.lab.ResultFiles;
import java.io.IOException;
import java.nio.file.Path;

/** Writes what was measured, and what is drawn from it. */
public final class DiskFiles {
    private DiskFiles() {}

    /**
     * Writes {@code disk.json}, {@code disk.csv} and {@code disk.svg}.
     *
     * @param results what was measured
     * @param directory where to; created if need be
     * @throws IOException if a file cannot be written
     */
    public static void write(DiskResults results, Path directory) throws IOException {
        WholeFiles.write(directory.resolve("disk.json"), new DiskJson(results).bytes());
        ResultFiles.write(new DiskFigure(results), directory);
    }
}
