package io.laio.comparison.cli;

import io.laio.comparison.claims.Claim;
import io.laio.comparison.claims.Judge;
import io.laio.comparison.contestant.ContestantCatalogue;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.ExitCodes;
import io.laio.comparison.plan.PlanException;
import io.laio.comparison.remote.AgentLeases;
import io.laio.comparison.report.Report;
import io.laio.comparison.report.TerminalSummary;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.run.DocumentDisk;
import io.laio.comparison.run.DocumentDisks;
import io.laio.comparison.run.ExtraMeasurements;
import io.laio.comparison.run.Host;
import io.laio.comparison.run.Narrator;
import io.laio.comparison.run.NativeDisk;
import io.laio.comparison.run.Study;
import io.laio.comparison.run.StudySetup;
import io.laio.testbed.disk.DiskContents;
import io.laio.testbed.network.Loopback;
import io.laio.testbed.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A comparison that {@code compare} carries out, from a plan or what is missing of it to the report.
 *
 * @param task what is to be done, and what there is of it
 * @param home laio's directory
 * @param narrator is told how it is getting on
 * @param claims what results are judged by
 */
record Comparison(Task task, Path home, Narrator narrator, List<Claim> claims) {
    /**
     * Carries it out.
     *
     * @return the exit code
     */
    Integer perform() throws PlanException, ContestantException, IOException {
        try {
            StudySetup setup = setup();
            return conclude(task.isComplete() ? complete(setup) : carryOut(setup));
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) { // makes whatever reads or writes fail
                narrator.line(howToGoOn());
                return ExitCodes.FAILED;
            }
            throw StorageTrouble.explained(e, task.results().path(), task.data());
        }
    }

    private String howToGoOn() {
        return "to go on: bin/laio compare --resume " + task.results().path();
    }

    private StudySetup setup() throws IOException {
        Path data = task.data();
        Files.createDirectories(data);
        return new StudySetup(
                task.plan(),
                Host.detect(),
                home,
                data,
                new NativeDisk(data), // until the plan's is brought up
                task.results().path(),
                new ContestantCatalogue(home.resolve("config/contestants")),
                new Loopback(), // until the plan's is made
                narrator);
    }

    /** All runs are there; what was to be measured beside them may have been interrupted. */
    private Results complete(StudySetup setup) throws IOException {
        return new ExtraMeasurements(setup).goOn(task.resumption().orElseThrow());
    }

    private Results carryOut(StudySetup local) throws PlanException, ContestantException, IOException {
        AgentOptions agents = task.agents();
        StudySetup setup = agents.apply(local);
        try (AgentLeases _ = agents.hold();
                Network network = agents.network(setup);
                DocumentDisk disk = disk(setup)) {
            Results runs = new Study(setup.over(network).on(disk), task.beginning(), task.resumption()).carryOut();
            return new ExtraMeasurements(setup).measure(runs);
        }
    }

    private static DocumentDisk disk(StudySetup setup) throws PlanException, IOException {
        String name = setup.plan().setup().disk();
        DocumentDisks disks = DocumentDisks.of(
                setup.host().linux(),
                setup.home(),
                setup.data(),
                setup.host().processors().generator(),
                setup.narrator());
        return disks.open(
                name,
                name.equals(DocumentDisk.NATIVE) ? DiskContents.NONE : setup.contents(),
                setup.plan().seed());
    }

    /** An interrupted comparison leaves the report out: it can be drawn at any time from what was stored. */
    private Integer conclude(Results found) throws IOException {
        ResultsDirectory directory = task.results();
        if (Thread.currentThread().isInterrupted()) {
            narrator.line(
                    found.runs().isEmpty()
                            ? "interrupted before the first run was finished"
                            : "interrupted; finished runs are kept, and drawn by: bin/laio report " + directory.path());
            narrator.line(howToGoOn());
            return ExitCodes.FAILED;
        }
        Results results = found.withClaims(Judge.judge(claims, found));
        directory.write(results);
        narrator.status("drawing figures and report");
        Report.write(results, directory);
        narrator.line("");
        new TerminalSummary(results).text().lines().forEach(narrator::line);
        narrator.line("");
        narrator.line("Report: " + directory.reportHtml());
        return results.validRuns().isEmpty() ? ExitCodes.FAILED : ExitCodes.GOOD;
    }
}
