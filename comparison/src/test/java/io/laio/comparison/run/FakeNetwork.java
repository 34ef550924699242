package io.laio.comparison.run;

import io.laio.testbed.network.Loopback;
import io.laio.testbed.network.Network;
import java.net.InetAddress;

/** A link that is loopback but for what a test changes. */
interface FakeNetwork extends Network {
    @Override
    default String name() {
        return "fake";
    }

    @Override
    default String description() {
        return "as a test wants it";
    }

    @Override
    default InetAddress serverAddress() {
        return new Loopback().serverAddress();
    }

    /** Nothing was made. */
    @Override
    default void close() {}
}
