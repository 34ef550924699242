package io.laio.comparison.results;

import io.laio.analysis.files.WholeFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the parts of one comparison lie. Runs and environment are the measurement; table, figures and report are drawn from
 * them and can be deleted.
 *
 * @param path the directory
 */
public record ResultsDirectory(Path path) {
    /** Of one run: its distributions, its server's log, and all results written anew. */
    private static final long ROOM_BYTES = 1 << 20;

    /** What the name of compressed results ends in. */
    static final String COMPRESSED = ".gz";

    /**
     * The results.
     *
     * @return {@code results.json}
     */
    public Path resultsJson() {
        return path.resolve("results.json");
    }

    /**
     * The plan, as it was to be carried out.
     *
     * @return {@code plan.json}
     */
    public Path planJson() {
        return path.resolve("plan.json");
    }

    /**
     * How it was begun.
     *
     * @return {@code session.json}
     */
    public Path sessionJson() {
        return path.resolve("session.json");
    }

    /**
     * The runs as a table.
     *
     * @return {@code results.csv}
     */
    public Path resultsCsv() {
        return path.resolve("results.csv");
    }

    /**
     * The environment by itself.
     *
     * @return {@code environment.json}
     */
    public Path environmentJson() {
        return path.resolve("environment.json");
    }

    /**
     * The figures and their data.
     *
     * @return {@code figures/}
     */
    public Path figures() {
        return path.resolve("figures");
    }

    /**
     * The report.
     *
     * @return {@code report.html}
     */
    public Path reportHtml() {
        return path.resolve("report.html");
    }

    /**
     * Reads the results.
     *
     * @return the content of {@code results.json}, or where there is none of {@code results.json.gz}
     * @throws ResultsFormatException if there is none, or it cannot be understood
     * @throws IOException if it cannot be read
     */
    public Results read() throws IOException {
        Path compressed = path.resolve(resultsJson().getFileName() + COMPRESSED);
        if (!Files.isRegularFile(resultsJson()) && Files.isRegularFile(compressed)) {
            return ResultsJson.read(compressed);
        }
        if (!Files.isRegularFile(resultsJson())) {
            throw new ResultsFormatException(
                    path + " has no results.json: name a results directory that bin/laio compare wrote");
        }
        return ResultsJson.read(resultsJson());
    }

    /**
     * Reads the results, if there are any.
     *
     * @return the content of {@code results.json}; empty if there is none
     * @throws ResultsFormatException if it cannot be understood
     * @throws IOException if it cannot be read
     */
    public Optional<Results> readIfThere() throws IOException {
        return Files.exists(resultsJson()) ? Optional.of(read()) : Optional.empty();
    }

    /**
     * Reads how it was begun, if that is there.
     *
     * @return the content of {@code session.json}; empty if there is none
     * @throws ResultsFormatException if it cannot be understood
     * @throws IOException if it cannot be read
     */
    public Optional<Beginning> beginning() throws IOException {
        return Files.exists(sessionJson()) ? Optional.of(ResultsJson.readBeginning(sessionJson())) : Optional.empty();
    }

    /**
     * Removes the halves of files that were being written when a comparison was killed, wherever they lie. What they were to
     * replace is whole.
     *
     * @throws IOException if one cannot be removed
     */
    public void removeHalves() throws IOException {
        try (Stream<Path> all = Files.find(path, Integer.MAX_VALUE, ResultsDirectory::isHalf)) {
            for (Path half : all.toList()) {
                Files.deleteIfExists(half);
            }
        }
    }

    private static boolean isHalf(Path file, BasicFileAttributes attributes) {
        String name = file.getFileName().toString();
        return attributes.isRegularFile() && name.startsWith(".") && name.endsWith(WholeFiles.HALF);
    }

    /**
     * Checks that there is room for what a run writes, before it is made: a server whose log cannot be written tells no port.
     *
     * @throws IOException if there is not
     */
    public void requireRoom() throws IOException {
        if (Files.getFileStore(path).getUsableSpace() < ROOM_BYTES) {
            throw new FileSystemException(path.toString(), null, "No space left on device");
        }
    }

    /**
     * Writes the measurement: {@code results.json}, {@code results.csv}, {@code environment.json}. Called after each run, so
     * that an interruption costs one run at most.
     *
     * @param results what was found so far
     * @throws IOException if a file cannot be written; each is then either as before or as it should be
     */
    public void write(Results results) throws IOException {
        ResultsJson.write(results.environment(), environmentJson());
        ResultsJson.write(results, resultsJson());
        ResultsCsv.write(results.runs(), resultsCsv());
    }
}
