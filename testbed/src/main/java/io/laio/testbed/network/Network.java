package io.laio.testbed.network;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/** What lies between a server and its clients. Both ends are on this machine. */
public interface Network extends AutoCloseable {
    /** The name of the network that is there without anything being made. */
    String LOOPBACK = "loopback";

    /** The name of the network between containers, which their engine made. */
    String CONTAINERS = "containers";

    /**
     * Its name, as plans and results call it.
     *
     * @return {@code loopback}, {@code containers}, or the name of a {@link LinkModel}
     */
    String name();

    /**
     * Whether it is a link that is emulated, which is work that the machine does in nobody's name.
     *
     * @return false if packets pass what the kernel has anyway
     */
    default boolean isEmulated() {
        return false;
    }

    /**
     * What it is made of, for the results.
     *
     * @return a line of words
     */
    String description();

    /**
     * Where a server listens.
     *
     * @return an address of the server's end
     */
    InetAddress serverAddress();

    /**
     * What a command has to begin with in order to run at the server's end, under the process id that it would have had.
     *
     * @return program and arguments, to be followed by the command's own; empty if it runs there anyway
     */
    default List<String> serverLauncher() {
        return List.of();
    }

    /**
     * Does something at the clients' end: sockets that are made by this thread meanwhile belong there.
     *
     * @param <T> what comes of it
     * @param action what to do, on this thread
     * @return what came of it
     * @throws IOException if the thread cannot get there or back, or the action fails
     */
    default <T> T asClient(Action<T> action) throws IOException {
        return action.perform();
    }

    /**
     * Does something at the server's end: sockets that are made by this thread meanwhile reach the server without a link
     * between, as fast as the machine is. For what makes a server ready, and is not measured.
     *
     * @param <T> what comes of it
     * @param action what to do, on this thread
     * @return what came of it
     * @throws IOException if the thread cannot get there or back, or the action fails
     */
    default <T> T asServer(Action<T> action) throws IOException {
        return action.perform();
    }

    /**
     * Something to do at one end.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Action<T> {
        /**
         * Does it.
         *
         * @return what came of it
         * @throws IOException if it fails
         */
        T perform() throws IOException;
    }

    /**
     * Removes what was made. Whatever ran there must have ended.
     *
     * @throws IOException if something could not be removed; all else was
     */
    @Override
    void close() throws IOException;
}
