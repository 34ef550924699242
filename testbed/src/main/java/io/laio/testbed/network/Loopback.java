package io.laio.testbed.network;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

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

    @Override
    public List<String> serverLauncher() {
        return List.of();
    }

    @Override
    public <T> T asClient(Action<T> action) throws IOException {
        return action.perform();
    }

    /** Nothing was made. */
    @Override
    public void close() {
        // the interface stays
    }
}
