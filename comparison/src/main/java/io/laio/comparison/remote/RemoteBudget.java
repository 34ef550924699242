package io.laio.comparison.remote;

import io.laio.comparison.cgroup.BudgetUse;
import io.laio.comparison.cgroup.KeptBudget;
import java.io.IOException;
import java.util.Map;

/**
 * A memory budget that an agent keeps.
 *
 * @param agent who keeps it
 */
record RemoteBudget(AgentClient agent) implements KeptBudget {
    private static final String BUDGET = "/budget";

    static RemoteBudget keep(AgentClient agent, long bytes) throws IOException {
        agent.post(BUDGET, new Amount(bytes));
        return new RemoteBudget(agent);
    }

    @Override
    public void restart() throws IOException {
        agent.post(BUDGET + "/restart", Map.of());
    }

    @Override
    public BudgetUse use() throws IOException {
        return agent.get(BUDGET, BudgetUse.class);
    }

    @Override
    public void close() throws IOException {
        agent.delete(BUDGET);
    }
}
