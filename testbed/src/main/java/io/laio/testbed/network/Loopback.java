package io.laio.testbed.network;

import java.net.InetAddress;

/** The machine's loopback interface: as fast as memory, and there already. */
public record Loopback() implements Network {
    @Override
    public String name() {
        return LOOPBACK;
    }

    @Override
    public String description() {
        return "loopback interface, not limited";
    }

    @Override
    public InetAddress serverAddress() {
        return InetAddress.getLoopbackAddress();
    }

    /** Nothing was made. */
    @Override
    public void close() {
        // the interface stays
    }
}
