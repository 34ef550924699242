package io.laio.comparison.claims;

import io.laio.comparison.results.CacheState;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a predicate looks: each workload from each cache state.
 *
 * @param workloads names
 * @param caches cold or warm
 * @param coldNames whether cold has to mean that names and metadata were cold too
 */
record Conditions(List<String> workloads, List<CacheState> caches, boolean coldNames) {
    Conditions {
        workloads = List.copyOf(workloads);
        caches = List.copyOf(caches);
    }

    List<Where> each() {
        return workloads.stream()
                .flatMap(workload -> caches.stream().map(cache -> new Where(workload, cache, coldNames)))
                .toList();
    }

    /** Options of {@code bin/laio compare} that make runs there. */
    String options() {
        return "--workload " + String.join(",", workloads) + " --cache "
                + caches.stream().map(CacheState::label).collect(Collectors.joining(","));
    }

    /**
     * One of them.
     *
     * @param workload its name
     * @param cache cold or warm
     * @param coldNames whether cold has to mean that names and metadata were cold too
     */
    record Where(String workload, CacheState cache, boolean coldNames) {
        String words() {
            return workload + ", " + cache.words();
        }
    }
}
