package io.laio.lab.codesize;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of code by system and component. */
public final class CodeSize {
    /** What the paper counts apart. */
    static final List<Component> PARTS =
            List.of(Component.FILE_READ, Component.NAME_CONVERSION, Component.PARTIAL_WRITE_STATE);

    /** What a server consists of without what lies beneath it. */
    static final List<Component> SERVER =
            List.of(Component.FILE_READ, Component.NAME_CONVERSION, Component.PARTIAL_WRITE_STATE, Component.REST);

    private final Map<String, String> systems;
    private final Map<String, Map<Component, Integer>> lines = new LinkedHashMap<>();
    private final Map<Component, Integer> shared = new EnumMap<>(Component.class);

    CodeSize(Map<String, String> systems) {
        this.systems = systems;
        systems.keySet().forEach(system -> lines.put(system, new EnumMap<>(Component.class)));
    }

    void add(Place place, int count) {
        if (place.of().size() > 1) {
            shared.merge(place.component(), count, Integer::sum);
        }
        for (String system : place.of()) {
            Map<Component, Integer> counts = lines.get(system);
            if (counts != null) { // an unknown system is reported with the place that names it
                counts.merge(place.component(), count, Integer::sum);
            }
        }
    }

    /** The systems by the paper's names, with the servers that are those. */
    Map<String, String> systems() {
        return systems;
    }

    /**
     * Lines of some components of a system.
     *
     * @param system the paper's name of it
     * @param components which
     * @return their sum
     */
    public int lines(String system, List<Component> components) {
        Map<Component, Integer> counts = lines.getOrDefault(system, Map.of());
        return components.stream()
                .mapToInt(component -> counts.getOrDefault(component, 0))
                .sum();
    }

    int lines(String system, Component... components) {
        return lines(system, Arrays.asList(components));
    }

    /** Lines of some components that several systems have. */
    int shared(List<Component> components) {
        return components.stream()
                .mapToInt(component -> shared.getOrDefault(component, 0))
                .sum();
    }

    /** Everything that was counted of a system. */
    int all(String system) {
        return lines(system, Component.values());
    }
}
