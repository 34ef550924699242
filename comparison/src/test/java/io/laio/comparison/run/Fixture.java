package io.laio.comparison.run;

import io.laio.comparison.contestant.ContestantCatalogue;
import io.laio.comparison.contestant.FakeContestants;
import io.laio.comparison.plan.Plan;
import io.laio.comparison.plan.PlanException;
import io.laio.comparison.plan.PlanReader;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.testbed.network.Loopback;
import io.laio.testbed.network.Network;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import io.laio.workload.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A small comparison: its directories, its trace of forty requests, its contestants made of fake servers. */
final class Fixture {
    private static final String PLAN = """
            {"name": "small", "servers": ["a"], "workloads": ["x"], "cache": ["cold"], "clients": [4], "repeats": 1,
             "scale": "1/16", "requests": 0, "seconds": 60, "warmUpRequests": 8, "readAhead": "leave", "seed": 7}
            """;
    private static final int DOCUMENTS = 10;
    private static final int SMALL_BYTES = 10_000;

    private final int documentBytes;
    private final Path directory;
    private final Host host;

    Fixture(Path directory, Host host) throws IOException {
        this(directory, host, SMALL_BYTES);
    }

    Fixture(Path directory, Host host, int documentBytes) throws IOException {
        this.documentBytes = documentBytes;
        this.directory = directory;
        this.host = host;
        Files.createDirectories(directory.resolve("config/contestants"));
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("plan.json"), PLAN);
        writeTrace();
    }

    private void writeTrace() throws IOException {
        try (TraceWriter writer = TraceWriter.create(trace())) {
            for (int i = 0; i < DOCUMENTS; i++) {
                writer.document(new Document("/d" + i, documentBytes));
            }
            RequestSequence sequence = new RequestSequence();
            for (int i = 0; i < DOCUMENTS; i++) {
                sequence.clear(0);
                for (int k = 0; k < 4; k++) {
                    sequence.add(RequestKind.GET, (i + k) % DOCUMENTS, 0);
                }
                writer.sequence(sequence);
            }
            writer.commit("forty", 1, Map.of());
        }
    }

    Path trace() {
        return directory.resolve("forty.trace");
    }

    Path results() {
        return directory.resolve("results");
    }

    void contestant(String name, String behaviour) throws IOException {
        FakeContestants.write(directory.resolve("config/contestants"), name, behaviour);
    }

    Study study(String servers, String caches, Narrator narrator) throws PlanException {
        return study(
                Map.of(
                        "servers", List.of(servers.split(",", -1)),
                        "workloads", List.of(trace().toString()),
                        "cache", List.of(caches.split(",", -1))),
                narrator);
    }

    Study study(Map<String, List<String>> overrides, Narrator narrator) throws PlanException {
        return study(new Loopback(), overrides, narrator);
    }

    Study study(Network network, Map<String, List<String>> overrides, Narrator narrator) throws PlanException {
        return study(new NativeDisk(directory.resolve("data")), network, overrides, narrator);
    }

    Study study(DocumentDisk disk, Network network, Map<String, List<String>> overrides, Narrator narrator)
            throws PlanException {
        Plan plan = PlanReader.read(directory.resolve("plan.json"), overrides);
        return new Study(setup(plan, disk, network, narrator), List.of("bin/laio", "compare"));
    }

    /** As {@link #study(String, String, Narrator)}, not yet a study. */
    StudySetup setup(String servers, String caches) throws PlanException {
        Plan plan = PlanReader.read(
                directory.resolve("plan.json"),
                Map.of(
                        "servers", List.of(servers.split(",", -1)),
                        "workloads", List.of(trace().toString()),
                        "cache", List.of(caches.split(",", -1))));
        return setup(plan, new NativeDisk(directory.resolve("data")), new Loopback(), Narrator.SILENT);
    }

    /** Goes on with what is in the results directory. */
    Study resumed(Narrator narrator) throws PlanException, IOException {
        ResultsDirectory begun = new ResultsDirectory(results());
        StudySetup setup = setup(
                PlanReader.read(begun.planJson(), Map.of()),
                new NativeDisk(directory.resolve("data")),
                new Loopback(),
                narrator);
        return new Study(
                setup, begun.beginning().orElseThrow(), begun.readIfThere().map(Resumption::new));
    }

    private StudySetup setup(Plan plan, DocumentDisk disk, Network network, Narrator narrator) {
        return new StudySetup(
                plan,
                host,
                directory,
                directory.resolve("data"),
                disk,
                results(),
                new ContestantCatalogue(directory.resolve("config/contestants")),
                network,
                narrator);
    }

    /** The processes of contestants that still run. */
    List<Long> survivors() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .toList();
    }
}
