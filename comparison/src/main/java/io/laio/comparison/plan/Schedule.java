package io.laio.comparison.plan;

import io.laio.comparison.results.CacheState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The order of a plan's runs. Servers that are to be compared with each other run one right after the other, in an order
 * drawn anew each time from the plan's seed: a machine that slows down in the course of an hour favours none of them.
 */
public final class Schedule {
    private final Plan plan;
    private final Random random;
    private final List<PlannedRun> runs = new ArrayList<>();

    private Schedule(Plan plan) {
        this.plan = plan;
        random = new Random(plan.seed());
    }

    /**
     * Orders a plan's runs.
     *
     * @param plan the plan
     * @return its runs in the order of execution, the same for the same plan
     */
    public static List<PlannedRun> of(Plan plan) {
        Schedule schedule = new Schedule(plan);
        for (int repeat = 1; repeat <= plan.cross().repeats(); repeat++) {
            schedule.addRepeat(repeat);
        }
        return List.copyOf(schedule.runs);
    }

    private void addRepeat(int repeat) {
        for (String workload : plan.cross().workloads()) {
            for (CacheState cache : plan.cross().caches()) {
                for (int clients : plan.cross().clients()) {
                    addServers(workload, cache, clients, repeat);
                }
            }
        }
    }

    private void addServers(String workload, CacheState cache, int clients, int repeat) {
        List<String> servers = new ArrayList<>(plan.cross().servers());
        Collections.shuffle(servers, random);
        for (String server : servers) {
            runs.add(new PlannedRun(runs.size() + 1, server, workload, cache, clients, repeat));
        }
    }
}
