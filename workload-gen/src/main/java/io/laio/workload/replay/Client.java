package io.laio.workload.replay;

import io.laio.linux.Errno;
import io.laio.workload.replay.Recorder.Timing;
import io.laio.workload.trace.RequestSequence;
import java.io.IOException;
import java.util.Objects;

/**
 * One simulated client: takes a sequence, makes its requests one after the other, takes the next.
 *
 * <pre>
 *            next request                 all sent               head read              content read
 *   begin ---------------> SENDING ---------------> HEAD ---------------> BODY ---------------> (record)
 *     ^    (connects first    |                      |                     |                       |
 *     |     if it must)       +------- failure ------+---------------------+--> (record, close)    |
 *     +----------------------------------------------------------------------------- ... ----------+
 *                                             no more sequences: IDLE
 * </pre>
 *
 * <p>A connection lasts for a sequence or, if the plan says so, for a request; also, it is begun anew after a failure and
 * when the server closes it. A failed request is not tried again. Belongs to one thread.
 */
final class Client {
    private static final byte[] NOTHING = {};
    private static final int CLOSED = -1;

    private final Session session;
    private final Network network;
    private final int token;
    private final RequestSequence sequence = new RequestSequence();
    private final Exchange exchange = new Exchange();
    private final Timing timing = new Timing();
    private State state = State.IDLE;
    private int position;
    private int fd = CLOSED;
    private boolean connecting;
    private int sentBytes;
    private byte[] headSoFar = NOTHING;
    private boolean ending;

    Client(Session session, int token) {
        this.session = session;
        this.network = session.network;
        this.token = token;
    }

    private enum State {
        IDLE,
        SENDING,
        HEAD,
        BODY
    }

    /** Takes the first sequence. */
    void start(long nowNanos) throws IOException {
        advance(nowNanos);
    }

    /** Whether a request is under way. */
    boolean active() {
        return state != State.IDLE;
    }

    /** Something happened to the connection. */
    void ready(int flags) throws IOException {
        ending = (flags & Network.ENDING) != 0;
        switch (state) {
            case SENDING -> resumeSending(flags);
            case HEAD -> {
                if ((flags & Network.READABLE) != 0) {
                    receiveHead();
                }
            }
            case BODY -> {
                if ((flags & Network.READABLE) != 0) {
                    receiveBody();
                }
            }
            case IDLE -> {
                // Closed since the wait began.
            }
        }
    }

    /** Fails the request under way if it has taken too long. */
    void checkDeadline(long nowNanos, long timeoutNanos) throws IOException {
        if (active() && nowNanos - timing.begunNanos > timeoutNanos) {
            boolean connectingStill = state == State.SENDING && connecting;
            fail(connectingStill ? FailureClass.CONNECT_TIMEOUT : FailureClass.TIMEOUT, "in state " + state);
        }
    }

    /** Lets go of the connection, whatever is under way. */
    void abandon() {
        close();
        state = State.IDLE;
    }

    /** Begins requests until one is under way, or there are no more. */
    private void advance(long nowNanos) throws IOException {
        long intended = nowNanos;
        while (nextRequest()) {
            if (begin(intended)) {
                return;
            }
            intended = System.nanoTime();
        }
        abandon();
    }

    private boolean nextRequest() throws IOException {
        position++;
        if (position < sequence.size()) {
            return !session.stopped();
        }
        close();
        position = 0;
        return session.nextSequence(sequence);
    }

    /** True if the request is under way, false if it has failed and was recorded. */
    private boolean begin(long intendedNanos) throws IOException {
        exchange.begin(session.requests, sequence, position, session.beginRequest());
        headSoFar = NOTHING;
        sentBytes = 0;
        state = State.SENDING;
        timing.intendedNanos = intendedNanos;
        timing.begunNanos = System.nanoTime();
        timing.sentNanos = timing.begunNanos;
        return fd == CLOSED ? connect() && send() : send();
    }

    private boolean connect() throws IOException {
        fd = network.open(token);
        connecting = true;
        int result = network.connect(fd);
        if (result == 0 || result == -Errno.EINPROGRESS) {
            return true;
        }
        recordFailure(connectFailure(-result), "connect: " + Errno.describe(-result));
        return false;
    }

    /** What the server did before it was asked will not be reported again, so it is looked at as soon as possible. */
    private void resumeSending(int flags) throws IOException {
        if (!send()) {
            advance(System.nanoTime());
        } else if (state == State.HEAD && (flags & Network.READABLE) != 0) {
            receiveHead();
        }
    }

    /** Sends what has not been sent; false if that failed and was recorded. */
    private boolean send() {
        Requests requests = session.requests;
        requests.select(sequence, position);
        if (connecting || sentBytes > 0) {
            timing.sentNanos = System.nanoTime();
        }
        while (sentBytes < requests.length()) {
            long sent = network.send(fd, requests.address() + sentBytes, requests.length() - sentBytes);
            // On a socket that is still connecting the answer is EAGAIN, or why it cannot connect.
            if (sent == -Errno.EAGAIN) {
                return true;
            }
            if (sent < 0) {
                recordFailure(sendFailure((int) -sent), "send: " + Errno.describe((int) -sent));
                return false;
            }
            connected();
            sentBytes += (int) sent;
        }
        state = State.HEAD;
        return true;
    }

