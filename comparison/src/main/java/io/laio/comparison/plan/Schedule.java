package io.laio.comparison.plan;

import io.laio.comparison.results.CacheState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The order of a plan's runs. Servers that are to be compared with each other run one right after the other, in an order
 * drawn anew each time from the plan's seed: a machine that slows down in the course of an hour favours none of them. What
 * several parts of a plan have in common is run once.
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
        int repeats = plan.parts().stream().mapToInt(Plan.Cross::repeats).max().orElseThrow();
        for (int repeat = 1; repeat <= repeats; repeat++) {
            schedule.addRepeat(repeat);
        }
        return List.copyOf(schedule.runs);
    }

    /** What servers are compared in. */
    private record Place(String workload, CacheState cache, MemorySize memory, int clients) {}

    private void addRepeat(int repeat) {
        Map<Place, Set<String>> servers = new LinkedHashMap<>();
        plan.parts().stream()
                .filter(part -> repeat <= part.repeats())
                .forEach(part -> places(part)
                        .forEach(place -> servers.computeIfAbsent(place, _ -> new LinkedHashSet<>())
                                .addAll(part.servers())));
        servers.forEach((place, names) -> addServers(place, names, repeat));
    }

    private static List<Place> places(Plan.Cross part) {
        List<Place> places = new ArrayList<>();
        for (String workload : part.workloads()) {
            for (CacheState cache : part.caches()) {
                for (MemorySize memory : part.memory()) {
                    part.clients().forEach(clients -> places.add(new Place(workload, cache, memory, clients)));
                }
            }
        }
        return places;
    }

    private void addServers(Place place, Set<String> names, int repeat) {
        List<String> servers = new ArrayList<>(names);
        Collections.shuffle(servers, random);
        for (String server : servers) {
            runs.add(new PlannedRun(
                    runs.size() + 1, server, place.workload(), place.cache(), place.memory(), place.clients(), repeat));
        }
    }
}
