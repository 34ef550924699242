package io.laio.http.server;

import io.laio.http.disk.Disk;
import io.laio.http.loop.Poller;
import io.laio.http.network.Network;

/**
 * The strategies of one loop.
 *
 * @param poller the loop's wait
 * @param network how it accepts, receives and sends
 * @param disk what it does about what is not in memory
 * @param engine what carries out its asynchronous calls, {@code none} if there are none
 * @param engineReason why that is not what was preferred; empty if it is
 */
public record LoopIo(Poller poller, Network network, Disk disk, String engine, String engineReason)
        implements AutoCloseable {
    /**
     * Strategies that make no asynchronous calls.
     *
     * @param poller the loop's wait
     * @param network how it accepts, receives and sends
     * @param disk what it does about what is not in memory
     * @return strategies whose engine is {@code none}
     */
    public static LoopIo withoutEngine(Poller poller, Network network, Disk disk) {
        return new LoopIo(poller, network, disk, "none", "");
    }

    @Override
    public void close() {
        network.close();
        disk.close();
        poller.close();
    }
}
