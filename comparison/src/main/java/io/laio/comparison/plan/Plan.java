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
import java.util.function.Function;

/**
 * What is compared: every server on every workload from every cache state with every memory and every number of clients, so
 * many times. A plan of several parts has a cross for each.
 *
 * @param name its name, for the report
 * @param parts what is combined with what, one at least
 * @param scale footprint, and memory unless the plan gives it, relative to the study's
 * @param limits how long each run lasts
 * @param servers how the servers are started
 * @param setup the machine that they find
 * @param extras what is measured beside the runs
 * @param seed orders the servers and makes the workloads
 */
public record Plan(
        String name,
        List<Cross> parts,
        Scale scale,
        Limits limits,
        ServerOptions servers,
        Setup setup,
        Extras extras,
        long seed) {
    /** Memory of the study's machine [S]: 2 GB. */
    private static final long STUDY_MEMORY_BYTES = 2L << 30;

    /** Copies the list. */
    public Plan {
        parts = List.copyOf(parts);
    }

    /**
     * The page cache each server may use unless a plan says otherwise: the study's, at a scale.
     *
     * @param scale relative to the study's
     * @return the study's 2 GB times the scale
     */
    static MemorySize studyMemory(Scale scale) {
        return new MemorySize.Bytes((long) (STUDY_MEMORY_BYTES * scale.factor()));
    }

    /**
     * All that takes part in any of the parts.
     *
     * @return what the parts combine, in their order; clients ascending; the fewest repeats of any
     */
    public Cross cross() {
        return new Cross(
                distinct(Cross::servers),
                distinct(Cross::workloads),
                distinct(Cross::caches),
                distinct(Cross::memory),
                parts.size() == 1
                        ? parts.getFirst().clients()
                        : distinct(Cross::clients).stream().sorted().toList(),
                parts.stream().mapToInt(Cross::repeats).min().orElseThrow());
    }

    private <T> List<T> distinct(Function<Cross, List<T>> what) {
        return parts.stream()
                .flatMap(part -> what.apply(part).stream())
                .distinct()
                .toList();
    }

    /**
     * The same plan without those who are not there.
     *
     * @param present names of contestants
     * @return a copy in which nobody else takes part
     */
    public Plan among(Collection<String> present) {
        return new Plan(
                name,
                parts.stream().map(part -> part.among(present)).toList(),
                scale,
                limits,
                servers,
                setup,
                extras,
                seed);
    }

    /**
     * What is combined with what.
     *
     * @param servers names of contestants
     * @param workloads {@code rice}, {@code berkeley}, or a trace file
     * @param caches cache states before a run
     * @param memory page cache each server may use
     * @param clients numbers of simultaneous clients
     * @param repeats how often each combination is run
     */
    public record Cross(
            List<String> servers,
            List<String> workloads,
            List<CacheState> caches,
            List<MemorySize> memory,
            List<Integer> clients,
            int repeats) {
        /** Copies the lists. */
        public Cross {
            servers = List.copyOf(servers);
            workloads = List.copyOf(workloads);
            caches = List.copyOf(caches);
            memory = List.copyOf(memory);
            clients = List.copyOf(clients);
        }

        private Cross among(Collection<String> present) {
            return new Cross(
                    servers.stream().filter(present::contains).toList(), workloads, caches, memory, clients, repeats);
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
     * What is measured beside the runs: two claims of the study are about no server.
     *
     * @param codeSize whether the code is counted ({@code bin/laio code-size})
     * @param microbenchmark whether a pipe is read ({@code bin/laio lab pipe}), and how long
     */
    public record Extras(boolean codeSize, Microbenchmark microbenchmark) {
        /** Nothing. */
        public static final Extras NONE = new Extras(false, Microbenchmark.NONE);
    }

    /** How thoroughly the pipe is read. */
    public enum Microbenchmark {
        /** Not at all. */
        NONE,

        /** 1,000 reads a round: a few seconds on a quiet machine. */
        SHORT,

        /** As in the paper, 100,000 reads a round: minutes. */
        FULL
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
