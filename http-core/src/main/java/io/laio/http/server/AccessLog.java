package io.laio.http.server;

import io.laio.http.connection.Counter;
import io.laio.http.connection.Counters;
import io.laio.http.connection.ResponseLog;
import io.laio.http.protocol.AccessLogLine;
import io.laio.http.protocol.DateLine;
import io.laio.http.protocol.Request;
import io.laio.http.protocol.Status;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SocketAddresses;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.LoggerFactory;

/**
 * A file to which a thread of its own appends lines, because a write to a file can block and nothing tells beforehand. Loops
 * hand lines over; when the thread is {@link #MAX_WAITING_LINES} behind, lines are lost and counted rather than the loop held
 * up.
 */
final class AccessLog implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int MAX_WAITING_LINES = 65_536;
    private static final byte[] END = {};

    private final OutputStream out;
    private final AccessLogLine.Format format;
    private final LinkedBlockingQueue<byte[]> lines = new LinkedBlockingQueue<>(MAX_WAITING_LINES);
    private final Queue<NativeBuffer> loopMemory = new ConcurrentLinkedQueue<>();
    private final Thread writer;

    private AccessLog(OutputStream out, AccessLogLine.Format format) {
        this.out = out;
        this.format = format;
        this.writer = Thread.ofPlatform().name("access-log").start(this::write);
    }

    static AccessLog open(Path file, AccessLogLine.Format format) throws IOException {
        return new AccessLog(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), format);
    }

    private void write() {
        try (BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES)) {
            for (byte[] text = lines.take(); text.length > 0; text = lines.take()) {
                buffered.write(text);
                if (lines.isEmpty()) {
                    buffered.flush();
                }
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(AccessLog.class)
                    .warn("the access log cannot be written any more: {}", e.getMessage());
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After an error: lets the loops go on. */
    private void drain() {
        try {
            byte[] text = lines.take();
            while (text.length > 0) {
                text = lines.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The log as one loop sees it, on the loop's thread. */
    ResponseLog on(Linux linux, DateLine dateLine, Counters counters) {
        return new LoopLog(linux, dateLine, counters);
    }

    /** Writes what was handed over, and closes the file; every loop is over by then. */
    @Override
    public void close() {
        try {
            lines.put(END);
            writer.join();
            loopMemory.forEach(NativeBuffer::close);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class LoopLog implements ResponseLog {
        private static final int LENGTH = 32;

        private final Linux linux;
        private final DateLine dateLine;
        private final Counters counters;
        private final AccessLogLine line = new AccessLogLine(format);
        private final NativeBuffer peer = new NativeBuffer(64);

        LoopLog(Linux linux, DateLine dateLine, Counters counters) {
            this.linux = linux;
            this.dateLine = dateLine;
            this.counters = counters;
            loopMemory.add(peer);
        }

        @Override
        public byte[] clientOf(int fd) {
            long at = peer.address();
            Memory.putInt(at + LENGTH, SocketAddresses.MAX_BYTES);
            if (linux.getpeername(fd, at, at + LENGTH) < 0) {
                return new byte[] {'-'};
            }
            return SocketAddresses.host(at).getHostAddress().getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void sent(byte[] client, Request request, Status status, long bodyBytes) {
            byte[] text = new byte[AccessLogLine.maxBytes(client, request)];
            line.update(dateLine.epochSeconds());
            int end = line.write(text, 0, client, request, status.code(), bodyBytes);
            if (!lines.offer(Arrays.copyOf(text, end))) {
                counters.count(Counter.LOG_LINES_LOST);
            }
        }
    }
}
