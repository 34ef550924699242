package io.laio.comparison.remote;

import io.laio.comparison.cache.NameCache;
import io.laio.comparison.cgroup.Ballast;
import io.laio.comparison.cgroup.BudgetUse;
import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.cgroup.ContainerGroups;
import io.laio.comparison.cgroup.CpuList;
import io.laio.comparison.cgroup.KeptBudget;
import io.laio.comparison.contestant.Contestant;
import io.laio.comparison.contestant.ContestantCatalogue;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.HelperMemory;
import io.laio.comparison.contestant.Launch;
import io.laio.comparison.environment.IoUringProbe;
import io.laio.comparison.results.ServerName;
import io.laio.comparison.run.Host;
import io.laio.comparison.run.Processors;
import io.laio.comparison.run.Stage;
import io.laio.comparison.run.Stages;
import io.laio.linux.Linux;
import io.laio.testbed.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Starts one contestant at a time in this container, afresh for each run, and watches it for a comparison elsewhere.
 *
 * <p>Threading: one request at a time.
 */
public final class Agent implements AutoCloseable {
    private final Setting setting;
    private final ContainerGroups groups;
    private final Ballast ballast;
    private final ContainerFacts facts;
    private final Path log;
    private Optional<Stage> stage = Optional.empty();
    private Optional<KeptBudget> budget = Optional.empty();

    /**
     * What an agent is told when it starts.
     *
     * @param server whom it starts, and nobody else
     * @param home laio's directory
     * @param directory for files of the runs; exists
     * @param network at whose end the server listens
     */
    public record Setting(String server, Path home, Path directory, Network network) {}

    /**
     * Makes an agent that has started nothing.
     *
     * @param setting whom it starts, and where
     * @param groups the container's control group
     * @param ballast what those groups fill memory with
     * @param cpus the container's processors
     * @throws IOException if the kernel does not tell of the container
     */
    public Agent(Setting setting, ContainerGroups groups, Ballast ballast, CpuList cpus) throws IOException {
        this.setting = setting;
        this.groups = groups;
        this.ballast = ballast;
        log = setting.directory().resolve("output.log");
        facts = new ContainerFacts(
                groups.version(),
                groups.memoryLimitBytes(),
                cpus.toString(),
                new IoUringProbe(Linux.open()).probe().cause());
    }

    /**
     * What this container is.
     *
     * @return its limits, as the kernel has them
     */
    public ContainerFacts facts() {
        return facts;
    }

    Started start(Start request) throws ContestantException, IOException {
        stop();
        if (!ServerName.parse(request.contestant()).server().equals(setting.server())) {
            throw ContestantException.died(request.contestant(), "this container is " + setting.server() + "'s");
        }
        Contestant contestant =
                new ContestantCatalogue(setting.home().resolve("config/contestants")).find(request.contestant());
        Launch launch = new Launch(
                contestant,
                setting.home(),
                Path.of(request.documentRoot()),
                setting.directory(),
                log,
                request.values(),
                setting.network());
        Stage started = Stages.local(host()).set(launch, setting.server());
        stage = Optional.of(started);
        return new Started(started.address().getPort(), started.engine(), started.engineReason());
    }

    private Host host() {
        CpuList cpus = CpuList.parse(facts.cpus());
        return new Host(
                Linux.open(),
                new Processors(cpus, cpus, cpus),
                new CgroupSupport.Available(groups, List.of()),
                new NameCache(),
                List.of());
    }

    private Stage running() throws IOException {
        return stage.orElseThrow(() -> new IOException(setting.server() + " has not been started"));
    }

    void keepBudget(Amount bytes) throws IOException {
        endBudget();
        budget = running().keepBudget(bytes.value());
        BudgetUse use = kept().use();
        if (use.ownBytes() + bytes.value() > facts.memoryLimitBytes()) {
            throw new IOException(MemoryWords.tooLittle(setting.server(), facts, bytes.value(), use.ownBytes()));
        }
    }

    private KeptBudget kept() throws IOException {
        return budget.orElseThrow(() -> new IOException(setting.server() + " has no memory budget"));
    }

    void restartBudget() throws IOException {
        kept().restart();
    }

    BudgetUse budget() throws IOException {
        return kept().use();
    }

    void endBudget() throws IOException {
        Optional<KeptBudget> ended = budget;
        budget = Optional.empty();
        if (ended.isPresent()) {
            ended.get().close();
        }
    }

    Usage usage() throws IOException {
        HelperMemory helpers = running().helperMemory();
        long agentBytes = HelperMemory.of(ProcessHandle.current().pid()).ownBytes() - ballast.bytes();
        return new Usage(running().cpuMicros(), helpers.proportionalBytes(), helpers.ownBytes(), agentBytes);
    }

    News news(Amount millis) throws IOException {
        return new News(
                running().casualtyWithin(Duration.ofMillis(millis.value())).orElse(""));
    }

    Text output() throws IOException {
        return new Text(Files.exists(log) ? Files.readString(log) : "");
    }

    void stop() throws IOException {
        Optional<Stage> ended = stage;
        stage = Optional.empty();
        try {
            endBudget();
        } finally {
            if (ended.isPresent()) {
                ended.get().close();
            }
        }
    }

    /** Ends what it has started. */
    @Override
    public void close() throws IOException {
        stop();
    }
}
