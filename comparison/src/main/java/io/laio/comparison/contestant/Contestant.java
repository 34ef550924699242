package io.laio.comparison.contestant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A server that takes part: any command that serves a directory on a port.
 *
 * <p>In the command and the files, <code>${home}</code> stands for laio's directory, <code>${docroot}</code> for the
 * documents, <code>${address}</code> and <code>${port}</code> for where to listen, and <code>${directory}</code> for a directory of the run, in which the
 * files are written before the command starts.
 *
 * @param name what it is called in plans and results
 * @param description what it is, for a reader who does not know it
 * @param command program and arguments
 * @param options further arguments by the plan's name for them ({@code engine}, {@code lazy}): each is appended together
 *     with the plan's value
 * @param port how its port is known
 * @param statisticsPath where its statistics are; empty if it keeps none
 * @param connectionPerRequest whether clients open a connection for each request
 * @param files configuration files by name, written afresh for each run
 * @param install how to get it, for those who do not have it; empty if it comes with laio
 * @param version a command that prints which version it is, to be recorded; empty if it comes with laio
 */
public record Contestant(
        String name,
        String description,
        List<String> command,
        Map<String, String> options,
        PortSource port,
        Optional<String> statisticsPath,
        boolean connectionPerRequest,
        Map<String, String> files,
        String install,
        List<String> version) {
    /** Copies lists and maps. */
    public Contestant {
        command = List.copyOf(command);
        options = Map.copyOf(options);
        files = Map.copyOf(files);
        version = List.copyOf(version);
    }

    /**
     * What every contestant's environment has beside this process's. {@code bin/laio} touches a server's heap at the start then:
     * under a memory limit a first touch may have to evict something first, and stop the server for it. Other servers do not
     * know it.
     */
    static final Map<String, String> ENVIRONMENT = Map.of("LAIO_TOUCH_HEAP", "1");

    /**
     * The command as somebody would give it to a shell.
     *
     * @return {@code env}, what the environment needs, and the command; placeholders not yet replaced
     */
    public List<String> wholeCommand() {
        List<String> whole = new ArrayList<>(List.of("env"));
        ENVIRONMENT.forEach((name, value) -> whole.add(name + "=" + value));
        whole.addAll(command);
        return List.copyOf(whole);
    }

    /**
     * Tells one configuration from another.
     *
     * @return SHA-256 of names and content of the configuration files, placeholders not yet replaced, in hexadecimal; empty if it
     *     has none
     */
    public String filesSha256() {
        return files.isEmpty() ? "" : HexFormat.of().formatHex(sha256(new TreeMap<>(files).toString()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /**
     * Whether it needs no installation of its own.
     *
     * @return false for a server from outside
     */
    boolean comesWithLaio() {
        return install.isEmpty();
    }

    /** How a contestant's port is known. */
    public enum PortSource {
        /** The server picks a free one and prints its URL. */
        ANNOUNCED,
        /** A free one is picked for it, and it is ready once it accepts connections there. */
        ALLOCATED
    }

    /**
     * The command with the plan's values for the options that this contestant has.
     *
     * @param values by the plan's name
     * @return program and arguments, placeholders not yet replaced
     */
    public List<String> commandWith(Map<String, String> values) {
        List<String> full = new ArrayList<>(command);
        values.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            String option = options.get(entry.getKey());
            if (option != null) {
                full.add(option);
                full.add(entry.getValue());
            }
        });
        return List.copyOf(full);
    }

    /**
     * The same contestant with some options fixed: they are part of its command, and no plan's values change them.
     *
     * @param fullName what it is called then
     * @param values by the plan's name for the option
     * @return the contestant
     * @throws ContestantException if it does not have one of the options
     */
    Contestant fixed(String fullName, Map<String, String> values) throws ContestantException {
        Map<String, String> free = new HashMap<>(options);
        List<String> full = new ArrayList<>(command);
        for (Map.Entry<String, String> value : values.entrySet()) {
            String option = free.remove(value.getKey());
            if (option == null) {
                throw ContestantException.misdescribed(fullName + ": " + name + " has no option " + value.getKey()
                        + "; there are "
                        + options.keySet().stream().sorted().collect(Collectors.joining(", ")));
            }
            full.addAll(List.of(option, value.getValue()));
        }
        String words = values.entrySet().stream()
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
        return new Contestant(
                fullName,
                description + " Here with " + words + ".",
                full,
                free,
                port,
                statisticsPath,
                connectionPerRequest,
                files,
                install,
                version);
    }

    /** The same contestant, of which more is known. */
    Contestant describedAs(String fuller) {
        return new Contestant(
                name, fuller, command, options, port, statisticsPath, connectionPerRequest, files, install, version);
    }
}
