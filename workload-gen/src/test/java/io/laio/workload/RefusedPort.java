package io.laio.workload;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port that nobody else can take while this is open, and that does not listen: every connection is refused. */
public final class RefusedPort implements AutoCloseable {
    private final Socket holder = new Socket();

    public RefusedPort() throws IOException {
        holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), holder.getLocalPort());
    }

    public String url() {
        return "http://localhost:" + holder.getLocalPort() + "/";
    }

    @Override
    public void close() throws IOException {
        holder.close();
    }
}
