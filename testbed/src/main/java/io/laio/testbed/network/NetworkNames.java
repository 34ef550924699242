package io.laio.testbed.network;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a network's two namespaces: {@code laio-}, whose it is, and which end. It is a process's, by its id, and ends
 * with that; or it was made to stay, and then has the name of its link, which begins with a letter.
 *
 * @param owner a process id, or a link's name
 */
record NetworkNames(String owner) {
    private static final Pattern FORM = Pattern.compile("laio-([a-z0-9][a-z0-9-]*)-(?:server|client)");

    /** Of a network that ends with a process. */
    static NetworkNames of(long pid) {
        return new NetworkNames(Long.toString(pid));
    }

    /** Of a network that stays. */
    static NetworkNames of(LinkModel model) {
        return new NetworkNames(model.name());
    }

    /** Whose a namespace is; nobody's whom we know if it is not named like ours. */
    static List<NetworkNames> parse(String namespace) {
        Matcher matcher = FORM.matcher(namespace);
        return matcher.matches() ? List.of(new NetworkNames(matcher.group(1))) : List.of();
    }

    String server() {
        return "laio-" + owner + "-server";
    }

    String client() {
        return "laio-" + owner + "-client";
    }

    List<String> both() {
        return List.of(server(), client());
    }

    /** The process that it ends with. */
    OptionalLong process() {
        return owner.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(owner)) : OptionalLong.empty();
    }
}
