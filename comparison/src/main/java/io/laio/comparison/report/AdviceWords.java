package io.laio.comparison.report;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Difference;
import io.laio.analysis.statistics.Interval;
import io.laio.analysis.statistics.Summary;
import io.laio.comparison.results.CacheState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts rankings into words. Overall decides; the cache states by themselves decide where overall there is no significant difference, and
 * are told in any case, for an owner may know which of them is theirs.
 */
final class AdviceWords {
    private final Contest overall;
    private final List<CacheContest> caches;
    private final Omissions omissions;

    AdviceWords(Contest overall, List<CacheContest> caches) {
        this.overall = overall;
        this.caches = caches;
        omissions = new Omissions(overall);
    }

    String headline() {
        if (overall.empty()) {
            return "No recommendation: " + nothing() + ".";
        }
        String provisionally = overall.provisional() ? "provisionally, " : "";
        if (overall.ranked() == 1) {
            return "Only " + overall.best() + " was measured: there is nothing to choose between.";
        }
        return provisionally + (overall.decided() ? choose() : undecided());
    }

    private String nothing() {
        if (overall.cross().contestants().isEmpty()) {
            return "nothing was run";
        }
        return omissions.neverMet()
                ? "no two servers were run with the same caches and clients"
                : "there is no combination in which every server has a run that counts";
    }

    private String choose() {
        List<CacheContest> others = caches.stream()
                .filter(cache -> cache.contest().decided())
                .filter(cache -> !cache.contest().best().equals(overall.best()))
                .toList();
        String but = others.stream()
                .map(cache -> ", but " + cache.contest().best() + " where caches are mostly "
                        + cache.cache().words())
                .collect(Collectors.joining());
        return "choose " + overall.best() + but + ".";
    }

    private String undecided() {
        List<CacheContest> decided =
                caches.stream().filter(cache -> cache.contest().decided()).toList();
        long winners =
                decided.stream().map(cache -> cache.contest().best()).distinct().count();
        String tie = "no significant difference between " + Words.and(overall.firstGroup());
        if (winners == 0) {
            return tie + ".";
        }
        String each = decided.stream()
                .map(cache -> cache.contest().best() + " where caches are mostly "
                        + cache.cache().words())
                .collect(Collectors.joining(", "));
        return winners == 1 ? tie + " overall; choose " + each + "." : "it depends on the caches: choose " + each + ".";
    }

    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (overall.ranked() > 1) {
            reasons.add(lead());
            if (caches.size() > 1) {
                caches.stream()
                        .filter(cache -> cache.contest().ranked() > 1)
                        .forEach(cache -> reasons.add(lead(cache)));
            }
            reasons.add(responseTimes());
            reasons.addAll(new Costs(overall).sentences());
            if (overall.ranked() > 2) {
                reasons.add(groups());
            }
        }
        reasons.addAll(reservations());
        return reasons;
    }

    private String other() {
        return overall.next().orElseThrow();
    }

    private String lead() {
        Difference lead = overall.lead(overall.best(), other());
        String where = Words.count(overall.scores().cells().size(), "combination") + " of cache state and clients";
        Interval range = overall.leadInSingleCells(overall.best(), other());
        String cells = overall.scores().cells().size() > 1
                ? ", in single combinations " + Numbers.interval(range) + " times"
                : "";
        return "Over " + where + ", " + overall.best() + " delivers " + Words.times(lead) + " the throughput of "
                + other() + cells + (lead.found() ? "." : ": no significant difference.");
    }

    private String lead(CacheContest cache) {
        Contest contest = cache.contest();
        String best = contest.best();
        String next = contest.next().orElseThrow();
        Difference lead = contest.lead(best, next);
        return Words.sentence(cache.cache().words()) + ": " + best + " delivers " + Words.times(lead)
                + " the throughput of " + next + (lead.found() ? "." : ": no significant difference.");
    }

    private String responseTimes() {
        Difference lead = overall.responseLead(overall.best(), other());
        String times = "mean response times of ";
        return switch (lead.outcome()) {
            case NO_SIGNIFICANT_DIFFERENCE ->
                "The " + times + overall.best() + " do not differ significantly from those of " + other() + ".";
            case HIGHER -> "The " + times + other() + " are " + Words.times(lead) + " those of " + overall.best() + ".";
            case LOWER ->
                "But the " + times + overall.best() + " are "
                        + Words.times(overall.responseLead(other(), overall.best())) + " those of " + other() + ".";
        };
    }

    private String groups() {
        return "Ranked by throughput, in groups of no significant difference: "
                + overall.ranking().groups().stream()
                        .map(group -> Words.and(group.places().stream()
                                .map(place -> place.name())
                                .toList()))
                        .collect(Collectors.joining("; then "))
                + ".";
    }

    private List<String> reservations() {
        List<String> reservations = new ArrayList<>();
        if (!overall.empty() && overall.provisional() && overall.ranked() > 1) {
            reservations.add("Provisional: " + Words.count(overall.repeats(), "repeat") + " each. Below "
                    + Summary.ENOUGH_REPEATS
                    + " nothing is tested; a difference is called one if the runs do not overlap and "
                    + "lie at least "
                    + Numbers.percent(Difference.PROVISIONAL_RATIO - 1).replace(".0", "")
                    + " apart. With --repeats " + Summary.ENOUGH_REPEATS + " it would be tested.");
        }
        reservations.addAll(omissions.sentences());
        disturbances().ifPresent(reservations::add);
        if (caches.stream().anyMatch(cache -> cache.cache() == CacheState.COLD_DATA)) {
            reservations.add("Cold data is weaker than cold: names and metadata could not be dropped here.");
        }
        return reservations;
    }

    /** Runs that count although something was noted of them: load beside them, for one. */
    private Optional<String> disturbances() {
        List<List<String>> notes =
                overall.runs().map(run -> run.validity().notes()).toList();
        List<List<String>> noted = notes.stream().filter(of -> !of.isEmpty()).toList();
        return noted.stream()
                .findFirst()
                .map(first -> "Of " + Words.count(notes.size(), "run") + ", " + noted.size()
                        + (noted.size() == 1 ? " has" : " have") + " a note in the list of runs, such as: "
                        + first.getFirst() + ".");
    }
}
