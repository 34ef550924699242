package io.laio.workload.describe;

import io.laio.workload.synth.Synthesizer;
import java.util.Map;
import java.util.OptionalDouble;

/** What a trace was made to have, from its header's parameters: {@code VALUE} or {@code VALUE [MARK]}. */
record Asked(Map<String, String> parameters) {
    /** The value, if it is there and a number. */
    OptionalDouble value(String name) {
        String text = parameters.getOrDefault(name, "").split(" ", 2)[0];
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /** A value of the model that grows with the scale. */
    OptionalDouble scaled(String name) {
        OptionalDouble value = value(name);
        OptionalDouble scale = value(Synthesizer.SCALE);
        return value.isPresent() && scale.isPresent()
                ? OptionalDouble.of(value.getAsDouble() * scale.getAsDouble())
                : OptionalDouble.empty();
    }

    /** {@code S}, {@code P}, {@code R} or {@code U} (PAPER.md); empty if there is none. */
    String mark(String name) {
        String text = parameters.getOrDefault(name, "");
        int open = text.lastIndexOf('[');
        return open >= 0 && text.endsWith("]") ? text.substring(open + 1, text.length() - 1) : "";
    }
}
