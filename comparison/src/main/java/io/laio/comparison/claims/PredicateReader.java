package io.laio.comparison.claims;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.statistics.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a predicate. Which kind it is, its first field says; docs/claims.md describes them. */
final class PredicateReader {
    private static final String OVER = " over ";
    private static final Pattern MARKED = Pattern.compile(".* \\[(S|P|S,P|R|U|ours)]");

    private PredicateReader() {}

    static Predicate read(JsonFields fields) {
        if (fields.has("advantage")) {
            return advantage(fields, "advantage", false);
        }
        if (fields.has("peakAdvantage")) {
            return advantage(fields, "peakAdvantage", true);
        }
        if (fields.has("atOnce")) {
            return share(fields, "atOnce", Share.Kind.AT_ONCE);
        }
        if (fields.has("asleep")) {
            return share(fields, "asleep", Share.Kind.STALLED);
        }
        if (fields.has("pipe")) {
            return timing(fields);
        }
        if (fields.has("lines")) {
            return lines(fields);
        }
        throw fields.wrong("one of advantage, peakAdvantage, atOnce, asleep, pipe, lines is needed");
    }

    private static Predicate advantage(JsonFields fields, String name, boolean peak) {
        return new Advantage(
                fields.texts(name, text -> pair(text, peak)),
                peak ? List.of(Metric.THROUGHPUT) : fields.texts("in", PredicateReader::metric),
                conditions(fields),
                peak,
                expected(fields),
                paper(fields));
    }

    private static Advantage.Pair pair(String text, boolean peak) {
        String[] sides = sides(text);
        List<String> rivals = List.of(sides[1].split(" or ", -1));
        if (!peak && rivals.size() > 1) {
            throw new IllegalArgumentException("\"" + text + "\": only peakAdvantage knows a next best");
        }
        return new Advantage.Pair(sides[0], rivals);
    }

    private static String[] sides(String text) {
        String[] sides = text.split(OVER, -1);
        if (sides.length != 2) {
            throw new IllegalArgumentException("\"" + text + "\" is not of the form A over B");
        }
        return sides;
    }

    private static Metric metric(String id) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + id + "\" is not known; there are "
                        + Arrays.stream(Metric.values()).map(Metric::id).collect(Collectors.joining(", "))));
    }

    private static Predicate share(JsonFields fields, String name, Share.Kind kind) {
        return new Share(
                kind,
                fields.texts(name, text -> List.of(text.split(" else ", -1))),
                fields.texts("operations", text -> text),
                fields.optionalText("beside").orElse(null),
                conditions(fields),
                expected(fields),
                paper(fields));
    }

    private static Predicate timing(JsonFields fields) {
        String pipe = fields.text("pipe");
        if (!List.of("full", "empty").contains(pipe)) {
            throw fields.wrong("pipe: full or empty is needed, not \"" + pipe + "\"");
        }
        String[] sides = fields.text("time", PredicateReader::sides);
        return new Timing(pipe, sides[0], sides[1], expected(fields), paper(fields));
    }

    private static Predicate lines(JsonFields fields) {
        String[] systems = fields.text("of", text -> text.contains(OVER) ? sides(text) : new String[] {text});
        return new Lines(
                fields.texts("lines", text -> text),
                systems[0],
                systems.length > 1 ? systems[1] : null,
                fields.optionalText("beside").orElse(null),
                expected(fields),
                paper(fields));
    }

    private static Conditions conditions(JsonFields fields) {
        return new Conditions(
                fields.texts("workload", text -> text),
                fields.texts("cache", PredicateReader::cache),
                fields.flag("coldNames"));
    }

    private static CacheState cache(String label) {
        CacheState state = CacheState.of(label);
        if (state == CacheState.COLD_DATA) {
            throw new IllegalArgumentException("cold or warm; whether cold-data will do, coldNames says");
        }
        return state;
    }

    private static Expected expected(JsonFields fields) {
        return fields.object("expect", ExpectedReader::read);
    }

    private static String paper(JsonFields fields) {
        String paper = fields.text("paper");
        if (!MARKED.matcher(paper).matches()) {
            throw fields.wrong("paper: a mark is needed at its end: [S], [P], [S,P], [R], [U] or [ours]");
        }
        return paper;
    }
}
