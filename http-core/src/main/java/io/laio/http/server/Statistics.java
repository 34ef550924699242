package io.laio.http.server;

import io.laio.http.connection.Counter;
import io.laio.http.connection.Counters;
import io.laio.http.connection.StatisticsResource;
import io.laio.http.helper.HelperDisk;
import io.laio.http.helper.HelperKind;
import io.laio.http.helper.HelperStatistics;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.http.loop.Stalls;
import io.laio.http.protocol.Status;
import io.laio.http.server.ServerLoop.LoopState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statistics of a server as JSON, documented in docs/statistics.md. */
final class Statistics implements StatisticsResource {
    private final String server;
    private final String laziness;
    private final List<LoopState> loops;
    private final StatisticsSource source;

    /**
     * Makes statistics of loops that may still be starting.
     *
     * @param server the server's name
     * @param laziness how lazily it makes its calls, {@code none} if it makes none through the library
     * @param loops its loops, in a list that each joins before it serves
     */
    Statistics(String server, String laziness, List<LoopState> loops) {
        this.server = server;
        this.laziness = laziness;
        this.loops = loops;
        this.source = new OfLoops(loops);
    }

    /**
     * Makes statistics of a server that has no event loops, and makes no calls through the library.
     *
     * @param server the server's name
     * @param source what it counts
     */
    Statistics(String server, StatisticsSource source) {
        this.server = server;
        this.laziness = "none";
        this.loops = List.of();
        this.source = source;
    }

    /** Each loop counts for itself, and starts again from zero itself. */
    private record OfLoops(List<LoopState> loops) implements StatisticsSource {
        @Override
        public List<Counted> counted() {
            return loops.stream()
                    .map(loop -> new Counted(loop.counters(), loop.operations()))
                    .toList();
        }

        @Override
        public void reset() {
            for (LoopState state : loops) {
                state.loop().execute(() -> {
                    state.counters().reset();
                    state.operations().reset();
                    state.tracker().reset();
                    if (state.io().disk() instanceof HelperDisk helpers) {
                        helpers.resetStatistics();
                    }
                });
            }
        }
    }

    @Override
    public byte[] json() {
        List<String> members = new ArrayList<>();
        members.add(text("server", server));
        members.add(text("engine", engine(loops)));
        members.add(text("engineReason", engineReason(loops)));
        members.add(text("lazy", laziness));
        for (Counter counter : Counter.values()) {
            members.add(number(counter.label(), sum(loop -> loop.counters().get(counter))));
        }
        members.add(number("connectionsOpen", sum(loop -> loop.counters().connectionsOpen())));
        members.add(member("responses", responses()));
        members.add(member("operations", operations()));
        List<HelperDisk> helpers = helpers();
        if (!helpers.isEmpty()) {
            members.add(member("helpers", helpers(helpers)));
        }
        members.add(member(
                "loops",
                array(loops.stream()
                        .map(loop -> loop(loop.counters(), loop.tracker().stalls()))
                        .toList())));
        return object(members).getBytes(StandardCharsets.UTF_8);
    }

    private String responses() {
        List<String> members = new ArrayList<>();
        for (Status status : Status.values()) {
            long count = sum(loop -> loop.counters().responses(status));
            if (count > 0) {
                members.add(number(Integer.toString(status.code()), count));
            }
        }
        return object(members);
    }

