package io.laio.comparison.report;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.comparison.results.ContestantInfo;
import io.laio.comparison.results.EnvironmentInfo;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.Session;
import java.util.List;
import java.util.stream.Collectors;

/** Where it was run, and who took part. */
record EnvironmentSection(Results results) implements Section {
    @Override
    public String id() {
        return "environment";
    }

    @Override
    public String title() {
        return "The environment";
    }

    @Override
    public void write(Markup page) {
        HtmlTable contestants = new HtmlTable("Servers", List.of("server", "what it is", "command"));
        for (ContestantInfo contestant : results.plan().contestants()) {
            contestants.row(
                    List.of(contestant.name(), contestant.description(), String.join(" ", contestant.command())));
        }
        contestants.write(page);
        machine(results.environment()).write(page);
    }

    private static HtmlTable machine(EnvironmentInfo environment) {
        HtmlTable machine = new HtmlTable("Machine and software", List.of("part", "what is there"));
        machine.row(List.of("recorded", environment.recordedAt().toString()));
        machine.row(List.of("laio", environment.commit()));
        machine.row(List.of("operating system", environment.operatingSystem()));
        machine.row(List.of("kernel", environment.kernel() + " " + environment.architecture()));
        machine.row(List.of("processor", environment.cpuModel() + ", " + Words.count(environment.cpus(), "processor")));
        machine.row(List.of("memory", Numbers.bytes(environment.memoryBytes())));
        machine.row(List.of("Java", environment.java()));
        machine.row(List.of("io_uring", environment.ioUring()));
        machine.row(List.of("control groups", environment.cgroup()));
        machine.row(List.of("file system", environment.fileSystem()));
        machine.row(List.of("device", environment.device()));
        environment.details().forEach((name, value) -> machine.row(List.of(name, value)));
        environment
                .laterSessions()
                .forEach(session -> machine.row(List.of("gone on at " + session.startedAt(), described(session))));
        return machine;
    }

    private static String described(Session session) {
        String details = session.details().entrySet().stream()
                .filter(detail -> List.of("loadAverage", "bootedAt").contains(detail.getKey()))
                .map(detail -> detail.getKey() + " " + detail.getValue())
                .collect(Collectors.joining(", "));
        return "after " + Words.count(session.runsBefore(), "run") + "; " + details;
    }
}
