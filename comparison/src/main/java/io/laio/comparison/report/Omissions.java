package io.laio.comparison.report;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Cross;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says on which servers and combinations a recommendation does not rest. Not to have been run is nobody's fault; that no run counts is told apart. */
final class Omissions {
    private final Contest contest;
    private final Cross cross;

    Omissions(Contest contest) {
        this.contest = contest;
        cross = contest.cross();
    }

    /** Whether there is nothing to rank because no two servers were run in the same cell. */
    boolean neverMet() {
        List<Cell> leftOut = contest.scores().leftOut();
        return !leftOut.isEmpty() && leftOut.stream().allMatch(this::notRunByAll);
    }

    List<String> sentences() {
        List<Cell> leftOut = contest.scores().leftOut();
        List<Cell> notRun = Stream.concat(leftOut.stream().filter(this::notRunByAll), cross.elsewhere().stream())
                .toList();
        List<Cell> uncounted =
                leftOut.stream().filter(cell -> !notRunByAll(cell)).toList();
        List<String> sentences = new ArrayList<>();
        if (!notRun.isEmpty()) {
            sentences.add(combinations(notRun, "not every server compared was run there"));
        }
        if (!uncounted.isEmpty()) {
            sentences.add(combinations(uncounted, "not every server has a run there that counts"));
        }
        sentences.addAll(unranked());
        return sentences;
    }

    private boolean notRunByAll(Cell cell) {
        return cross.contestants().stream()
                .filter(name -> !contest.scores().unranked().contains(name))
                .anyMatch(name -> !wasRun(name, cell));
    }

    private boolean wasRun(String name, Cell cell) {
        return !contest.table().runs(name, cell).isEmpty();
    }

    private static String combinations(List<Cell> cells, String reason) {
        return Words.count(cells.size(), "combination") + " left out because " + reason + ": "
                + cells.stream()
                        .map(cell ->
                                cell.condition().cache().words() + " with " + Words.count(cell.clients(), "client"))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private List<String> unranked() {
        List<String> sentences = new ArrayList<>();
        if (!cross.others().isEmpty()) {
            Map<String, List<String>> byPlace = cross.others().stream()
                    .collect(Collectors.groupingBy(this::where, LinkedHashMap::new, Collectors.toList()));
            sentences.add("Not ranked: "
                    + byPlace.entrySet().stream()
                            .map(of -> Words.and(of.getValue()) + ", run only " + of.getKey())
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        if (!contest.scores().unranked().isEmpty()) {
            sentences.add("Not ranked, for no run counts: "
                    + Words.and(contest.scores().unranked()) + ".");
        }
        return sentences;
    }

    /** All places at which a server was run; cache states are named where they matter. */
    private String where(String name) {
        Map<CacheState, List<Integer>> clients = clients(name);
        List<String> places =
                clients.values().stream().map(Omissions::words).distinct().toList();
        boolean everyCache =
                clients.size() == cells().map(Omissions::cache).distinct().count();
        return everyCache && places.size() == 1
                ? places.getFirst()
                : clients.entrySet().stream()
                        .map(of -> of.getKey().words() + " " + words(of.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private Map<CacheState, List<Integer>> clients(String name) {
        return cells().filter(cell -> wasRun(name, cell))
                .collect(Collectors.groupingBy(
                        Omissions::cache, TreeMap::new, Collectors.mapping(Cell::clients, Collectors.toList())));
    }

    private Stream<Cell> cells() {
        return Stream.concat(cross.cells().stream(), cross.elsewhere().stream());
    }

    private static CacheState cache(Cell cell) {
        return cell.condition().cache();
    }

    private static String words(List<Integer> clients) {
        List<String> numbers = clients.stream().sorted().map(String::valueOf).toList();
        return "with " + Words.and(numbers) + (numbers.equals(List.of("1")) ? " client" : " clients");
    }
}
