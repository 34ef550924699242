package io.laio.comparison.remote;

import io.laio.testbed.network.Network;
import java.io.IOException;
import java.net.InetAddress;

/**
 * The network between containers, which their engine made: this one's end of it.
 *
 * @param serverAddress where a server in this container listens
 */
public record ContainerNetwork(InetAddress serverAddress) implements Network {
    /**
     * The address that this container's own name stands for.
     *
     * @return the network
     * @throws IOException if the name stands for none
     */
    public static ContainerNetwork here() throws IOException {
        return new ContainerNetwork(InetAddress.getLocalHost());
    }

    @Override
    public String name() {
        return CONTAINERS;
    }

    @Override
    public String description() {
        return "the bridge between containers, not limited";
    }

    /** Nothing was made. */
    @Override
    public void close() {
        // the engine's stays
    }
}
