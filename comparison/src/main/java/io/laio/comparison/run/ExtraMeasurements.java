package io.laio.comparison.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laio.comparison.plan.Plan.Microbenchmark;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.testbed.disk.UnfitMachineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a plan asks to be measured beside its runs, by commands that are started: the size of the code and the microbenchmark. What
 * cannot be measured stays out of the results, and the reason is told; the comparison is none the worse for it.
 */
public final class ExtraMeasurements {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One of the directories that are counted. */
    private static final Path SOURCES = Path.of("http-core", "src", "main", "java");

    private static final List<String> SHORT = List.of("--sizes", "1", "--calls", "1000", "--rounds", "6");

    private final StudySetup setup;

    /**
     * Prepares.
     *
     * @param setup what the runs shared; the commands run on the server's processor
     */
    public ExtraMeasurements(StudySetup setup) {
        this.setup = setup;
    }

    /**
     * Measures what is missing of a comparison whose runs are all there, which is then a session of its own.
     *
     * @param resumption what there is of it
     * @return the same with what was measured, which are then also in the results directory
     * @throws UnfitMachineException if something is missing, and this is not the machine, or the software, that made the runs
     * @throws IOException if files cannot be read or written
     */
    public Results goOn(Resumption resumption) throws UnfitMachineException, IOException {
        Results earlier = resumption.earlier();
        if (!lacksSize(earlier) && !lacksPipe(earlier)) {
            return earlier;
        }
        Results begun = resumption.on(new StudyRecord(setup, List.of()).environment());
        Results measured = measure(begun);
        return measured.equals(begun) ? earlier : measured;
    }

    private boolean lacksSize(Results results) {
        return setup.plan().extras().codeSize() && results.codeSize() == null;
    }

    private boolean lacksPipe(Results results) {
        return setup.plan().extras().microbenchmark() != Microbenchmark.NONE && results.microbenchmark() == null;
    }

    /**
     * Measures what the plan asks for and the results do not have, and stores it. An interrupt of the thread ends it.
     *
     * @param results what was found
     * @return the same with what was measured, which are then also in the results directory
     * @throws IOException if files cannot be read or written
     */
    public Results measure(Results results) throws IOException {
        JsonNode size = lacksSize(results) ? codeSize() : results.codeSize();
        JsonNode pipe = lacksPipe(results) ? pipe(setup.plan().extras().microbenchmark()) : results.microbenchmark();
        Results measured = results.withExtras(size, pipe);
        if (!measured.equals(results)) {
            new ResultsDirectory(setup.results()).write(measured);
        }
        return measured;
    }

    private @Nullable JsonNode codeSize() throws IOException {
        if (!Files.isDirectory(setup.home().resolve(SOURCES))) {
            setup.narrator().line("the code is not counted: there are no sources in " + setup.home());
            return null;
        }
        Path output = log("code-size.json");
        return ran("counting the code", List.of("code-size", "--json"), output) ? read(output) : null;
    }

    private @Nullable JsonNode pipe(Microbenchmark how) throws IOException {
        Path directory = setup.results().resolve("lab-pipe");
        List<String> words = new ArrayList<>(List.of("lab", "pipe", "--out", directory.toString()));
        words.addAll(how == Microbenchmark.SHORT ? SHORT : List.of());
        return ran("reading a pipe", words, log("lab-pipe.txt")) ? read(directory.resolve("pipe.json")) : null;
    }

    private Path log(String name) throws IOException {
        return Files.createDirectories(setup.results().resolve("logs")).resolve(name);
    }

    private boolean ran(String what, List<String> words, Path output) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        setup.narrator().status(what);
        Path errors = output.resolveSibling(output.getFileName() + ".err");
        LaioProcess process = new LaioProcess(setup.host(), setup.home(), output, errors);
        OptionalInt status = process.run(words, setup.host().processors().serverHere());
        if (status.isPresent() && status.getAsInt() != 0) {
            setup.narrator()
                    .line(what + " failed, exit status " + status.getAsInt() + process.complaint() + " (bin/laio "
                            + String.join(" ", words) + ")");
        }
        return status.isPresent() && status.getAsInt() == 0;
    }

    private @Nullable JsonNode read(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            setup.narrator().line(file + " is not JSON and is left out: " + e.getOriginalMessage());
            return null;
        }
    }
}
