package io.laio.testbed.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Networks that processes have left behind which were killed. A namespace's name tells the process that made it; once that
 * has ended, the network is nobody's. Networks that were made to stay have no such name, and are let alone.
 */
public final class StaleNetworks {
    private final Namespaces namespaces;
    private final LongPredicate alive;

    StaleNetworks(Path directory, Commands commands, LongPredicate alive) {
        this.namespaces = new Namespaces(directory, commands);
        this.alive = alive;
    }

    /**
     * Those of this machine.
     *
     * @return nothing has been looked at yet
     */
    public static StaleNetworks ofThisMachine() {
        return new StaleNetworks(
                EmulatedNetwork.NAMESPACES,
                new SystemCommands(),
                pid -> ProcessHandle.of(pid).isPresent());
    }

    /**
     * What is there. Needs no permission, and no program.
     *
     * @return names of namespaces, as {@code ip netns list} has them; two for each network
     */
    public List<String> find() {
        return stale().stream().flatMap(names -> names.both().stream()).toList();
    }

    /**
     * Ends what still runs in them, and removes them.
     *
     * @return the names of the namespaces that are gone
     * @throws NetworkException if one cannot be removed
     */
    public List<String> remove() throws NetworkException {
        List<String> removed = new ArrayList<>();
        for (NetworkNames names : stale()) {
            try {
                namespaces.endProcesses(names);
                namespaces.remove(names);
            } catch (CommandException e) {
                throw new NetworkException(
                        "a network that a killed process left behind cannot be removed: " + e.getMessage()
                                + "; as root: " + byHand(names.both()),
                        e);
            }
            removed.addAll(names.both());
        }
        return removed;
    }

    /**
     * How to remove namespaces without laio.
     *
     * @param names their names
     * @return a command for a shell
     */
    public static String byHand(List<String> names) {
        return "ip netns del " + String.join(" && ip netns del ", names);
    }

    private List<NetworkNames> stale() {
        return namespaces.owners().stream()
                .filter(names -> names.process().isPresent()
                        && !alive.test(names.process().getAsLong()))
                .toList();
    }
}
