package io.laio.comparison.run;

import io.laio.comparison.environment.EnvironmentReader;
import io.laio.comparison.results.ContestantInfo;
import io.laio.comparison.results.EnvironmentInfo;
import io.laio.comparison.results.PlanInfo;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.WorkloadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs between the session that began a comparison and one that is to go on with it. */
final class Differences {
    private static final String DIRTY = "-dirty";

    /** A kernel keeps more or less of the memory for itself from one boot to the next. */
    private static final double SAME_MEMORY = 0.01;

    /** Of the details of an environment, those that decide what is measured, and are words that stay the same. */
    private static final Set<String> COMPARED = Set.of("emulatedDisk", "readAhead", "serverCpus", "generatorCpus");

    /** The details of containers begin so. */
    private static final String CONTAINER = "container ";

    private final PlanInfo plan;
    private final EnvironmentInfo environment;
    private final List<String> found = new ArrayList<>();

    Differences(Results earlier) {
        plan = earlier.plan();
        environment = earlier.environment();
    }

    /** A sentence each, for whatever decides what is measured. */
    List<String> from(PlanInfo planNow, EnvironmentInfo now) {
        software(now);
        hardware(now);
        servers(now);
        plan(planNow);
        return List.copyOf(found);
    }

    /** The same for what is measured without servers and documents: whether it is this software and this machine. */
    List<String> withoutDocuments(EnvironmentInfo now) {
        software(now);
        hardware(now);
        return List.copyOf(found);
    }

    private void software(EnvironmentInfo now) {
        compare("laio's commit", EnvironmentInfo::commit, now);
        if (now.commit().endsWith(DIRTY) || now.commit().equals(EnvironmentReader.UNKNOWN)) {
            compare("the build, which no commit names,", detail(StudyRecord.BUILD), now);
        }
        compare("kernel", EnvironmentInfo::kernel, now);
        compare("operating system", EnvironmentInfo::operatingSystem, now);
        compare("Java", EnvironmentInfo::java, now);
    }

    private void hardware(EnvironmentInfo now) {
        compare("processor", EnvironmentInfo::cpuModel, now);
        compare("architecture", EnvironmentInfo::architecture, now);
        compare("number of processors", EnvironmentInfo::cpus, now);
        if (Math.abs(now.memoryBytes() - environment.memoryBytes()) > SAME_MEMORY * environment.memoryBytes()) {
            compare("bytes of memory", EnvironmentInfo::memoryBytes, now);
        }
    }

    private void servers(EnvironmentInfo now) {
        compare("io_uring", EnvironmentInfo::ioUring, now);
        compare("control groups", EnvironmentInfo::cgroup, now);
        compare("file system", EnvironmentInfo::fileSystem, now);
        compare("device", this::device, now);
        compare("network", Differences::network, now);
        Stream.concat(environment.details().keySet().stream(), now.details().keySet().stream())
                .filter(name -> COMPARED.contains(name) || name.startsWith(CONTAINER))
                .distinct()
                .sorted()
                .forEach(name -> compare(name, detail(name), now));
    }

    /** The kernel numbers the shapers that it ever had. */
    private static String network(EnvironmentInfo of) {
        return of.details().getOrDefault("network", "unknown").replaceAll("(qdisc \\S+) \\p{XDigit}+:", "$1");
    }

    /** An emulated disk gets whatever loop device is free. */
    private String device(EnvironmentInfo of) {
        boolean own = of.details().containsKey("emulatedDisk");
        return own ? of.device().replaceFirst("^loop\\d+", "loop") : of.device();
    }

    private static Function<EnvironmentInfo, Object> detail(String name) {
        return of -> of.details().getOrDefault(name, "unknown");
    }

    private void compare(String what, Function<EnvironmentInfo, ?> part, EnvironmentInfo now) {
        differ(what, part.apply(environment), part.apply(now));
    }

    private void plan(PlanInfo now) {
        differ("seed", plan.seed(), now.seed());
        contestants("command of ", ContestantInfo::command, now);
        contestants("description of ", ContestantInfo::description, now); // names the version of those from outside
        contestants("digest of the files of ", ContestantInfo::filesSha256, now);
        byName("workload ", workloads(plan), workloads(now));
        differ("page cache", plan.memoryBudgetsBytes(), now.memoryBudgetsBytes());
        differ("seconds a run", plan.maxSeconds(), now.maxSeconds());
        differ("disk", plan.disk(), now.disk());
        differ("network", plan.network(), now.network());
    }

    private void contestants(String what, Function<ContestantInfo, Object> part, PlanInfo now) {
        byName(
                what,
                plan.contestants().stream().collect(Collectors.toMap(ContestantInfo::name, part)),
                now.contestants().stream().collect(Collectors.toMap(ContestantInfo::name, part)));
    }

    private static Map<String, Object> workloads(PlanInfo of) {
        return of.workloads().stream()
                .collect(Collectors.toMap(
                        WorkloadInfo::name,
                        workload -> "trace " + workload.traceSha256() + ", first " + workload.prefixRequests(),
                        (first, second) -> first + " and " + second));
    }

    private void byName(String what, Map<String, Object> before, Map<String, Object> now) {
        Stream.concat(before.keySet().stream(), now.keySet().stream())
                .distinct()
                .sorted()
                .forEach(name -> differ(what + name, before.get(name), now.get(name)));
    }

    private void differ(String what, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            found.add(what + " was " + shown(before) + ", is " + shown(now));
        }
    }

    private static String shown(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString).orElse("none");
    }
}
