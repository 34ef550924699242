package io.laio.workload.replay;

import io.laio.linux.Errno;
import io.laio.workload.replay.Recorder.Timing;
import io.laio.workload.trace.RequestSequence;
import java.io.IOException;

/**
 * One simulated client: takes a sequence, makes its requests one after the other, takes the next.
 *
 * <pre>
 *              request begun              all sent             response complete
 *   (advance) ---------------> SENDING ---------------> RECEIVING ---------------> (finish) ---> (advance)
 *     | |  ^   connects first    |                          |                         ^
 *     | |  |   if it must        +-------- failure ---------+-------------------------+
 *     | |  |its moment
 *     | |  |has come
 *     | |  +------ WAITING
 *     | +------------^   the request's moment is yet to come
 *     | (advance) <--- PAUSED <--- the request failed as soon as it was begun: the next is begun in the loop's next turn
 *     +--- no more sequences ---> IDLE
 * </pre>
 *
 * <p>A connection lasts for a sequence or, if the plan says so, for a request; also, it is begun anew after a failure that
 * broke it and when the server closes it, be it between two requests. A failed request is not tried again. One that was
 * sent on a connection while the server was closing it has not failed: no server can close between two requests without that chance, so
 * it is made again, once, on a new connection (RFC 9112, section 9.3.1; all requests of a trace are idempotent), and counted.
 * Belongs to one thread.
 */
final class Client {
    private static final int CLOSED = -1;

    private final Session session;
    private final Network network;
    private final int token;
    private final RequestSequence sequence = new RequestSequence();
    private final Exchange exchange = new Exchange();
    private final Timing timing = new Timing();
    private final ResponseReader reader;
    private State state = State.IDLE;
    private long sequenceNumber;
    private int position;
    private int fd = CLOSED;
    private boolean reused;
    private boolean connecting;
    private boolean ending;
    private int sentBytes;

    /** The token is what the network's events for this client carry. */
    Client(Session session, int token) {
        this.session = session;
        this.network = session.network;
        this.token = token;
        this.reader = new ResponseReader(session, exchange, timing);
    }

    private enum State {
        IDLE,
        WAITING,
        PAUSED,
        SENDING,
        RECEIVING
    }

    /** Takes the first sequence. */
    void start(long nowNanos) throws IOException {
        session.active++;
        advance(nowNanos);
    }

    /** The moment that the client waits for has come: that of its request, or the loop's next turn. */
    void due() throws IOException {
        if (state == State.PAUSED) {
            advance(System.nanoTime());
        } else if (!begin(timing.intendedNanos)) {
            finishAndPause();
        }
    }

    /** Something happened to the connection. */
    void ready(int flags) throws IOException {
        ending = (flags & Network.ENDING) != 0;
        if (state == State.WAITING || state == State.PAUSED) {
            if ((flags & Network.READABLE) != 0) {
                close(); // nothing was asked for: the server has closed it, or has spoiled it
            }
            return;
        }
        boolean finished = state == State.SENDING && !send() && !madeAgain();
        // What the server did before all was sent will not be reported again, so it is looked at now.
        if (state == State.RECEIVING && (flags & Network.READABLE) != 0) {
            finished = reader.read(fd, ending) && !madeAgain();
        }
        if (finished) {
            finishAndAdvance();
        }
    }

    /** Fails the request under way if it has taken too long. */
    void checkDeadline(long nowNanos, long timeoutNanos) throws IOException {
        if (isUnderWay() && nowNanos - timing.begunNanos > timeoutNanos) {
            exchange.abort(connecting ? FailureClass.CONNECT_TIMEOUT : FailureClass.TIMEOUT, "no answer in time");
            finishAndAdvance();
        }
    }

    /** Tells of the requests of its sequence that were due by a moment and have not been begun. */
    void tellUnmade(long endNanos) {
        if (state == State.WAITING && timing.intendedNanos - endNanos <= 0) {
            session.recorder.unmade(timing.intendedNanos, endNanos);
        }
        if (state != State.IDLE) {
            session.tellUnmade(sequence, position + 1, timing.intendedNanos, endNanos);
        }
    }

