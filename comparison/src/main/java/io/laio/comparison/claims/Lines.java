package io.laio.comparison.claims;

import com.fasterxml.jackson.databind.JsonNode;
import io.laio.analysis.figures.Numbers;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines of code, or how many times those of one system another has: what {@code bin/laio code-size} counted.
 *
 * @param components the components meant, together, by their names in its JSON
 * @param of whose lines
 * @param over how many times whose; {@code null} for the lines themselves
 * @param beside a component whose ratio is told beside it; {@code null} for none
 * @param expected where the number should lie
 * @param paper what the paper found
 */
record Lines(
        List<String> components,
        String of,
        @Nullable String over,
        @Nullable String beside,
        Expected expected,
        String paper)
        implements Predicate {
    Lines {
        components = List.copyOf(components);
    }

    @Override
    public String command() {
        return "bin/laio compare --code-size true";
    }

    @Override
    public List<Part> parts(StudyRuns runs) {
        String subject = over == null ? of : of + " over " + over;
        return List.of(new Part(
                "lines, " + String.join(" + ", components), subject, expected, paper, finding(runs), List.of()));
    }

    private Finding finding(StudyRuns runs) {
        JsonNode counted = runs.results().codeSize();
        if (counted == null) {
            return new Finding.Missing("the code was not counted, which needs the sources");
        }
        if (Stream.of(of, over == null ? of : over)
                .anyMatch(system -> components.stream()
                        .anyMatch(
                                component -> !lines(counted, system, component).isNumber()))) {
            return new Finding.Missing("the count has no " + String.join(", ", components) + " of both systems");
        }
        if (over != null && sum(counted, over) == 0) {
            return new Finding.Missing("the count has no line of " + over + " in " + String.join(", ", components));
        }
        double mine = sum(counted, of);
        String where = String.join(", ", components);
        if (over == null) {
            return new Finding.Measured(new Estimate.Count(mine), Unit.LINES, of + " has {} lines of " + where);
        }
        return new Finding.Measured(
                new Estimate.Count(mine / sum(counted, over)),
                Unit.TIMES,
                of + " has {} the lines of " + over + " in " + where + besides(counted, over));
    }

    private String besides(JsonNode counted, String base) {
        if (beside == null) {
            return "";
        }
        double ratio = lines(counted, of, beside).asDouble()
                / lines(counted, base, beside).asDouble();
        return " (in " + beside + ", library and binding included, " + Numbers.measured(ratio) + " times)";
    }

    private double sum(JsonNode counted, String system) {
        return components.stream()
                .mapToDouble(component -> lines(counted, system, component).asDouble())
                .sum();
    }

    private static JsonNode lines(JsonNode counted, String system, String component) {
        return counted.path("systems").path(system).path(component);
    }
}
