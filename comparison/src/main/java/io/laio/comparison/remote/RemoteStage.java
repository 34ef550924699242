package io.laio.comparison.remote;

import io.laio.comparison.cgroup.KeptBudget;
import io.laio.comparison.cgroup.ReadLimit;
import io.laio.comparison.contestant.HelperMemory;
import io.laio.comparison.contestant.Launch;
import io.laio.comparison.contestant.StatisticsClient;
import io.laio.comparison.run.Stage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/**
 * A contestant in another container, whose agent started it.
 *
 * @param agent who to ask
 * @param launch what was asked for
 * @param started what came of it
 * @param address where it listens
 */
record RemoteStage(AgentClient agent, Launch launch, Started started, InetSocketAddress address) implements Stage {
    @Override
    public String name() {
        return launch.contestant().name();
    }

    @Override
    public boolean connectionPerRequest() {
        return launch.contestant().connectionPerRequest();
    }

    @Override
    public String engine() {
        return started.engine();
    }

    @Override
    public String engineReason() {
        return started.engineReason();
    }

    @Override
    public Optional<StatisticsClient> statistics() {
        return launch.contestant().statisticsPath().map(path -> new StatisticsClient(launch.network(), address, path));
    }

    @Override
    public Optional<KeptBudget> keepBudget(long bytes) throws IOException {
        return Optional.of(RemoteBudget.keep(agent, bytes));
    }

    @Override
    public void limitReads(String device, ReadLimit limit) throws IOException {
        throw new IOException("reads cannot be limited from inside a container");
    }

    @Override
    public long cpuMicros() throws IOException {
        return usage().cpuMicros();
    }

    @Override
    public HelperMemory helperMemory() throws IOException {
        Usage usage = usage();
        return new HelperMemory(usage.helperProportionalBytes(), usage.helperOwnBytes());
    }

    @Override
    public long bystanderBytes() throws IOException {
        return usage().agentBytes();
    }

    private Usage usage() throws IOException {
        return agent.get("/server/usage", Usage.class);
    }

    @Override
    public Optional<String> casualtyWithin(Duration patience) throws IOException {
        String casualty = agent.post("/server/news", new Amount(patience.toMillis()), News.class)
                .casualty();
        return casualty.isEmpty() ? Optional.empty() : Optional.of(casualty);
    }

    /** What it wrote is kept first, beside the logs of contestants on this machine. */
    @Override
    public void close() throws IOException {
        try {
            Files.writeString(
                    launch.log(), agent.get("/server/output", Text.class).text());
        } finally {
            agent.delete("/server");
        }
    }
}
