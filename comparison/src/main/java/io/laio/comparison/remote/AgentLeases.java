package io.laio.comparison.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps agents for this comparison, by letting them hear of it also while it asks them nothing. If this process is killed they hear no
 * more, and end what they have started.
 */
public final class AgentLeases implements AutoCloseable {
    /** A few in the time after which an agent gives up: one may be late. */
    private static final long PERIOD_SECONDS = Lease.SILENCE.toSeconds() / 4;

    private final List<AgentClient> held = new ArrayList<>();
    private final ScheduledExecutorService voice;

    private AgentLeases(int agents) {
        voice = Executors.newScheduledThreadPool(
                agents, task -> Thread.ofPlatform().daemon().name("agent-lease").unstarted(task));
    }

    /**
     * Where no agents take part.
     *
     * @return keeps nothing
     */
    public static AgentLeases none() {
        return new AgentLeases(0);
    }

    /** All of them, or none if one works for somebody else. A thread each: an agent that is busy keeps no other waiting. */
    static AgentLeases hold(List<AgentClient> agents) throws IOException {
        AgentLeases leases = new AgentLeases(agents.size());
        try {
            for (AgentClient agent : agents) {
                leases.hold(agent);
            }
        } catch (IOException e) {
            leases.close();
            throw e;
        }
        return leases;
    }

    private void hold(AgentClient agent) throws IOException {
        agent.claim();
        held.add(agent);
        var _ = voice.scheduleWithFixedDelay(() -> renew(agent), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private static void renew(AgentClient agent) {
        try {
            agent.claim();
        } catch (IOException _) {
            // an agent that is gone, or another's, tells so whoever asks it next for something
        }
    }

    /** They may work for others at once. Waits until nothing more is said: a word after the last one would hold an agent again. */
    @Override
    public void close() {
        voice.close();
        for (AgentClient agent : held) {
            try {
                agent.delete(AgentClient.LEASE);
            } catch (IOException _) {
                // it ends by itself, when it has heard nothing for long enough
            }
        }
    }
}
