package io.laio.http.server;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The table of servers: what the modules on the module path provide. */
public final class ServerVariants {
    private ServerVariants() {}

    /**
     * All servers.
     *
     * @return rows by name
     */
    public static List<ServerVariant> all() {
        return ServiceLoader.load(ServerVariant.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ServerVariant::name))
                .toList();
    }

    /**
     * Finds a server.
     *
     * @param name its name
     * @return the server, or nothing
     */
    public static Optional<ServerVariant> named(String name) {
        return all().stream().filter(variant -> variant.name().equals(name)).findFirst();
    }
}
