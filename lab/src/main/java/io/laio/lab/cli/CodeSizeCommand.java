package io.laio.lab.cli;

import io.laio.lab.codesize.CodeCounter;
import io.laio.lab.codesize.CodeMap;
import io.laio.lab.codesize.CodeSize;
import io.laio.lab.codesize.CodeSizeClaim;
import io.laio.lab.codesize.CodeSizeJson;
import io.laio.lab.codesize.CodeSizeText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/laio code-size}: claim C8. */
@Command(
        name = "code-size",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Counts the lines of code of the AMPED and the LAIO server, part by part, beside the paper's table.",
            "config/code-size.json says which line is counted as what, and why."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  laio code-size", "  laio code-size --json --check"})
public final class CodeSizeCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print one JSON object instead of the table.")
    private boolean json;

    @Option(names = "--check", description = "End with code 3 if claim C8 does not hold.")
    private boolean check;

    @Option(
            names = "--source",
            paramLabel = "DIR",
            description = "The repository to count (default: the one that bin/laio is in).")
    private Path source =
            Path.of(Optional.ofNullable(System.getProperty("laio.home")).orElse(""));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Makes the command; picocli fills in its options. */
    public CodeSizeCommand() {}

    @Override
    public Integer call() throws IOException {
        Path map = source.resolve(CodeMap.PATH);
        if (!Files.isRegularFile(map)) {
            throw new ParameterException(
                    spec.commandLine(), "--source must name a checkout of laio: there is no " + map);
        }
        CodeSize size = CodeCounter.count(source, CodeMap.read(map));
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? new CodeSizeJson().text(size)
                        : new CodeSizeText(size).text().stripTrailing());
        out.flush();
        return check && !CodeSizeClaim.of(size).reproduced() ? LabFailure.THRESHOLD_MISSED : 0;
    }
}
