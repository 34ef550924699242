package io.laio.comparison.run;

import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.cgroup.ProcessGroup;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.ContestantStarter;
import io.laio.comparison.contestant.Launch;
import io.laio.comparison.contestant.Placement;
import io.laio.comparison.contestant.RunningContestant;
import io.laio.comparison.environment.Uninterrupted;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A contestant that runs, in its control group if it has one, on its processors. Closing it leaves nothing of either. */
final class Stage implements AutoCloseable {
    private final Optional<ProcessGroup> group;
    private final RunningContestant contestant;

    private Stage(Optional<ProcessGroup> group, RunningContestant contestant) {
        this.group = group;
        this.contestant = contestant;
    }

    /**
     * Sets the stage.
     *
     * @param groupName name for the control group
     */
    static Stage set(Host host, ContestantStarter starter, Launch launch, String groupName)
            throws ContestantException, IOException {
        Optional<ProcessGroup> group = Optional.empty();
        if (host.cgroups() instanceof CgroupSupport.Available available) {
            group = Optional.of(
                    available.groups().create(groupName, host.processors().server()));
        }
        try {
            return new Stage(group, starter.start(launch, new StagePlacement(host, group)));
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

    Optional<ProcessGroup> group() {
        return group;
    }

    RunningContestant contestant() {
        return contestant;
    }

    /** Processor time of all that runs on the stage, in microseconds. */
    long cpuMicros() throws IOException {
        long accounted = group.isPresent() ? group.get().cpuMicros() : -1;
        return accounted >= 0 ? accounted : contestant.processes().cpuMicros();
    }

    /** What has become of the server, if it or a helper ended by itself; waits a moment for the news. */
    Optional<String> casualtyWithin(Duration patience) throws IOException {
        boolean ended = contestant.hasEndedWithin(patience);
        long kills = group.isPresent() ? group.get().outOfMemoryKills() : 0;
        return Casualty.describe(ended ? contestant.exitStatus() : OptionalInt.empty(), kills, contestant.log());
    }

    /** Fails if the server has ended. */
    void requireAlive() throws ContestantException, IOException {
        Optional<String> casualty = casualtyWithin(Duration.ZERO);
        if (casualty.isPresent()) {
            throw ContestantException.died(contestant.name(), casualty.get());
        }
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
