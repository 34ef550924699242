package io.laio.workload.cli;

import io.laio.workload.synth.Synthesizer;
import io.laio.workload.trace.TraceHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laio workload synth}: makes a trace from a model. */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a trace from a model of config/workloads (rice, berkeley, specweb99) or of your own.",
            "The same options make the same trace on every machine."
        },
        footerHeading = "%nExample:%n",
        footer = "  laio workload synth berkeley --scale 1/16 --requests 20000 --out berkeley.trace")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SynthCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "name of a model, or a file that holds one")
    private String model;

    @Option(
            names = "--scale",
            paramLabel = "S",
            defaultValue = "1",
            converter = Units.ScaleConverter.class,
            description = "footprint as a multiple of the model's, e.g. 1/16 (default: ${DEFAULT-VALUE})")
    private double scale;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "0",
            description = "number of requests (default: the model's times the scale)")
    private long requests;

    @Option(
            names = "--seed",
            paramLabel = "K",
            defaultValue = "1",
            description = "chooses among all such traces (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            required = true,
            description = "where to write the trace")
    private Path out;

    @Override
    public Integer call() {
        return Guard.run(this::synthesize);
    }

    private int synthesize() throws IOException {
        TraceHeader header =
                Synthesizer.synthesize(ModelFiles.ofInstallation().find(model), scale, requests, seed, out);
        Summaries.printTrace(spec.commandLine().getOut(), out, header);
        return ExitCode.OK;
    }
}
