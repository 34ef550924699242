package io.laio.comparison.run;

import io.laio.comparison.cgroup.BudgetKeeper;
import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.cgroup.KeptBudget;
import io.laio.comparison.cgroup.MemoryBudget;
import io.laio.comparison.cgroup.ProcessGroup;
import io.laio.comparison.cgroup.ReadLimit;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.ContestantStarter;
import io.laio.comparison.contestant.HelperMemory;
import io.laio.comparison.contestant.Launch;
import io.laio.comparison.contestant.Placement;
import io.laio.comparison.contestant.RunningContestant;
import io.laio.comparison.contestant.StatisticsClient;
import io.laio.comparison.environment.Uninterrupted;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A stage on this machine: a process, in its control group if it has one, on its processors. Closing it leaves nothing of either. */
final class LocalStage implements Stage {
    private final Optional<ProcessGroup> group;
    private final RunningContestant contestant;

    private LocalStage(Optional<ProcessGroup> group, RunningContestant contestant) {
        this.group = group;
        this.contestant = contestant;
    }

    /**
     * Sets the stage.
     *
     * @param groupName name for the control group
     */
    static LocalStage set(Host host, ContestantStarter starter, Launch launch, String groupName)
            throws ContestantException, IOException {
        Optional<ProcessGroup> group = Optional.empty();
        if (host.cgroups() instanceof CgroupSupport.Available available) {
            group = Optional.of(
                    available.groups().create(groupName, host.processors().server()));
        }
        try {
            return new LocalStage(group, starter.start(launch, new StagePlacement(host, group)));
        } catch (ContestantException | IOException | RuntimeException e) {
            Optional<ProcessGroup> made = group;
            Uninterrupted.run(() -> closeGroup(made));
            throw e;
        }
    }

    private record StagePlacement(Host host, Optional<ProcessGroup> group) implements Placement {
        @Override
        public void place(long pid) throws IOException {
            if (group.isPresent()) {
                group.get().add(pid);
            }
            new Affinity(host.linux()).bind(pid, host.processors().server());
        }

        @Override
        public List<Long> processes() throws IOException {
            return group.isPresent() ? group.get().processes() : List.of();
        }
    }

    @Override
    public String name() {
        return contestant.name();
    }

    @Override
    public InetSocketAddress address() {
        return contestant.address();
    }

    @Override
    public boolean connectionPerRequest() {
        return contestant.connectionPerRequest();
    }

    @Override
    public String engine() {
        return contestant.engine();
    }

    @Override
    public String engineReason() {
        return contestant.engineReason();
    }

    @Override
    public Optional<StatisticsClient> statistics() {
        return contestant.statistics();
    }

    @Override
    public Optional<KeptBudget> keepBudget(long bytes) throws IOException {
        return group.isPresent()
                ? Optional.of(new BudgetKeeper(new MemoryBudget(group.get(), bytes)))
                : Optional.empty();
    }

    @Override
    public void limitReads(String device, ReadLimit limit) throws IOException {
        group.orElseThrow().limitReads(device, limit);
    }

    @Override
    public long cpuMicros() throws IOException {
        long accounted = group.isPresent() ? group.get().cpuMicros() : -1;
        return accounted >= 0 ? accounted : contestant.processes().cpuMicros();
    }

    @Override
    public HelperMemory helperMemory() throws IOException {
        return contestant.processes().helperMemory();
    }

    @Override
    public long bystanderBytes() {
        return 0;
    }

    @Override
    public Optional<String> casualtyWithin(Duration patience) throws IOException {
        boolean ended = contestant.hasEndedWithin(patience);
        long kills = group.isPresent() ? group.get().outOfMemoryKills() : 0;
        return Casualty.describe(ended ? contestant.exitStatus() : OptionalInt.empty(), kills, contestant.log());
    }

    @Override
    public void close() throws IOException {
        Uninterrupted.run(() -> {
            try {
                contestant.close();
            } finally {
                closeGroup(group);
            }
        });
    }

    private static void closeGroup(Optional<ProcessGroup> group) throws IOException {
        if (group.isPresent()) {
            group.get().close();
        }
    }
}
