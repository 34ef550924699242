package io.laio.workload.replay;

import io.laio.linux.Errno;
import io.laio.workload.replay.Recorder.Timing;

/**
 * Reads one response after the other from a client's connection, and lets the {@link Exchange} judge it.
 *
 * <p>A short count means that the socket is empty and that another event will come (see {@link Network}), unless the
 * connection has ended: then everything is read at once. Content that is not verified is discarded without being copied.
 * Belongs to one thread.
 */
final class ResponseReader {
    private static final byte[] NOTHING = {};
    private static final double NANOS_PER_MILLI = 1e6;

    private final Network network;
    private final ReceiveBuffer buffer;
    private final ResponseHead head;
    private final Recorder recorder;
    private final Exchange exchange;
    private final Timing timing;
    private final ServerClock clock;
    private final ChunkDecoder chunks;
    private byte[] headSoFar = NOTHING;
    private Progress progress = Progress.HEAD;
    private boolean untouched;

    ResponseReader(Session session, Exchange exchange, Timing timing) {
        this.network = session.network;
        this.buffer = session.buffer;
        this.head = session.head;
        this.recorder = session.recorder;
        this.exchange = exchange;
        this.timing = timing;
        this.clock = session.clock;
        this.chunks = new ChunkDecoder(exchange, session.buffer);
    }

    private enum Progress {
        HEAD,
        CONTENT,
        /** Complete, or failed in a way that leaves nothing to read. */
        DONE
    }

    /** What is read from now on is the answer to a new request. */
    void begin() {
        headSoFar = NOTHING;
        progress = Progress.HEAD;
        untouched = true;
        chunks.begin();
    }

    /** Whether nothing of the answer has come yet. */
    boolean isUntouched() {
        return untouched;
    }

    /** Reads what has come; true if the response is complete or has failed, false if the rest is still to come. */
    boolean read(int fd, boolean ending) {
        boolean more = true;
        while (more && progress == Progress.HEAD) {
            more = readHead(fd) || ending;
        }
        while (more && progress == Progress.CONTENT) {
            more = readContent(fd) || ending;
        }
        return progress == Progress.DONE;
    }

    /** Reads once; true if there may be more in the socket. */
    private boolean readHead(int fd) {
        long received = network.receive(fd, buffer.address(), ReceiveBuffer.HEAD_BYTES);
        if (received <= 0) {
            ended(received);
            return false;
        }
        untouched = false;
        buffer.assembleHead(headSoFar, (int) received);
        parse(received);
        return received == ReceiveBuffer.HEAD_BYTES;
    }

    private void parse(long received) {
        int from = 0;
        ResponseHead.Parse parse = head.parse(buffer.head(), from, buffer.headLength());
        while (parse == ResponseHead.Parse.COMPLETE && isInterim()) {
            from = head.end();
            parse = head.parse(buffer.head(), from, buffer.headLength());
        }
        switch (parse) {
            case INCOMPLETE -> headSoFar = buffer.keepHead(from);
            case MALFORMED -> abort(FailureClass.MALFORMED_RESPONSE, head.defect());
            case COMPLETE -> takeHead(received);
        }
    }

    /** 100 and its like announce another head (RFC 9110, section 15.2); nobody asked for 101. */
    private boolean isInterim() {
        return head.status() < 200 && head.status() != 101;
    }

    private void takeHead(long received) {
        recorder.status(head.status());
        if (exchange.verified()) {
            compareClocks(head.dateMillis());
        }
        progress = exchange.head(head) ? Progress.CONTENT : Progress.DONE;
        int content = buffer.headLength() - head.end();
        if (progress == Progress.CONTENT) {
            takeContent(received - content, content);
        }
    }

    private void compareClocks(long dateMillis) {
        if (dateMillis != HttpDate.NONE) {
            long now = System.currentTimeMillis(); // and up to a millisecond more
            clock.sample(dateMillis, now - (System.nanoTime() - timing.sentNanos) / NANOS_PER_MILLI, now + 1.0);
        }
    }

    /** Reads once; true if there may be more in the socket. */
    private boolean readContent(int fd) {
        boolean kept = exchange.verified() || exchange.chunked();
        // One byte more than should come: if it does come, the response is too long.
        long remaining = exchange.remainingBytes();
        long wanted = remaining == Exchange.UNKNOWN ? remaining : remaining + 1;
        wanted = Math.min(wanted, kept ? buffer.capacity() : Integer.MAX_VALUE);
        long received = kept ? network.receive(fd, buffer.address(), wanted) : network.discard(fd, wanted);
        if (received <= 0) {
            ended(received);
            return false;
        }
        takeContent(0, received);
        return received == wanted;
    }

    private void takeContent(long from, long length) {
        if (exchange.chunked()) {
            takeChunks(from, length);
            return;
        }
        if (exchange.verified()) {
            exchange.content(buffer.memory(from, length), length);
        } else {
            exchange.discarded(length);
        }
        if (exchange.remainingBytes() == 0) {
            progress = Progress.DONE;
        }
    }

    private void takeChunks(long from, long length) {
        long taken = chunks.take(from, length);
        if (chunks.malformed()) {
            abort(FailureClass.MALFORMED_RESPONSE, "no chunk where one should be");
        } else if (chunks.done()) {
            exchange.endedByChunk(length - taken);
            progress = Progress.DONE;
        }
    }

    /** Nothing was received: there is nothing yet, or the connection ended, in order (0) or with an error. */
    private void ended(long received) {
        if (received == -Errno.EAGAIN) {
            return;
        }
        if (received < 0) {
            abort(FailureClass.RESET, "recv: " + Errno.describe((int) -received));
        } else if (progress == Progress.CONTENT && exchange.endedByClose()) {
            progress = Progress.DONE;
        } else {
            abort(FailureClass.CLOSED_EARLY, exchange.receivedBytes() + " bytes of content had come");
        }
    }

    private void abort(FailureClass failure, String detail) {
        exchange.abort(failure, detail);
        progress = Progress.DONE;
    }
}