    /** Lets go of the connection, whatever is under way. */
    void abandon(long nowNanos) {
        close();
        if (isUnderWay()) {
            session.recorder.abandoned(timing, nowNanos);
        }
        if (state != State.IDLE) {
            session.active--;
        }
        state = State.IDLE;
    }

    private boolean isUnderWay() {
        return state == State.SENDING || state == State.RECEIVING;
    }

    private void finishAndAdvance() throws IOException {
        long now = System.nanoTime();
        finish(now);
        advance(now);
    }

    /** Begins the next request, or waits for its moment; idle if there are no more. */
    private void advance(long nowNanos) throws IOException {
        if (session.stopped()) {
            state = State.PAUSED; // what is left of its sequence is still to be told of
            return;
        }
        state = State.WAITING;
        if (!nextRequest()) {
            abandon(nowNanos);
            return;
        }
        timing.intendedNanos = session.schedule.intended(sequence, position, timing.intendedNanos, nowNanos);
        if (timing.intendedNanos - nowNanos > 0) {
            session.alarms.set(token, timing.intendedNanos);
        } else if (!begin(nowNanos)) {
            finishAndPause();
        }
    }

    /** What fails at once could go on failing for the whole trace: in between others have their turn, and the clock. */
    private void finishAndPause() {
        long now = System.nanoTime();
        finish(now);
        state = State.PAUSED;
        session.alarms.set(token, now);
    }

    private boolean nextRequest() throws IOException {
        position++;
        if (position < sequence.size()) {
            return true;
        }
        close();
        position = 0;
        boolean more = session.nextSequence(sequence);
        sequenceNumber = session.sequenceNumber();
        return more;
    }

    /** True if the request is under way, false if it has failed already; it could have been begun at a moment. */
    private boolean begin(long possibleNanos) throws IOException {
        reused = fd != CLOSED;
        timing.possibleNanos = possibleNanos;
        timing.begunNanos = System.nanoTime();
        timing.sentNanos = timing.begunNanos;
        expectAnswer();
        session.recorder.begun(timing, session.atEnd());
        return reused ? send() || madeAgain() : connect(timing.begunNanos) && send();
    }

    private void expectAnswer() {
        exchange.begin(session.requests, sequence, position, session.verifies(sequenceNumber, position));
        reader.begin();
        sentBytes = 0;
        state = State.SENDING;
    }

    /** True if the server had closed the connection before it began to answer, and the request is under way on a new one. */
    private boolean madeAgain() throws IOException {
        FailureClass failure = exchange.failure();
        boolean closed = failure == FailureClass.CLOSED_EARLY || failure == FailureClass.RESET;
        if (!closed || !reused || !reader.isUntouched()) {
            return false;
        }
        close();
        reused = false;
        expectAnswer();
        session.recorder.madeAgain();
        return connect(System.nanoTime()) && send();
    }

    private boolean connect(long nowNanos) throws IOException {
        timing.connectNanos = nowNanos;
        fd = network.open(token);
        connecting = true;
        int result = network.connect(fd);
        if (result == 0 || result == -Errno.EINPROGRESS) {
            return true;
        }
        exchange.abort(connectFailure(-result), "connect: " + Errno.describe(-result));
        return false;
    }

    /** Sends what has not been sent; false if that failed. */
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
                int errno = (int) -sent;
                exchange.abort(
                        connecting ? connectFailure(errno) : FailureClass.RESET, "send: " + Errno.describe(errno));
                return false;
            }
            connected();
            sentBytes += (int) sent;
        }
        state = State.RECEIVING;
        return true;
    }

    private void connected() {
        if (connecting) {
            connecting = false;
            session.recorder.connected(timing.sentNanos - timing.connectNanos);
        }
    }

    /** Notes down how the request went, and closes the connection if it cannot be used again. */
    private void finish(long nowNanos) {
        FailureClass failure = exchange.failure();
        if (failure == null) {
            session.recorder.answered(exchange, timing, nowNanos);
        } else {
            session.recorder.failed(failure, exchange, session.requests.document(exchange.document()), nowNanos);
            session.checkFailures();
        }
        if (exchange.lastOnConnection() || ending || session.manner.connectionPerRequest()) {
            close();
        }
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
            ending = false;
        }
    }
}
