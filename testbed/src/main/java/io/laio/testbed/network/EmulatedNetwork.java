package io.laio.testbed.network;

import io.laio.linux.Linux;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two network namespaces, joined by a pair of virtual interfaces whose sending is shaped at both ends. Who may make one, and
 * what the kernel needs for it, is what {@link NetworkException} says.
 *
 * <p>For one thread at a time.
 */
public final class EmulatedNetwork implements Network {
    /** Where iproute2 keeps the names of namespaces (ip-netns(8)). */
    static final Path NAMESPACES = Path.of("/run/netns");

    private final LinkModel model;
    private final NetworkNames names;
    private final Commands commands;
    private final Deque<List<String>> undo = new ArrayDeque<>();
    private String shaper = "";

    private EmulatedNetwork(LinkModel model, NetworkNames names, Commands commands) {
        this.model = model;
        this.names = names;
        this.commands = commands;
    }

    /**
     * Makes a network that this process will remove, or whoever finds it after this process has ended.
     *
     * @param model what it is like
     * @param cpus who handles what arrives
     * @param commands runs iproute2's programs
     * @return the network, to be closed
     * @throws NetworkException if it cannot be made; nothing is left of it
     */
    public static EmulatedNetwork make(LinkModel model, EndCpus cpus, Commands commands) throws NetworkException {
        return make(model, NetworkNames.of(ProcessHandle.current().pid()), cpus, commands);
    }

    static EmulatedNetwork make(LinkModel model, NetworkNames names, EndCpus cpus, Commands commands)
            throws NetworkException {
        EmulatedNetwork network = new EmulatedNetwork(model, names, commands);
        try {
            for (Step step : LinkSteps.of(model, names, cpus)) {
                network.take(step);
            }
            network.shaper = network.run(
                    List.of("tc", "-n", names.server(), "qdisc", "show", "dev", LinkSteps.DEVICE), "it takes iproute2");
            return network;
        } catch (NetworkException | RuntimeException e) {
            network.unwindAfter(e);
            throw e;
        }
    }

    private void take(Step step) throws NetworkException {
        run(step.command(), step.remedy());
        if (!step.undo().isEmpty()) {
            undo.push(step.undo());
        }
    }

    private String run(List<String> command, String remedy) throws NetworkException {
        try {
            return commands.run(command).strip();
        } catch (CommandException e) {
            String mended = e.isAbsent() ? "install iproute2 (Debian, Ubuntu: apt-get install iproute2)" : remedy;
            throw new NetworkException(
                    "the network " + model.name() + " cannot be made: " + e.getMessage() + "; " + mended, e);
        }
    }

    private void unwindAfter(Exception cause) {
        try {
            close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public boolean isEmulated() {
        return true;
    }

    @Override
    public String description() {
        return model.words() + "; two network namespaces, a veth pair, at both ends " + shaper;
    }

    @Override
    public InetAddress serverAddress() {
        return LinkSteps.SERVER;
    }

    /** nsenter(1) becomes the program, and changes the network alone; {@code ip netns exec} would mount another /sys too. */
    @Override
    public List<String> serverLauncher() {
        return List.of("nsenter", "--net=" + NAMESPACES.resolve(names.server()), "--");
    }

    @Override
    public <T> T asClient(Action<T> action) throws IOException {
        return visit(names.client(), action);
    }

    /** The server's address is the namespace's own, to which the kernel goes by its loopback interface. */
    @Override
    public <T> T asServer(Action<T> action) throws IOException {
        return visit(names.server(), action);
    }

    private static <T> T visit(String namespace, Action<T> action) throws IOException {
        return new NamespaceVisit(NAMESPACES.resolve(namespace)).during(Linux.open(), action);
    }

    /** Takes back whatever was made, the last first. */
    @Override
    public void close() throws NetworkException {
        @Nullable NetworkException failure = null;
        while (!undo.isEmpty()) {
            try {
                commands.run(undo.pop());
            } catch (CommandException e) {
                NetworkException next = new NetworkException(
                        "the network " + model.name() + " cannot be removed: " + e.getMessage()
                                + "; see: ip netns list",
                        e);
                if (failure == null) {
                    failure = next;
                } else {
                    failure.addSuppressed(next);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
