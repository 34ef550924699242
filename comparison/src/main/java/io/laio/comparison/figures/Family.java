package io.laio.comparison.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Contestants that are shown together against clients or memory.
 *
 * @param id the end of the figures' names; empty for all
 * @param words the end of the figures' titles; empty for all
 * @param contestants who, in the table's order
 */
record Family(String id, String words, List<String> contestants) {
    /** So many curves in one panel can be told apart. */
    static final int MOST_TOGETHER = 6;

    private static final String EAGER = ", lazy off";

    /** The study's own workloads, for which its own figures are drawn. */
    private static final Set<String> OF_THE_STUDY = Set.of("rice", "berkeley");

    /** The study's figures: what is compared with the last of each. */
    private static final List<Family> STUDY = List.of(
            new Family("thttpd", "the thttpd pair", List.of("thttpd-nb-b", "thttpd-laio-laio")),
            new Family("flash", "the Flash pair", List.of("flash-nb-b", "flash-laio-laio")),
            new Family(
                    "laio-disk-only", "LAIO for the disk only (Fig. 9)", List.of("flash-nb-laio", "flash-laio-laio")),
            new Family("aio", "POSIX AIO", List.of("flash-nb-aio", "flash-laio-laio")),
            new Family("helpers", "helpers (Fig. 11)", List.of("flash-nb-amped", "flash-nb-amted", "flash-laio-laio")));

    private static final Family OTHERS = new Family("others", "servers beyond the study", List.of("flash-laio-laio"));

    /** Copies the list. */
    Family {
        contestants = List.copyOf(contestants);
    }

    /**
     * The families of a comparison: all in one if they are few or the workload is the reader's own; else the study's, and one for whoever is in none of these.
     */
    static List<Family> of(List<String> contestants, List<String> workloads) {
        if (contestants.size() <= MOST_TOGETHER || !OF_THE_STUDY.containsAll(workloads)) {
            return List.of(new Family("", "", contestants));
        }
        List<Family> families = new ArrayList<>();
        STUDY.stream().flatMap(family -> family.among(contestants)).forEach(families::add);
        List<String> rest = contestants.stream()
                .filter(name -> families.stream().noneMatch(family -> family.contestants.contains(name)))
                .filter(name -> !variant(name, contestants))
                .toList();
        if (!rest.isEmpty()) {
            families.add(OTHERS.with(rest, contestants));
        }
        return families;
    }

    /** Those of this family who took part, if there is something to compare: its last server, and another one. */
    private Stream<Family> among(List<String> all) {
        List<String> present =
                all.stream().filter(name -> contestants.contains(server(name))).toList();
        boolean anchored = present.stream().anyMatch(name -> server(name).equals(contestants.getLast()));
        return anchored && present.size() > 1 ? Stream.of(new Family(id, words, present)) : Stream.empty();
    }

    private Family with(List<String> rest, List<String> all) {
        return new Family(
                id,
                words,
                Stream.concat(all.stream().filter(contestants::contains), rest.stream())
                        .distinct()
                        .toList());
    }

    /** Whether a contestant is another one with an option set: figures of their own show what options decide. */
    private static boolean variant(String contestant, List<String> all) {
        String base = base(contestant);
        boolean set = contestant.contains("@") || contestant.endsWith(EAGER);
        return set && all.stream().filter(name -> base(name).equals(base)).count() > 1;
    }

    private static String base(String contestant) {
        return contestant.split("[,@]", 2)[0];
    }

    /** The server of a contestant; the whole name of one that is eager or has options fixed by its name, for it is no one's usual self. */
    private static String server(String contestant) {
        return contestant.endsWith(EAGER) ? contestant : contestant.split(",", 2)[0];
    }

    /** A name for files. */
    String idOf(String what) {
        return id.isEmpty() ? what : what + "-" + id;
    }

    /** A heading: what, of whom, where. */
    String titleOf(String what, String where) {
        return (words.isEmpty() ? what : what + ", " + words) + ": " + where;
    }
}