    private String operations() {
        List<String> members = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            members.add(member(operation.label(), counts(List.of(operation))));
        }
        // Claim C1 counts network and disk apart.
        for (Operation.Kind kind : Operation.Kind.values()) {
            List<Operation> ofKind = Stream.of(Operation.values())
                    .filter(operation -> operation.kind() == kind)
                    .toList();
            members.add(member(kind.label(), counts(ofKind)));
        }
        return object(members);
    }

    private String counts(List<Operation> operations) {
        return object(List.of(
                number("issued", sumOf(operations, OperationCounters::issuedCount)),
                number("atOnce", sumOf(operations, OperationCounters::atOnceCount)),
                number("blocked", sumOf(operations, OperationCounters::blockedCount)),
                number("blockedNanos", sumOf(operations, OperationCounters::blockedNanos))));
    }

    private List<HelperDisk> helpers() {
        return loops.stream()
                .map(loop -> loop.io().disk())
                .filter(HelperDisk.class::isInstance)
                .map(HelperDisk.class::cast)
                .toList();
    }

    private static String helpers(List<HelperDisk> disks) {
        List<String> members = new ArrayList<>();
        for (HelperKind kind : HelperKind.values()) {
            HelperStatistics sum = disks.stream()
                    .map(disk -> disk.statistics(kind))
                    .reduce(HelperStatistics.NONE, HelperStatistics::plus);
            members.add(member(kind.label(), helpersOfAKind(sum)));
        }
        members.add(member(
                "processes",
                array(disks.stream()
                        .flatMap(disk -> disk.processes().stream())
                        .map(String::valueOf)
                        .toList())));
        return object(members);
    }

    private static String helpersOfAKind(HelperStatistics helpers) {
        return object(List.of(
                number("limit", helpers.limit()),
                number("running", helpers.running()),
                number("spawned", helpers.spawned()),
                number("retired", helpers.retired()),
                number("died", helpers.died()),
                number("hung", helpers.hung()),
                number("asked", helpers.asked()),
                number("joined", helpers.joined()),
                number("queuedMax", helpers.queuedMax()),
                number("retried", helpers.retried()),
                number("repeatedBlocking", helpers.repeatedBlocking())));
    }

    private static String loop(Counters counters, Stalls stalls) {
        String longest = stalls.longestBlockedOperation();
        return object(List.of(
                number("connectionsAccepted", counters.get(Counter.CONNECTIONS_ACCEPTED)),
                number("connectionsOpen", counters.connectionsOpen()),
                number("requests", counters.get(Counter.REQUESTS)),
                number("turns", stalls.turns()),
                number("wallNanos", stalls.wallNanos()),
                number("waitNanos", stalls.waitNanos()),
                number("cpuNanos", stalls.cpuNanos()),
                number("runQueueNanos", stalls.runQueueNanos()),
                number("blockedNanos", stalls.blockedNanos()),
                number("longestBlockedNanos", stalls.longestBlockedNanos()),
                longest == null ? member("longestBlockedOperation", "null") : text("longestBlockedOperation", longest),
                member("blockedOperations", blockedOperations(stalls)),
                member(
                        "blockedTurnsOverMillis",
                        object(List.of(
                                number("1", stalls.turnsBlockedOverMillis(1)),
                                number("10", stalls.turnsBlockedOverMillis(10)),
                                number("100", stalls.turnsBlockedOverMillis(100))))),
                member("blockedHistogram", histogram(stalls))));
    }

    private static String blockedOperations(Stalls stalls) {
        return object(stalls.operations().stream()
                .map(part -> member(
                        part.name(),
                        object(List.of(number("nanos", part.nanos()), number("longestNanos", part.longestNanos())))))
                .toList());
    }

    private static String histogram(Stalls stalls) {
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < stalls.histogram().length; i++) {
            boolean bounded = i < stalls.histogramMicros().length;
            String bound = bounded ? Long.toString(stalls.histogramMicros()[i]) : "null";
            classes.add(object(List.of(member("upToMicros", bound), number("turns", stalls.histogram()[i]))));
        }
        return array(classes);
    }

    private long sum(ToLongFunction<StatisticsSource.Counted> value) {
        return source.counted().stream().mapToLong(value).sum();
    }

    private long sumOf(List<Operation> operations, ToLongBiFunction<OperationCounters, Operation> value) {
        return operations.stream()
                .mapToLong(operation -> sum(loop -> value.applyAsLong(loop.operations(), operation)))
                .sum();
    }

    @Override
    public void reset() {
        source.reset();
    }

    private static String object(List<String> members) {
        return "{" + String.join(",", members) + "}";
    }

    private static String array(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }

    private static String member(String name, String json) {
        return "\"" + name + "\":" + json;
    }

    private static String number(String name, long value) {
        return member(name, Long.toString(value));
    }

    /** The text is our own, and on one line: all that it could need to have escaped are quotes and backslashes. */
    private static String text(String name, String value) {
        return member(name, "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    static String engine(List<LoopState> loops) {
        return loops.stream()
                .map(loop -> loop.io().engine())
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
    }

    static String engineReason(List<LoopState> loops) {
        return loops.stream()
                .map(loop -> loop.io().engineReason())
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }
}
