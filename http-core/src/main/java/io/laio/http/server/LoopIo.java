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
 */
public record LoopIo(Poller poller, Network network, Disk disk, String engine) implements AutoCloseable {
    @Override
    public void close() {
        network.close();
        disk.close();
        poller.close();
    }
}
