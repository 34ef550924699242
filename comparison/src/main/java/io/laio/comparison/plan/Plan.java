package io.laio.comparison.plan;

import io.laio.comparison.cgroup.ReadLimit;
import io.laio.comparison.results.CacheState;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is compared: every server on every workload from every cache state with every number of clients, so many times.
 *
 * @param name its name, for the report
 * @param cross what is combined with what
 * @param scale footprint and memory budget relative to the study's
 * @param limits how long each run lasts
 * @param memoryBytes page cache each server may use; empty for the study's 2 GB times {@code scale}
 * @param servers how the servers are started
 * @param setup the machine that they find
 * @param seed orders the servers and makes the workloads
 */
public record Plan(
        String name,
        Cross cross,
        Scale scale,
        Limits limits,
        OptionalLong memoryBytes,
        ServerOptions servers,
        Setup setup,
        long seed) {
    /** Memory of the study's machine [S]: 2 GB. */
    private static final long STUDY_MEMORY_BYTES = 2L << 30;

    /**
     * The page cache each server may use.
     *
     * @return bytes
     */
    public long memoryBudgetBytes() {
        return memoryBytes.orElse((long) (STUDY_MEMORY_BYTES * scale.factor()));
    }

    /**
     * The same plan with fewer servers.
     *
     * @param servers who of its servers is left
     * @return a copy, the others left out
     */
    public Plan among(Collection<String> servers) {
        List<String> left = cross.servers().stream().filter(servers::contains).toList();
        Cross narrower = new Cross(left, cross.workloads(), cross.caches(), cross.clients(), cross.repeats());
        return new Plan(name, narrower, scale, limits, memoryBytes, this.servers, setup, seed);
    }

    /**
     * What is combined with what.
     *
     * @param servers names of contestants
     * @param workloads {@code rice}, {@code berkeley}, or a trace file
     * @param caches cache states before a run
     * @param clients numbers of simultaneous clients
     * @param repeats how often each combination is run
     */
    public record Cross(
            List<String> servers, List<String> workloads, List<CacheState> caches, List<Integer> clients, int repeats) {
        /** Copies the lists. */
        public Cross {
            servers = List.copyOf(servers);
            workloads = List.copyOf(workloads);
            caches = List.copyOf(caches);
            clients = List.copyOf(clients);
        }
    }

    /**
     * How long things last. A run ends at whichever limit is reached first.
     *
     * @param requests the first so many requests of the trace are played; 0 for all
     * @param seconds and no longer than this
     * @param warmUpRequests requests on other files that warm the just-in-time compiler before
     */
    public record Limits(long requests, double seconds, long warmUpRequests) {}

    /**
     * How our servers are started; contestants from outside have no such options.
     *
     * @param engine {@code ring}, {@code workers} or {@code auto}
     * @param lazy {@code on}, {@code direct} or {@code off}
     */
    public record ServerOptions(String engine, String lazy) {
        /** What a server does by itself. */
        public static final ServerOptions DEFAULT = new ServerOptions("ring", "on");

        /**
         * The options that differ from what a server does by itself, and so have to be given to it.
         *
         * @return values by name
         */
        public Map<String, String> given() {
            Map<String, String> given = new LinkedHashMap<>();
            if (!engine.equals(DEFAULT.engine)) {
                given.put("engine", engine);
            }
            if (!lazy.equals(DEFAULT.lazy)) {
                given.put("lazy", lazy);
            }
            return Collections.unmodifiableMap(given);
        }
    }

    /**
     * What the servers find below them.
     *
     * @param disk {@code native}, or a device model to emulate
     * @param network {@code loopback}, or a link of config/networks, or a file
     * @param readAheadBytes read-ahead of the disk during the runs; empty to leave it as it is, which for an emulated disk is what
     *     its model says
     * @param readLimit how much each server may read from the disk; empty if that is not limited
     */
    public record Setup(String disk, String network, OptionalLong readAheadBytes, Optional<ReadLimit> readLimit) {
        /** The machine's own disk. */
        public static final String NATIVE_DISK = "native";

        /**
         * Who decides how far the disk reads ahead.
         *
         * @return words for the results
         */
        public String readAheadSetBy() {
            if (readAheadBytes.isPresent()) {
                return "the plan";
            }
            return disk.equals(NATIVE_DISK) ? "nobody: left as the machine had it" : "the disk's model";
        }

        /**
         * The disk as results call it: another limit is another disk.
         *
         * @return for instance {@code native}, or {@code native, limited to 300 reads/s}
         */
        public String diskWords() {
            return readLimit.map(limit -> disk + ", " + limit.words()).orElse(disk);
        }
    }
}
