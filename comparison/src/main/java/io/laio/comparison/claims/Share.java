package io.laio.comparison.claims;

import io.laio.comparison.claims.Conditions.Where;
import io.laio.comparison.claims.StudyRuns.Search;
import io.laio.comparison.results.LoopStall;
import io.laio.comparison.results.OperationCounts;
import io.laio.comparison.results.OperationStall;
import io.laio.comparison.results.RunResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A share that a server tells of itself.
 *
 * @param kind of what
 * @param servers whose; of the names of a server the first that has runs
 * @param operations the operations meant
 * @param beside whose share is told beside it; {@code null} for nobody's
 * @param conditions where
 * @param expected where it should lie
 * @param paper what the paper found
 */
record Share(
        Kind kind,
        List<List<String>> servers,
        List<String> operations,
        @Nullable String beside,
        Conditions conditions,
        Expected expected,
        String paper)
        implements Predicate {
    Share {
        servers = List.copyOf(servers);
        operations = List.copyOf(operations);
    }

    /** Of what. */
    enum Kind {
        /** Of the operations that ended, those that did not block. */
        AT_ONCE,

        /** Of its loops' time, that in which they slept in these operations. */
        STALLED
    }

    @Override
    public String command() {
        Stream<String> all = Stream.concat(servers.stream().map(List::getFirst), Stream.ofNullable(beside));
        return "bin/laio compare --server " + String.join(",", all.distinct().toList()) + " " + conditions.options();
    }

    @Override
    public List<Part> parts(StudyRuns runs) {
        return conditions.each().stream()
                .flatMap(where -> servers.stream().map(names -> part(runs.find(where), where, names)))
                .toList();
    }

    private Part part(Search search, Where where, List<String> names) {
        String what = switch (kind) {
            case AT_ONCE -> String.join(" and ", operations) + " operations that do not block";
            case STALLED -> "time asleep in " + String.join(" and ", operations);
        };
        String place = what + ", " + where.words();
        if (search instanceof Search.Found(ConditionRuns runs, List<String> notes)) {
            String server = names.stream()
                    .filter(name -> runs.absence(name).isEmpty())
                    .findFirst()
                    .orElse(names.getLast());
            return new Part(place, server, expected, paper, finding(runs, where, server), notes);
        }
        String reason = ((Search.Nothing) search).reason();
        return new Part(place, names.getLast(), expected, paper, new Finding.Missing(reason), List.of());
    }

    private Finding finding(ConditionRuns runs, Where where, String server) {
        Optional<String> absence = runs.absence(server);
        if (absence.isPresent()) {
            return new Finding.Missing(absence.get() + " (" + where.words() + ")");
        }
        if (!told(runs, server)) {
            return new Finding.Missing(server + " does not tell (" + where.words() + ")");
        }
        return new Finding.Measured(
                new Estimate.Share(runs.means(server, this::of)), Unit.PERCENT, sentence(runs, where, server));
    }

    private String sentence(ConditionRuns runs, Where where, String server) {
        return switch (kind) {
            case AT_ONCE ->
                "{} of the " + String.join(" and ", operations) + " operations of " + server + " did not block on "
                        + where.words();
            case STALLED ->
                "the loop of " + server + " slept in " + String.join(" and ", operations) + " for {} of its time on "
                        + where.words() + besides(runs);
        };
    }

    private String besides(ConditionRuns runs) {
        if (beside == null || runs.absence(beside).isPresent() || !told(runs, beside)) {
            return "";
        }
        return ", that of " + beside + " for " + Unit.PERCENT.words(new Estimate.Share(runs.means(beside, this::of)));
    }

    private boolean told(ConditionRuns runs, String server) {
        return runs.counted(server).stream().allMatch(this::tells);
    }

    private boolean tells(RunResult run) {
        return switch (kind) {
            case AT_ONCE -> counts(run).mapToLong(Share::ended).sum() > 0;
            case STALLED -> {
                LoopStall stall = run.use().loopStallMillis();
                yield stall != null && stall.wall() > 0;
            }
        };
    }

    private double of(RunResult run) {
        return switch (kind) {
            case AT_ONCE ->
                (double) counts(run).mapToLong(Share::atOnce).sum()
                        / counts(run).mapToLong(Share::ended).sum();
            case STALLED -> stalled(run.use().loopStallMillis());
        };
    }

    private Stream<OperationCounts> counts(RunResult run) {
        return operations.stream()
                .flatMap(name -> Stream.ofNullable(run.use().operations().get(name)));
    }

    /** In results of before it was counted, what did not block. */
    private static long atOnce(OperationCounts counts) {
        Long atOnce = counts.atOnce();
        return atOnce == null ? counts.issued() - counts.blocked() : atOnce;
    }

    private static long ended(OperationCounts counts) {
        return atOnce(counts) + counts.blocked();
    }

    private double stalled(@Nullable LoopStall stall) {
        if (stall == null) {
            return 0; // never asked of a server that does not tell
        }
        double millis = operations.stream()
                .flatMap(name -> Stream.ofNullable(stall.operations().get(name)))
                .mapToDouble(OperationStall::total)
                .sum();
        return millis / stall.wall();
    }
}
