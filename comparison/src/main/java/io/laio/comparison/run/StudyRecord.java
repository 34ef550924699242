package io.laio.comparison.run;

import io.laio.comparison.contestant.Attendance;
import io.laio.comparison.contestant.Contestant;
import io.laio.comparison.environment.EnvironmentReader;
import io.laio.comparison.environment.IoUringProbe;
import io.laio.comparison.plan.Plan;
import io.laio.comparison.results.ContestantInfo;
import io.laio.comparison.results.EnvironmentInfo;
import io.laio.comparison.results.PlanInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What results say about the plan and the machine.
 *
 * @param setup what the runs share
 * @param commandLine the command as given
 */
record StudyRecord(StudySetup setup, List<String> commandLine) {
    /** Which build of laio runs: a changed work tree has no other name that tells one state of it from the next. */
    static final String BUILD = "build";

    PlanInfo plan(
            List<Contestant> contestants, Collection<Workload> workloads, List<Long> budgets, List<String> skipped) {
        Plan plan = setup.plan();
        return new PlanInfo(
                plan.name(),
                commandLine,
                plan.seed(),
                contestants.stream().map(StudyRecord::info).toList(),
                workloads.stream().map(Workload::info).toList(),
                plan.cross().caches(),
                plan.cross().clients(),
                plan.cross().repeats(),
                plan.scale().factor(),
                budgets.size() == 1 ? budgets.getFirst() : null,
                plan.limits().seconds(),
                plan.setup().diskWords(),
                setup.network().name(),
                budgets,
                skipped);
    }

    private static ContestantInfo info(Contestant contestant) {
        return new ContestantInfo(
                contestant.name(), contestant.description(), contestant.wholeCommand(), contestant.filesSha256());
    }

    EnvironmentInfo environment(List<Attendance.Absent> absent, String readAhead) throws IOException {
        Map<String, String> details = new LinkedHashMap<>();
        details.putAll(setup.disk().details());
        details.put("readAhead", readAhead);
        details.put("readAheadSetBy", setup.plan().setup().readAheadSetBy());
        details.put("network", setup.network().description());
        details.putAll(setup.stages().details());
        absent.forEach(one -> details.put("leftOut " + one.name(), one.words()));
        return environment(details);
    }

    /** Of what is measured without servers and documents. */
    EnvironmentInfo environment() throws IOException {
        return environment(new LinkedHashMap<>());
    }

    private EnvironmentInfo environment(Map<String, String> details) throws IOException {
        details.put("serverCpus", setup.host().processors().server().toString());
        details.put("generatorCpus", setup.host().processors().generator().toString());
        details.put("loadAverage", Files.readString(Path.of("/proc/loadavg")).strip());
        details.put("bootedAt", EnvironmentReader.bootedAt());
        build().ifPresent(name -> details.put(BUILD, name));
        return new EnvironmentReader(setup.home(), setup.disk().directory())
                .read(
                        setup.stages().ioUring().orElseGet(this::ioUring),
                        setup.host().cgroupWords(),
                        details);
    }

    private String ioUring() {
        return new IoUringProbe(setup.host().linux()).probe().cause();
    }

    /** The name of its directory, which bin/laio tells. */
    private static Optional<String> build() {
        return Optional.ofNullable(System.getenv("LAIO_BUILD"))
                .map(Path::of)
                .map(Path::getFileName)
                .map(Path::toString);
    }
}
