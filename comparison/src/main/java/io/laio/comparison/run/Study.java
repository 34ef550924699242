package io.laio.comparison.run;

import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.contestant.Attendance;
import io.laio.comparison.contestant.Contestant;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.Programs;
import io.laio.comparison.environment.BlockDevice;
import io.laio.comparison.environment.ReadAhead;
import io.laio.comparison.plan.ByteSize;
import io.laio.comparison.plan.PlanException;
import io.laio.comparison.plan.PlanWriter;
import io.laio.comparison.plan.PlannedRun;
import io.laio.comparison.plan.Schedule;
import io.laio.comparison.results.Beginning;
import io.laio.comparison.results.EnvironmentInfo;
import io.laio.comparison.results.PlanInfo;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.results.ResultsJson;
import io.laio.testbed.disk.UnfitMachineException;
import io.laio.testbed.network.SystemCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Carries out a plan from beginning to end. Results are written after each run, so that whatever ends it early costs one
 * run at most.
 *
 * <p>To end it early, interrupt its thread: the run under way is given up, its server ended, and {@link #carryOut} returns
 * what is finished.
 */
public final class Study {
    private final StudySetup setup;
    private final Beginning beginning;
    private final StudyRecord record;
    private final Optional<Resumption> resumption;
    private final ResultsDirectory directory;
    private final Map<String, Workload> workloads = new LinkedHashMap<>();

    /**
     * Prepares to carry out a plan.
     *
     * @param setup what its runs share
     * @param commandLine the command as given, for the results
     */
    public Study(StudySetup setup, List<String> commandLine) {
        this(setup, new Beginning(setup.data().toString(), null, commandLine), Optional.empty());
    }

    /**
     * Prepares to carry out a plan, or what is missing of it.
     *
     * @param setup what its runs share
     * @param beginning how it was begun, which is stored for whoever goes on with it
     * @param resumption what there is of it in the results directory; empty to begin
     */
    public Study(StudySetup setup, Beginning beginning, Optional<Resumption> resumption) {
        this.setup = setup;
        this.beginning = beginning;
        this.resumption = resumption;
        record = new StudyRecord(setup, beginning.commandLine());
        directory = new ResultsDirectory(setup.results());
    }

    /**
     * Carries it out. Whoever calls this has the {@link io.laio.comparison.results.ResultsLock}.
     *
     * @return the results, which are also in the results directory
     * @throws PlanException if a workload does not exist, or earlier results are not of this plan
     * @throws ContestantException if a contestant does not exist or cannot be started
     * @throws UnfitMachineException if the plan limits reads, and those of the documents' disk cannot be; or if this is not what
     *     the earlier runs were made with
     * @throws IOException if files cannot be read or written, or the kernel refuses what it allowed before
     */
    public Results carryOut() throws PlanException, ContestantException, IOException {
        Attendance attendance = attendance();
        requireTakers(attendance.present());
        requireReadLimit();
        return prepareAndPlay(attendance);
    }

    private Results prepareAndPlay(Attendance attendance) throws PlanException, ContestantException, IOException {
        if (!setup.host().ended().isEmpty()) {
            setup.narrator()
                    .line("ended what a comparison that was killed had left behind: processes "
                            + setup.host().ended());
        }
        setup.host().warnings().forEach(warning -> setup.narrator().line("warning: " + warning));
        Files.createDirectories(directory.path());
        directory.removeHalves();
        if (resumption.isEmpty()) {
            ResultsJson.write(beginning, directory.sessionJson()); // first: with a plan alone nobody could go on
        }
        PlanWriter.write(setup.plan(), directory.planJson());
        prepareWorkloads();
        Optional<BlockDevice> device = BlockDevice.below(setup.disk().directory());
        if (device.isEmpty()) {
            return carryOut(attendance, "no disk of its own");
        }
        // What is put back is written down on the disk itself: of an emulated one, which ends with it, nothing need be
        // put back.
        try (ReadAhead readAhead = ReadAhead.hold(
                device.get(),
                setup.plan().setup().readAheadBytes(),
                setup.disk().directory())) {
            warnOfReadAhead(device.get());
            return carryOut(attendance, readAhead.description());
        }
    }

    private void warnOfReadAhead(BlockDevice device) {
        OptionalLong wanted = setup.plan().setup().readAheadBytes();
        OptionalLong found = device.readAheadBytes();
        if (wanted.isPresent() && found.isPresent() && !found.equals(wanted)) {
            setup.narrator()
                    .line("warning: the disk reads ahead " + ByteSize.describe(found.getAsLong()) + " and not "
                            + ByteSize.describe(wanted.getAsLong())
                            + " as planned, for only root may change it: reads are larger and fewer, and memory holds what nobody "
                            + "asked for; run as root, or say --read-ahead leave");
        }
    }

    private Results carryOut(Attendance attendance, String readAhead)
            throws PlanException, ContestantException, IOException {
        Affinity affinity = new Affinity(setup.host().linux());
        long self = ProcessHandle.current().pid();
        List<PlannedRun> schedule = Schedule.of(setup.plan().among(attendance.names()));
        Results results = start(plan(attendance, schedule), record.environment(attendance.absent(), readAhead));
        ResultsJson.write(beginning, directory.sessionJson()); // not where going on is refused
        List<PlannedRun> missing = missing(schedule);
        affinity.bind(self, setup.host().processors().generator());
        try {
            RunPlayer player = new RunPlayer(setup, directory, workloads);
            if (!player.rehearsed(attendance.names())) {
                return results;
            }
            directory.write(results);
            return player.playAll(results, missing);
        } finally {
            affinity.bind(self, setup.host().processors().all());
        }
    }

    private Results start(PlanInfo plan, EnvironmentInfo environment) throws UnfitMachineException {
        return resumption.isPresent() ? resumption.get().on(plan, environment) : Results.starting(plan, environment);
    }

    private PlanInfo plan(Attendance attendance, List<PlannedRun> schedule) throws UnfitMachineException {
        budgets().requireKept(schedule);
        List<String> skipped = budgets().skipped(schedule);
        skipped.forEach(words -> setup.narrator().line("left out: " + words));
        return record.plan(attendance.present(), workloads.values(), budgets().all(schedule), skipped);
    }

    private Budgets budgets() {
        return new Budgets(workloads, setup.host().cgroups() instanceof CgroupSupport.Available);
    }

    private List<PlannedRun> missing(List<PlannedRun> schedule) throws PlanException {
        List<PlannedRun> missing = resumption.isPresent() ? resumption.get().missing(schedule) : schedule;
        return missing.stream().filter(budgets()::isPlayable).toList();
    }

    /** An option that no contestant takes would be ignored in silence. */
    private void requireTakers(List<Contestant> contestants) throws PlanException {
        for (String option : setup.plan().servers().given().keySet()) {
            if (contestants.stream()
                    .noneMatch(contestant -> contestant.options().containsKey(option))) {
                throw new PlanException(
                        "--" + option + ": none of " + setup.plan().cross().servers() + " takes it");
            }
        }
    }

    /** A limit that is not kept would make the results those of another disk: of the documents', wherever the traces lie. */
    private void requireReadLimit() throws IOException {
        if (setup.plan().setup().readLimit().isPresent()) {
            Optional<String> obstacle =
                    setup.host().readLimitObstacle(setup.disk().directory());
            if (obstacle.isPresent()) {
                throw new UnfitMachineException(obstacle.get());
            }
        }
    }

    private Attendance attendance() throws ContestantException, IOException {
        Attendance attendance = Attendance.take(
                setup.plan().cross().servers(), setup.contestants(), Programs.here(), new SystemCommands());
        attendance
                .absent()
                .forEach(absent -> setup.narrator().line("left out: " + absent.name() + ": " + absent.words()));
        return attendance;
    }

    private void prepareWorkloads() throws PlanException, IOException {
        WarmUpSet warmUp = new WarmUpSet();
        Files.createDirectories(setup.warmUpTrace().getParent());
        if (setup.roundRequests() > 0) {
            warmUp.writeTrace(setup.warmUpTrace(), setup.roundRequests());
        }
        WorkloadLibrary library = setup.library();
        for (String name : setup.plan().cross().workloads()) {
            workloads.put(name, library.prepare(name, setup.plan(), warmUp));
        }
    }
}
