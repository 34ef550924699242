package io.laio.comparison.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The name of a server in a plan, which may fix options of it: {@code NAME@OPTION=VALUE}, several one after the other, e.g.
 * {@code flash-nb-amped@readHelpers=16}. So that one server can take part with several settings, each under a name that says
 * which.
 *
 * @param server the contestant's name
 * @param options values by the plan's name for the option, in the order written
 */
public record ServerName(String server, Map<String, String> options) {
    /** Copies the options, keeping their order. */
    public ServerName {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Takes a name apart.
     *
     * @param name the whole name
     * @return its parts; a name that is not of this form is a server's, as a whole
     */
    public static ServerName parse(String name) {
        String[] parts = name.split("@", -1);
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals <= 0 || equals == parts[i].length() - 1) {
                return new ServerName(name, Map.of());
            }
            options.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
        }
        return options.size() < parts.length - 1 ? new ServerName(name, Map.of()) : new ServerName(parts[0], options);
    }
}
