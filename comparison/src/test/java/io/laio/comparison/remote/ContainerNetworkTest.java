package io.laio.comparison.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

final class ContainerNetworkTest {
    /** So what the kernel does for packets counts as noise, as on the loopback interface. */
    @Test
    void itIsNoEmulatedLink() {
        ContainerNetwork network = new ContainerNetwork(InetAddress.getLoopbackAddress());
        assertEquals("containers", network.name());
        assertFalse(network.isEmulated());
    }
}
