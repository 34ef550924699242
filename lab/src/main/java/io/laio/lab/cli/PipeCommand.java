package io.laio.lab.cli;

import io.laio.EngineUnavailableException;
import io.laio.lab.pipe.PaperRatio;
import io.laio.lab.pipe.PipeFiles;
import io.laio.lab.pipe.PipePlan;
import io.laio.lab.pipe.PipeResults;
import io.laio.lab.pipe.PipeStudy;
import io.laio.lab.pipe.PipeSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/laio lab pipe}: the paper's microbenchmark. */
@Command(
        name = "pipe",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads from a pipe that always has data, and from one that never has, by six ways of not being blocked.",
            "The paper's ratios stand beside those measured here (docs/lab.md)."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  laio lab pipe", "  laio lab pipe --rounds 10 --sizes 1,4096 --check"})
public final class PipeCommand implements Callable<Integer> {
    @Mixin
    private OutputOption out = new OutputOption();

    @Option(
            names = "--calls",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Reads of one byte a round; a fiftieth of other sizes (default: ${DEFAULT-VALUE}).")
    private int calls;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "6",
            description = "Rounds; fewer than 6 give ranges, not intervals (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--sizes",
            paramLabel = "BYTES",
            split = ",",
            defaultValue = "1,16,256,1024,4096,16384,65536",
            description = "Bytes of a read, 1 to 65536; 1 is always among them (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "2004",
            description = "Of the order within rounds (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--check",
            description =
                    "End with code 3 if LAIO takes more than 1.4 times a plain read when full, or longer than POSIX"
                            + " AIO when empty.")
    private boolean check;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Makes the command; picocli fills in its options. */
    public PipeCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        Path directory = out.directory();
        PipeResults results = measured(plan());
        PipeFiles.write(results, directory);
        console.print(new PipeSummary(results).text());
        console.println();
        console.println("Figures and data: " + directory);
        console.flush();
        return check && missesABar(results) ? LabFailure.THRESHOLD_MISSED : 0;
    }

    private PipePlan plan() {
        try {
            return new PipePlan(calls, rounds, sizes, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private PipeResults measured(PipePlan plan) {
        PrintWriter progress = spec.commandLine().getErr();
        try {
            return new PipeStudy(plan, progress::println).carryOut();
        } catch (EngineUnavailableException | UnsupportedOperationException e) {
            throw new LabFailure(e, LabFailure.ENVIRONMENT_UNFIT);
        }
    }

    private static boolean missesABar(PipeResults results) {
        return Stream.of(PaperRatio.values())
                .anyMatch(ratio -> results.difference(ratio).ratio() > ratio.most());
    }
}
