package io.laio.comparison.cli;

import io.laio.comparison.claims.Claim;
import io.laio.comparison.claims.ClaimsException;
import io.laio.comparison.claims.ClaimsReader;
import io.laio.comparison.claims.Rejudged;
import io.laio.comparison.contestant.ExitCodes;
import io.laio.comparison.report.ClaimsTable;
import io.laio.comparison.report.Report;
import io.laio.comparison.report.ServersText;
import io.laio.comparison.report.TerminalSummary;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.results.ResultsFormatException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/laio report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Draws the table, the figures and the report of a comparison again, from its results.json alone; the claims are judged",
            "anew by the present config/claims.json."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:drawn", "1:could not be written", "2:wrong usage, or no results there"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  bin/laio report results/2026-11-23T101500",
            "  bin/laio report results/2026-11-23T101500 --table servers > servers.md",
            "  bin/laio report results/reference/* --table claims"
        })
public final class ReportCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "A directory that bin/laio compare wrote; with --table claims several, a column each.")
    private List<Path> directories = List.of();

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = {
                "Print this table as Markdown instead, and draw nothing: servers (how fast each one was, how long its loop stood",
                "still and in which operations, what blocked, what its helpers took), or claims (each verdict, and the number that",
                "decided)."
            })
    private Optional<Table> markdown = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** The tables that can be asked for. */
    enum Table {
        /** See {@link ServersText}. */
        SERVERS,
        /** See {@link ClaimsTable}. */
        CLAIMS
    }

    /** Makes the command; picocli fills in its arguments. */
    public ReportCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (markdown.isPresent() && markdown.get() == Table.CLAIMS) {
            out.print(new ClaimsTable(rejudged()).text());
        } else if (directories.size() > 1) {
            throw new ParameterException(spec.commandLine(), "only --table claims takes more than one directory");
        } else if (markdown.isPresent()) {
            out.print(new ServersText(read(directory())).text());
        } else {
            draw(out);
        }
        out.flush();
        return ExitCodes.GOOD;
    }

    private ResultsDirectory directory() {
        return new ResultsDirectory(directories.getFirst());
    }

    private List<Results> rejudged() throws IOException {
        List<Claim> claims = claims();
        List<Results> all = new ArrayList<>();
        for (Path path : directories) {
            all.add(Rejudged.by(claims, read(new ResultsDirectory(path))).results());
        }
        return all;
    }

    private void draw(PrintWriter out) throws IOException {
        Rejudged rejudged = Rejudged.by(claims(), read(directory()));
        Report.write(rejudged.results(), directory());
        out.print(new TerminalSummary(rejudged.results()).text());
        out.println();
        rejudged.words().forEach(out::println);
        out.println("Report: " + directory().reportHtml());
    }

    private List<Claim> claims() {
        try {
            return ClaimsReader.ofHome(Path.of(System.getProperty("laio.home", "")));
        } catch (ClaimsException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Results read(ResultsDirectory results) throws IOException {
        try {
            return results.read();
        } catch (ResultsFormatException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
