package io.laio.analysis.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Contestants in groups, best first; within a group none differs significantly from its first. A group is formed by comparing
 * everyone left with the best one left, the level shared among these comparisons, so a place in a group says "not shown to be
 * worse than the first", not "equal".
 *
 * @param groups at least one if anyone was ranked
 */
public record Ranking(List<Group> groups) {

    /** Copies the groups. */
    public Ranking {
        groups = List.copyOf(groups);
    }

    /**
     * A place in the ranking.
     *
     * @param name the contestant
     * @param score its median score
     * @param againstFirst its score against that of the group's first; for the first itself a ratio of 1
     */
    public record Place(String name, double score, Difference againstFirst) {}

    /**
     * Contestants that are not told apart from the first of them.
     *
     * @param places in order of the median score
     */
    public record Group(List<Place> places) {

        /** Copies the places. */
        public Group {
            places = List.copyOf(places);
        }

        /**
         * The one with the best median.
         *
         * @return the first place
         */
        public Place first() {
            return places.getFirst();
        }
    }

    /**
     * Ranks by a score, the higher the better.
     *
     * @param scores repeats of each contestant's score, all positive
     * @return the groups
     */
    public static Ranking of(Map<String, Sample> scores) {
        List<Map.Entry<String, Sample>> left = new ArrayList<>(scores.entrySet());
        left.sort(Comparator.comparingDouble(
                        (Map.Entry<String, Sample> entry) -> -entry.getValue().median())
                .thenComparing(Map.Entry::getKey));
        List<Group> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            Group group = groupOf(left);
            left.removeIf(entry ->
                    group.places().stream().anyMatch(place -> place.name().equals(entry.getKey())));
            groups.add(group);
        }
        return new Ranking(groups);
    }

    private static Group groupOf(List<Map.Entry<String, Sample>> best) {
        Sample first = best.getFirst().getValue();
        int comparisons = Math.max(1, best.size() - 1);
        List<Place> places = new ArrayList<>();
        for (Map.Entry<String, Sample> entry : best) {
            Sample other = entry.getValue();
            Difference difference = Difference.between(first, other, comparisons);
            if (!difference.found()) {
                places.add(new Place(entry.getKey(), other.median(), difference));
            }
        }
        return new Group(places);
    }

    /**
     * Everyone who was ranked.
     *
     * @return places in order of the groups
     */
    public List<Place> places() {
        return groups.stream().flatMap(group -> group.places().stream()).toList();
    }
}
