package io.laio.workload.cli;

import io.laio.analysis.figures.Figure;
import io.laio.analysis.files.WholeFiles;
import io.laio.workload.describe.DescriptionFigures;
import io.laio.workload.describe.DescriptionJson;
import io.laio.workload.describe.DescriptionTable;
import io.laio.workload.describe.TraceDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laio workload describe}: tells what a trace holds, beside what was asked for. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a trace and prints what it holds beside what was asked for; checks the whole file.",
            "The working set of a part of the requests is how few bytes carry it: those of the most requested documents."
        },
        footerHeading = "%nExample:%n",
        footer = "  laio workload describe berkeley.trace --figures berkeley")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DescribeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TRACE", description = "a trace of 'synth' or 'import'")
    private Path trace;

    @Option(names = "--json", description = "print JSON instead of a table")
    private boolean json;

    @Option(
            names = "--figures",
            paramLabel = "DIR",
            description = "draw the popularity curve and the working-set curve there, and write their data (SVG, CSV)")
    private @Nullable Path figures;

    @Override
    public Integer call() {
        return Guard.run(this::describe);
    }

    private int describe() throws IOException {
        TraceDescription description = TraceDescription.of(trace);
        String text = json ? DescriptionJson.of(description) : DescriptionTable.of(description);
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        if (figures != null) {
            draw(DescriptionFigures.of(description), figures);
        }
        return ExitCode.OK;
    }

    private static void draw(List<Figure> drawn, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Figure figure : drawn) {
            WholeFiles.write(
                    directory.resolve(figure.id() + ".svg"), figure.svg().getBytes(StandardCharsets.UTF_8));
            WholeFiles.write(
                    directory.resolve(figure.id() + ".csv"), figure.data().bytes());
        }
    }
}
