package io.laio.testbed.network;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Networks that stay until somebody removes them, for experiments by hand. There is one at most of each link. */
public final class KeptNetworks {
    /** Where the server's end of any network is. */
    public static final InetAddress SERVER = LinkSteps.SERVER;

    /** Where the clients' end of any network is. */
    public static final InetAddress CLIENT = LinkSteps.CLIENT;

    private final Namespaces namespaces;
    private final Commands commands;

    KeptNetworks(Path directory, Commands commands) {
        this.namespaces = new Namespaces(directory, commands);
        this.commands = commands;
    }

    /**
     * Those of this machine.
     *
     * @return nothing has been looked at yet
     */
    public static KeptNetworks ofThisMachine() {
        return new KeptNetworks(EmulatedNetwork.NAMESPACES, new SystemCommands());
    }

    /**
     * A network that is there.
     *
     * @param owner the link's name, or the id of the process whose network it is
     * @param server namespace of the server's end
     * @param client namespace of the clients' end
     * @param process whether it is a process's, and ends with that
     */
    public record Entry(String owner, String server, String client, boolean process) {}

    /**
     * All networks that there are, those of processes too.
     *
     * @return in alphabetical order
     */
    public List<Entry> list() {
        return namespaces.owners().stream()
                .map(names -> new Entry(
                        names.owner(),
                        names.server(),
                        names.client(),
                        names.process().isPresent()))
                .toList();
    }

    /**
     * Makes one.
     *
     * @param model what it is like
     * @return the network; closing it removes it, and leaving it open makes it stay
     * @throws NetworkException if it is there already or cannot be made; nothing else is left of it
     */
    public EmulatedNetwork up(LinkModel model) throws NetworkException {
        if (namespaces.owners().contains(NetworkNames.of(model))) {
            throw new NetworkException("the network " + model.name() + " is up already; bin/laio network down "
                    + model.name() + " removes it");
        }
        return EmulatedNetwork.make(model, NetworkNames.of(model), EndCpus.firstTwo(), commands);
    }

    /**
     * Removes one.
     *
     * @param name the link's name
     * @return false if there is none
     * @throws NetworkException if something runs in it, or it cannot be removed
     */
    public boolean down(String name) throws NetworkException {
        NetworkNames names = new NetworkNames(name);
        if (!namespaces.owners().contains(names) || names.process().isPresent()) {
            return false;
        }
        try {
            requireIdle(names);
            namespaces.remove(names);
            return true;
        } catch (CommandException e) {
            throw new NetworkException(
                    "the network " + name + " cannot be removed: " + e.getMessage() + "; it takes root and iproute2",
                    e);
        }
    }

    private void requireIdle(NetworkNames names) throws CommandException, NetworkException {
        List<ProcessHandle> running = namespaces.processes(names);
        if (!running.isEmpty()) {
            String pids = running.stream()
                    .map(process -> Long.toString(process.pid()))
                    .collect(Collectors.joining(" "));
            throw new NetworkException("the network " + names.owner() + " is in use by processes " + pids
                    + "; end them first: kill " + pids);
        }
    }
}