    private void connected() {
        if (connecting) {
            connecting = false;
            session.recorder.connected(timing.sentNanos - timing.begunNanos);
        }
    }

    private void receiveHead() throws IOException {
        ReceiveBuffer buffer = session.buffer;
        long received;
        do {
            received = network.receive(fd, buffer.address(), ReceiveBuffer.HEAD_BYTES);
            if (received == -Errno.EAGAIN) {
                return;
            }
            if (received <= 0) {
                broken(received);
                return;
            }
            buffer.assembleHead(headSoFar, (int) received);
            if (!parseHead(received)) {
                return;
            }
        } while (state == State.HEAD && mayHaveMore(received, ReceiveBuffer.HEAD_BYTES));
        if (state == State.BODY) {
            continueBody(mayHaveMore(received, ReceiveBuffer.HEAD_BYTES));
        }
    }

    /** Moves on to the body if the head is complete; false if it is none, and was recorded. */
    private boolean parseHead(long received) throws IOException {
        ReceiveBuffer buffer = session.buffer;
        ResponseHead head = session.head;
        int from = 0;
        while (true) {
            switch (head.parse(buffer.head(), from, buffer.headLength())) {
                case INCOMPLETE -> {
                    headSoFar = buffer.keepHead(from);
                    return true;
                }
                case MALFORMED -> {
                    fail(FailureClass.MALFORMED_RESPONSE, head.defect());
                    return false;
                }
                case COMPLETE -> {
                    // 100 and its like announce another head (RFC 9110, section 15.2); 101 was not asked for.
                    if (head.status() < 200 && head.status() != 101) {
                        from = head.end();
                    } else {
                        return takeHead(received);
                    }
                }
            }
        }
    }

    private boolean takeHead(long received) throws IOException {
        ReceiveBuffer buffer = session.buffer;
        session.recorder.status(session.head.status());
        if (!exchange.head(session.head)) {
            fail(Objects.requireNonNull(exchange.failure()), exchange.detail());
            return false;
        }
        state = State.BODY;
        int content = buffer.headLength() - session.head.end();
        exchange.content(buffer.memory(received - content, content), content);
        return true;
    }

    private void continueBody(boolean mayHaveMore) throws IOException {
        if (exchange.remainingBytes() == 0) {
            complete();
        } else if (mayHaveMore) {
            receiveBody();
        }
    }

    private void receiveBody() throws IOException {
        while (exchange.remainingBytes() > 0) {
            long wanted = wantedBytes();
            long received = exchange.verified()
                    ? network.receive(fd, session.buffer.address(), wanted)
                    : network.discard(fd, wanted);
            if (received == -Errno.EAGAIN) {
                return;
            }
            if (received <= 0) {
                endOfBody(received);
                return;
            }
            if (exchange.verified()) {
                exchange.content(session.buffer.memory(), received);
            } else {
                exchange.discarded(received);
            }
            if (exchange.remainingBytes() > 0 && !mayHaveMore(received, wanted)) {
                return;
            }
        }
        complete();
    }

    /** One byte more than should come: if it does come, the response is too long. */
    private long wantedBytes() {
        long remaining = exchange.remainingBytes();
        long wanted = remaining == Long.MAX_VALUE ? remaining : remaining + 1;
        return Math.min(wanted, exchange.verified() ? session.buffer.capacity() : Integer.MAX_VALUE);
    }

    /** A short count means that the socket is empty, and the next edge will come; unless the last one has been. */
    private boolean mayHaveMore(long received, long wanted) {
        return received == wanted || ending;
    }

    private void endOfBody(long received) throws IOException {
        if (received == 0 && exchange.endedByClose()) {
            complete();
        } else {
            broken(received);
        }
    }

    /** The connection ended, in order (0) or with an error, before the response did. */
    private void broken(long received) throws IOException {
        if (received == 0) {
            fail(FailureClass.CLOSED_EARLY, exchange.receivedBytes() + " bytes of content received, in state " + state);
        } else {
            fail(FailureClass.RESET, "recv: " + Errno.describe((int) -received));
        }
    }

    private void complete() throws IOException {
        long now = System.nanoTime();
        FailureClass failure = exchange.failure();
        if (failure != null) {
            record(failure, exchange.detail());
        } else {
            session.recorder.answered(exchange, timing, now);
        }
        if (exchange.lastOnConnection() || ending || session.plan.connectionPerRequest()) {
            close();
        }
        advance(now);
    }

    private void fail(FailureClass failure, String detail) throws IOException {
        recordFailure(failure, detail);
        advance(System.nanoTime());
    }

    private void recordFailure(FailureClass failure, String detail) {
        record(failure, detail);
        close();
    }

    private void record(FailureClass failure, String detail) {
        session.recorder.failed(failure, exchange, session.requests.document(exchange.document()), detail);
        session.checkFailures();
    }

    private FailureClass sendFailure(int errno) {
        return connecting ? connectFailure(errno) : FailureClass.RESET;
    }

    private static FailureClass connectFailure(int errno) {
        return switch (errno) {
            case Errno.ECONNREFUSED -> FailureClass.CONNECT_REFUSED;
            case Errno.ETIMEDOUT -> FailureClass.CONNECT_TIMEOUT;
            default -> FailureClass.CONNECT_FAILED;
        };
    }

    private void close() {
        if (fd != CLOSED) {
            network.close(fd);
            fd = CLOSED;
            connecting = false;
        }
    }
}
