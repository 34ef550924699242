package io.laio.http.server;

import java.util.List;

/**
 * A row of the table of servers: a profile, a network strategy and a disk strategy. Found by {@link java.util.ServiceLoader}.
 */
public interface ServerVariant {
    /**
     * What an event loop has open besides connections and documents, at most: its wait, its wake-up, its thread's times, an
     * engine and the engine's own wait.
     */
    int LOOP_DESCRIPTORS = 6;

    /**
     * The server's name, as the study writes it in lower case: server-network-disk.
     *
     * @return for example {@code flash-nb-b}
     */
    String name();

    /**
     * What its columns in the table of servers say.
     *
     * @return a description of the parts
     */
    Description description();

    /**
     * What {@code --engine} may choose from, by name; {@code --lazy} is for the same servers.
     *
     * @return names of engines, best first; none if the server makes no calls through the library
     */
    default List<String> engines() {
        return List.of();
    }

    /**
     * Which of the study's two servers it is built like.
     *
     * @return its profile
     */
    default Profile profile() {
        return Profile.FLASH;
    }

    /**
     * The options that this server has besides those of all servers, in the order of its help.
     *
     * @return options with different names
     */
    default List<ServerOption> options() {
        return List.of();
    }

    /**
     * Whether it runs event loops: only then has it {@code --loops}.
     *
     * @return false for a server with a process or a thread for every connection
     */
    default boolean eventDriven() {
        return true;
    }

    /**
     * How many descriptors the server's process has open at most besides listening sockets, connections and documents: those of
     * its loops, and of helpers. So much less of the limit on open files is left for connections.
     *
     * @param options how the server is started
     * @return descriptors of all loops together
     */
    default int descriptors(ServerOptions options) {
        return options.loops() * LOOP_DESCRIPTORS;
    }

    /**
     * Opens the strategies for one loop, on the loop's thread, in a server that is event-driven.
     *
     * @param context what they are made with
     * @return the strategies
     * @throws UnfitEnvironmentException if the machine cannot run this server; never another strategy in its place
     */
    default LoopIo open(LoopContext context) throws UnfitEnvironmentException {
        throw new UnsupportedOperationException(name() + " has no event loops");
    }

    /**
     * Makes what serves, which the caller starts: event loops, unless the server is another kind.
     *
     * @param context what it serves with
     * @return what serves
     */
    default Workforce workforce(WorkforceContext context) {
        return new EventLoops(
                context, engines().isEmpty() ? "none" : context.options().mode().lazinessWord());
    }

    /**
     * The columns of the table of servers.
     *
     * @param network how it accepts, receives and sends
     * @param disk what it does about what is not in memory
     * @param helpers what works for it besides the loop
     * @param blocksOn what can block the loop
     */
    record Description(String network, String disk, String helpers, String blocksOn) {}
}
