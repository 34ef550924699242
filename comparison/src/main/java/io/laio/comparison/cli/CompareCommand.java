package io.laio.comparison.cli;

import io.laio.comparison.claims.Claim;
import io.laio.comparison.claims.ClaimsException;
import io.laio.comparison.claims.ClaimsReader;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.ExitCodes;
import io.laio.comparison.plan.PlanCatalogue;
import io.laio.comparison.plan.PlanException;
import io.laio.comparison.plan.PlanReader;
import io.laio.comparison.results.Beginning;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.results.ResultsLock;
import io.laio.comparison.run.Narrator;
import io.laio.testbed.cli.Interruption;
import io.laio.testbed.disk.UnfitMachineException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bin/laio compare}: carries out a plan. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares servers: each on each workload, from cold and warm caches, with several numbers of clients.",
            "Without options: the plan quick, in a few minutes. Ctrl-C ends it and keeps the finished runs; --resume goes on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  bin/laio compare",
            "  bin/laio compare --server flash-laio-laio --cache cold --repeats 6",
            "  bin/laio compare --workload site.trace --memory 190M",
            "  bin/laio compare --disk hdd-2004 --network gigabit",
            "  bin/laio compare --resume results/2026-11-23T100000"
        })
public final class CompareCommand implements Callable<Integer> {
    /** Where traces and documents are kept, unless somebody says otherwise. */
    private static final Path USUAL_DATA = Path.of("laio-data");

    private static final String LEFT =
            "what bin/laio doctor names, each with the command that takes it away; the next comparison does too";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss", Locale.ROOT);

    @Option(
            names = "--plan",
            paramLabel = "NAME|FILE",
            defaultValue = "quick",
            description =
                    "A plan of config/plans, or a file (default: ${DEFAULT-VALUE}): quick, 5 minutes; paper, all that the "
                            + "claims need, 2 hours for each disk; sweeps (clients, memory, helpers, eagerness), 2 hours; full, as large as "
                            + "in 2004, half a day; mine, to be edited for a log of your own; helpers and servers, a few minutes each.")
    private String plan = "quick";

    @Mixin
    private PlanOptions overrides = new PlanOptions();

    @Mixin
    private AgentOptions agents = new AgentOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go (default: results/ and the time).")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where traces and documents are kept, on the disk to be measured (default: laio-data).")
    private Optional<Path> data = Optional.empty();

    @Mixin
    private ResumeOptions resume = new ResumeOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Makes the command; picocli fills in its options. */
    public CompareCommand() {}

    @Override
    public Integer call() throws IOException {
        Path home = Path.of(System.getProperty("laio.home", "")).toAbsolutePath();
        try (ConsoleNarrator narrator = ConsoleNarrator.of(spec.commandLine().getOut())) {
            List<Claim> claims = ClaimsReader.ofHome(home); // what is wrong there is better known before the runs
            return alone(home, narrator, claims);
        } catch (PlanException | ClaimsException e) {
            throw new CompareFailure(e, ExitCodes.USAGE);
        } catch (ContestantException e) {
            throw new CompareFailure(e, exitCode(e.kind()));
        } catch (UnfitMachineException e) {
            throw new CompareFailure(e, ExitCodes.ENVIRONMENT_UNFIT);
        }
    }

    private static int exitCode(ContestantException.Kind kind) {
        return switch (kind) {
            case MISDESCRIBED -> ExitCodes.USAGE;
            case ENVIRONMENT_UNFIT -> ExitCodes.ENVIRONMENT_UNFIT;
            case FAILED -> ExitCodes.FAILED;
        };
    }

    private Path data() {
        return data.orElse(USUAL_DATA);
    }

    /**
     * One comparison at a time in a results directory: from before it looks what is there until the report is drawn. Until then the
     * JVM lives on if it is told to end: what is said last would be lost else.
     */
    private Integer alone(Path home, Narrator narrator, List<Claim> claims)
            throws PlanException, ContestantException, IOException {
        Optional<ResultsDirectory> resumed = resume.directory(spec.commandLine().getParseResult());
        ResultsDirectory results = resumed.orElseGet(this::fresh);
        try (Interruption _ = Interruption.ofThisThread(LEFT);
                ResultsLock _ = ResultsLock.take(results)) {
            Task task = resumed.isPresent() ? Task.resuming(results, data, agents.url()) : beginning(home, results);
            return new Comparison(task, home, narrator, claims).perform();
        } catch (IOException e) {
            throw StorageTrouble.explained(e, results.path(), data());
        }
    }

    private ResultsDirectory fresh() {
        Path named = out.orElseGet(() -> Path.of("results", TIME.format(LocalDateTime.now(ZoneId.systemDefault()))));
        return new ResultsDirectory(named.toAbsolutePath());
    }

    private Task beginning(Path home, ResultsDirectory results) throws PlanException, IOException {
        return Task.beginning(
                PlanReader.read(new PlanCatalogue(home.resolve("config/plans")).find(plan), overrides.given()),
                results,
                beginning());
    }

    /** How a comparison was begun by an older laio, which stored no more than the command. */
    static Beginning beginning(List<String> words) {
        CompareCommand began = new CompareCommand();
        String[] options = words.stream().skip(2).toArray(String[]::new); // bin/laio compare
        new CommandLine(began).parseArgs(options);
        return new Beginning(
                began.data().toAbsolutePath().toString(), began.agents.url().orElse(null), words);
    }

    private Beginning beginning() {
        List<String> words = new ArrayList<>(List.of("bin/laio"));
        words.addAll(spec.commandLine().getParseResult().originalArgs());
        return new Beginning(data().toAbsolutePath().toString(), agents.url().orElse(null), words);
    }
}
