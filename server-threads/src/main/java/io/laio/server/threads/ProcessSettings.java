package io.laio.server.threads;

import io.laio.http.connection.ConnectionLimits;
import io.laio.http.protocol.AccessLogLine;
import io.laio.http.protocol.RequestLimits;
import io.laio.http.server.LaioMode;
import io.laio.http.server.ServerOptions;
import io.laio.linux.Memory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the master tells a process with the first message.
 *
 * @param slot its place in the shared memory
 * @param slots how many places that has
 * @param options how the server was started
 */
record ProcessSettings(int slot, int slots, ServerOptions options) {
    /** The longest message: a path has 4096 bytes at most, which are three times as many at worst in a message. */
    static final int MAX_BYTES = 16 * 1024;

    /**
     * Writes them.
     *
     * @param message where {@link #MAX_BYTES} bytes are
     * @return the length in bytes
     */
    int put(long message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(slot);
        out.writeInt(slots);
        putLimits(out, options.limits());
        out.writeInt(options.cacheEntries());
        out.writeInt(options.cacheValidityMillis());
        out.writeBoolean(options.statistics());
        Path log = options.accessLog();
        out.writeUTF(log == null ? "" : log.toAbsolutePath().toString());
        out.writeUTF(options.accessLogFormat().name());
        out.writeInt(options.stopTimeoutMillis());
        Memory.copy(bytes.toByteArray(), 0, message, bytes.size());
        return bytes.size();
    }

    private static void putLimits(DataOutputStream out, ConnectionLimits limits) throws IOException {
        out.writeInt(limits.request().maxRequestLineBytes());
        out.writeInt(limits.request().maxHeaderBytes());
        out.writeInt(limits.request().maxHeaderCount());
        out.writeInt(limits.maxConnections());
        out.writeInt(limits.headerTimeoutMillis());
        out.writeInt(limits.idleTimeoutMillis());
        out.writeInt(limits.responseTimeoutMillis());
        out.writeInt(limits.lingerTimeoutMillis());
    }

    /**
     * Reads them. Address and document root are not in them: the process gets both as descriptors.
     *
     * @param message what {@link #put} has written
     * @param length its length in bytes
     */
    static ProcessSettings get(long message, int length) throws IOException {
        byte[] bytes = new byte[length];
        Memory.copy(message, bytes, 0, length);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int slot = in.readInt();
        int slots = in.readInt();
        ConnectionLimits limits = getLimits(in);
        int cacheEntries = in.readInt();
        int cacheValidityMillis = in.readInt();
        boolean statistics = in.readBoolean();
        String log = in.readUTF();
        AccessLogLine.Format format = AccessLogLine.Format.valueOf(in.readUTF());
        ServerOptions options = new ServerOptions(
                Path.of(""),
                new InetSocketAddress(0),
                1,
                limits,
                cacheEntries,
                cacheValidityMillis,
                LaioMode.DEFAULT,
                statistics,
                log.isEmpty() ? null : Path.of(log),
                format,
                in.readInt(),
                Map.of());
        return new ProcessSettings(slot, slots, options);
    }

    private static ConnectionLimits getLimits(DataInputStream in) throws IOException {
        RequestLimits request = new RequestLimits(in.readInt(), in.readInt(), in.readInt());
        return new ConnectionLimits(request, in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }
}
