package io.laio.http.connection;

import io.laio.http.disk.Disk;
import io.laio.http.document.FileRead;
import io.laio.http.document.NameConversion;
import io.laio.http.document.OpenFile;
import io.laio.http.loop.Deadline;
import io.laio.http.network.Channel;
import io.laio.http.network.ChannelListener;
import io.laio.http.protocol.Method;
import io.laio.http.protocol.Persistence;
import io.laio.http.protocol.Request;
import io.laio.http.protocol.RequestParser;
import io.laio.http.protocol.Status;
import io.laio.linux.Errno;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection. The same object in every server of the study: what differs is how its channel sends and how the
 * disk reads.
 *
 * <pre>
 *   accepted
 *      |        +------------------------- next request, pipelined or not --------------------------+
 *      v        v                                                                                    |
 *   RECEIVING --+-- head complete --> CONVERTING --> RESPONDING --+-- whole response sent -----------+
 *      |        |                     (name: disk)     ^   |      |                                  |
 *      |        +-- refused: 4xx, 5xx -----------------+   |      |                                  | closes
 *      |                                  +----------------+      |                                  |
 *      |                                  v                       |                                  v
 *      |                               READING (range: disk) --> SENDING (a chunk) -- back       DRAINING or CLOSED
 *      |                               AWAITING_BUFFER -- back
 *      |
 *      +-- end of stream, idle too long ----------------------------------------------------------> CLOSED
 *
 *   DRAINING: the answer is sent and sending shut down; what the client still sends is thrown away until it finishes or
 *             lingering is over, because closing with unread input would reset the connection and could take the answer away.
 *   Deadlines: head (RECEIVING with part of a head, and the first one) -> 408; idle (RECEIVING, SENDING); whole response.
 * </pre>
 *
 * <p>Each step answers whether there is another step to do at once; a step whose answer comes later says no, and the
 * completion goes on. So there is no recursion however much is at hand, and after {@link #STEPS_A_TURN} steps others have
 * their turn. Confined to the loop.
 */
final class Connection implements ChannelListener {
    /** Size of the buffer that a connection owns while it lives: for receiving, for heads, for small responses. */
    static final int OWN_BYTES = 4096;

    /** The most that is copied at once, a head of ordinary size before it. */
    static final int CHUNK_BYTES = 128 * 1024;

    /** The most that is sent from a mapping at once. */
    static final int MAPPED_CHUNK_BYTES = 256 * 1024;

    /** Size of a borrowed buffer: a chunk and the largest head, a redirect with every byte escaped. */
    static final int BORROWED_BYTES = CHUNK_BYTES + 64 * 1024;

    private static final int STEPS_A_TURN = 64;
    private static final int INITIAL_INPUT_BYTES = 1024;

    private enum State {
        RECEIVING,
        CONVERTING,
        RESPONDING,
        READING,
        AWAITING_BUFFER,
        SENDING,
        DRAINING,
        CLOSED
    }

    private final Connections connections;
    private final ConnectionServices services;
    private final Responder responder;
    private final Channel channel;
    private final NativeBuffer own;
    private final byte[] client;
    private final RequestParser parser;
    private final Request request = new Request();
    private final Response response = new Response();
    private final NameConversion conversion;
    private final FileRead fileRead;
    private final Deadline progress = new Deadline(this::progressDeadlinePassed);
    private final Deadline responseDeadline = new Deadline(this::responseDeadlinePassed);
    private final Runnable goOn = this::drive;

    private State state = State.RECEIVING;
    private byte[] input = new byte[INITIAL_INPUT_BYTES];
    private int inputStart;
    private int inputEnd;
    private boolean receivePending;
    private boolean headBegun;
    private boolean convertedAgain;
    private boolean doomed;
    private boolean lingers;
    private boolean refused;
    private boolean headIsBorrowed;
    private boolean socketIsFull;
    private @Nullable NativeBuffer borrowed;
    private int chunkBytes;

    // Of the list of all connections.
    @Nullable
    Connection next;

    @Nullable
    Connection previous;

    Connection(Connections connections, ConnectionServices services, Responder responder, NativeBuffer own, int fd) {
        this.connections = connections;
        this.services = services;
        this.responder = responder;
        this.own = own;
        this.parser = new RequestParser(services.limits().request());
        this.conversion = new NameConversion(services.documents(), this::converted);
        this.fileRead = new FileRead(this::chunkRead);
        this.client = services.log().clientOf(fd);
        this.channel = connections.network().open(fd, this);
    }

    /** Begins to serve. */
    void start() {
        services.headerDeadlines().set(progress, services.loop().nowNanos());
        drive();
    }

    /** Answers 503 to whatever comes. */
    void refuse() {
        refused = true;
        if (refuseWith(Status.SERVICE_UNAVAILABLE, Method.UNKNOWN)) {
            drive();
        }
    }

    boolean isRefused() {
        return refused;
    }

    /** The server stops: ends a connection that waits for a request; others end after their response. */
    void stopWhenIdle() {
        if (state == State.RECEIVING && inputStart == inputEnd) {
            close(false);
        }
    }

    /** The server's time to stop is up: breaks the connection off, at once or when the disk lets go of its memory. */
    void abort() {
        if (state == State.CONVERTING || state == State.READING) {
            doomed = true;
        } else {
            close(state != State.DRAINING && state != State.RECEIVING);
        }
    }

    private void drive() {
        int steps = 0;
        boolean more = true;
        while (more && steps++ < STEPS_A_TURN) {
            more = step();
        }
        if (more) {
            services.loop().defer(goOn);
        }
    }

    private boolean step() {
        return switch (state) {
            case RECEIVING -> parse();
            case RESPONDING -> respond();
            case DRAINING -> receive();
            case CONVERTING, READING, AWAITING_BUFFER, SENDING, CLOSED -> false;
        };
    }

    // ---- receiving

    private boolean parse() {
        int consumed =
                inputStart == inputEnd ? RequestParser.NEED_MORE : parser.parse(input, inputStart, inputEnd, request);
        if (consumed == RequestParser.NEED_MORE) {
            return receive();
        }
        headBegun = false;
        progress.cancel();
        services.counters().count(Counter.REQUESTS);
        services.responseDeadlines().set(responseDeadline, services.loop().nowNanos());
        if (consumed < 0) {
            return refuseWith(Status.of(-consumed), request.method());
        }
        inputStart += consumed;
        return accept();
    }

    private boolean receive() {
        setReceiveDeadline();
        if (receivePending) {
            return false;
        }
        long result = channel.receive(own.address(), OWN_BYTES);
        if (result == Channel.PENDING) {
            receivePending = true;
            return false;
        }
        return take(result);
    }

    private void setReceiveDeadline() {
        if (state == State.DRAINING) {
            if (!progress.isSet()) {
                services.lingerDeadlines().set(progress, services.loop().nowNanos());
            }
        } else if (inputStart != inputEnd && !headBegun) {
            headBegun = true;
            services.headerDeadlines().set(progress, services.loop().nowNanos());
        } else if (!progress.isSet()) {
            services.idleDeadlines().set(progress, services.loop().nowNanos());
        }
    }

    @Override
    public void received(long result) {
        receivePending = false;
        if (take(result)) {
            drive();
        }
    }

    private boolean take(long result) {
        if (result <= 0) {
            close(false);
            return false;
        }
        if (state == State.RECEIVING) {
            append((int) result);
        }
        return true;
    }

    private void append(int length) {
        if (inputStart == inputEnd) {
            inputStart = 0;
            inputEnd = 0;
        }
        if (inputEnd + length > input.length) {
            makeRoom(length);
        }
        Memory.copy(own.address(), input, inputEnd, length);
        inputEnd += length;
    }

    private void makeRoom(int length) {
        int held = inputEnd - inputStart;
        byte[] target = held + length <= input.length ? input : new byte[Integer.highestOneBit(held + length) * 2];
        System.arraycopy(input, inputStart, target, 0, held);
        input = target;
        inputStart = 0;
        inputEnd = held;
    }

    // ---- deciding what to answer

    private boolean accept() {
        if (request.hasContent()) {
            return refuseWith(Status.CONTENT_TOO_LARGE, request.method());
        }
        // A client that thinks the connection goes on may be sending its next request already: closing while that is
        // unread would reset the connection, and could take the answer away.
        lingers = !services.keepsConnections() && request.keepAlive();
        Persistence persistence = persistence();
        StatisticsResource statistics = services.statistics();
        if (statistics != null
                && StatisticsResource.isAt(
                        request.path().bytes(), request.path().length())) {
            responder.statistics(response, request, statistics, persistence);
            return answer();
        }
        if (request.method() != Method.GET && request.method() != Method.HEAD) {
            responder.error(response, Status.METHOD_NOT_ALLOWED, request.method(), persistence);
            return answer();
        }
        int refusal = request.path().refusal();
        if (refusal != 0 || request.path().hidden()) {
            Status status = refusal != 0 ? Status.of(refusal) : Status.NOT_FOUND;
            responder.error(response, status, request.method(), persistence);
            return answer();
        }
        convertedAgain = false;
        return convert();
    }

    private Persistence persistence() {
        boolean closes = !services.keepsConnections() || connections.isStopping();
        return closes ? Persistence.CLOSE : Persistence.of(request);
    }

    private boolean convert() {
        NameConversion.Outcome outcome = conversion.start(request);
        if (outcome == NameConversion.Outcome.PENDING) {
            state = State.CONVERTING;
            return false;
        }
        responder.converted(response, request, conversion, outcome, persistence());
        return answer();
    }

    private void converted(NameConversion.Outcome outcome) {
        responder.converted(response, request, conversion, outcome, persistence());
        if (answer()) {
            goOnUnlessDoomed();
        }
    }

    private void goOnUnlessDoomed() {
        if (doomed) {
            close(true);
        } else {
            drive();
        }
    }

    /** Answers a request that ends the connection, because what follows it cannot be understood. */
    private boolean refuseWith(Status status, Method method) {
        responder.error(response, status, method, Persistence.CLOSE);
        lingers = true;
        return answer();
    }

    /** Takes the head out of the responder's memory, which the next connection will use. */
    private boolean answer() {
        // While a receive is pending its memory is the kernel's: a client that was too slow is answered from elsewhere.
        headIsBorrowed = response.headBytes > OWN_BYTES || receivePending;
        if (headIsBorrowed && !borrow()) {
            giveUp();
            return false;
        }
        Memory.copy(responder.head(), 0, headAddress(), response.headBytes);
        state = State.RESPONDING;
        return true;
    }

    private boolean borrow() {
        if (borrowed == null) {
            borrowed = connections.buffers().acquire();
        }
        return borrowed != null;
    }

    private long headAddress() {
        NativeBuffer buffer = borrowed;
        return headIsBorrowed && buffer != null ? buffer.address() : own.address();
    }

    // ---- responding

    private boolean respond() {
        OpenFile file = response.file;
        if (file == null || response.remaining() == 0) {
            return response.headIsUnsent() ? send(0, 0) : finish();
        }
        if (socketIsFull) {
            return response.headIsUnsent() ? send(0, 0) : readChunk(file, OWN_BYTES, true);
        }
        int mapped = (int) Math.min(response.remaining(), MAPPED_CHUNK_BYTES);
        long resident = services.reader().residentAddress(file, response.position, mapped);
        if (resident != 0) {
            return send(resident, mapped);
        }
        long faulting = services.reader().faultingAddress(file, response.position, mapped);
        return faulting != 0 ? sendThroughPageFaults(faulting, mapped) : readChunk(file, CHUNK_BYTES, false);
    }

    /** What is not in memory is sent from its mapping, and the loop sleeps in that call until the disk has read it. */
    private boolean sendThroughPageFaults(long body, int bodyBytes) {
        long startedNanos = services.clock().nanos();
        boolean more = send(body, bodyBytes);
        services.reader().pageFaulted(services.clock().nanos() - startedNanos);
        return more;
    }

    /**
     * Copies a piece and sends it. After a send from a mapping that found the socket full, a small one: it waits for room, in
     * memory of this connection's own, where neither a page fault nor the file's new end can meet it. What follows is looked
     * at again.
     */
    private boolean readChunk(OpenFile file, int mostBytes, boolean mayBeResident) {
        int head = response.headIsUnsent() ? response.headBytes : 0;
        chunkBytes = (int) Math.min(response.remaining(), mostBytes);
        long target = own.address();
        if (head + chunkBytes > OWN_BYTES) {
            NativeBuffer buffer = borrow() ? borrowed : null;
            if (buffer == null) {
                awaitBuffer();
                return false;
            }
            if (head > 0 && !headIsBorrowed) {
                Memory.copy(own.address(), buffer.address(), (long) head);
            }
            target = buffer.address();
        }
        long to = target + head;
        long result = services.reader().read(file, response.position, to, chunkBytes, mayBeResident, fileRead);
        if (result == Disk.PENDING) {
            state = State.READING;
            return false;
        }
        return sendChunk(result);
    }

    private void awaitBuffer() {
        if (connections.buffers().isAnyLent()) {
            state = State.AWAITING_BUFFER;
            connections.awaitBuffer(this);
        } else {
            giveUp();
        }
    }

    /** Another connection gave its buffer back; this one may have ended by now. */
    void bufferIsFree() {
        if (state == State.AWAITING_BUFFER) {
            state = State.RESPONDING;
            drive();
        }
    }

    private void chunkRead(long result) {
        if (!doomed && !sendChunk(result)) {
            return;
        }
        goOnUnlessDoomed();
    }

    private boolean sendChunk(long result) {
        if (result != chunkBytes) {
            return cutShort();
        }
        int head = response.headIsUnsent() ? response.headBytes : 0;
        NativeBuffer buffer = borrowed;
        long at = head + chunkBytes > OWN_BYTES && buffer != null ? buffer.address() : own.address();
        int sent = head > 0 ? response.sentHeadBytes : 0;
        return sendPieces(at + sent, head + chunkBytes - sent, 0, 0, false);
    }

    /**
     * The file is shorter than it was when it was opened, or cannot be read. While no byte of the answer is sent the name is
     * converted once more; after that the connection is broken off, because the length that was promised cannot be kept.
     */
    private boolean cutShort() {
        OpenFile file = response.file;
        if (file != null) {
            services.documents().forget(file);
            response.releaseFile();
        }
        if (response.sentHeadBytes > 0) {
            giveUp();
            return false;
        }
        if (convertedAgain) {
            responder.error(response, Status.INTERNAL_SERVER_ERROR, request.method(), persistence());
            return answer();
        }
        convertedAgain = true;
        return convert();
    }

    private void giveUp() {
        services.counters().count(Counter.RESPONSES_BROKEN);
        close(false); // in order, so that the client gets all that was sent: it sees that the length falls short
    }

    /** Sends the head, if it is unsent, and a piece of a body in its mapping. */
    private boolean send(long body, int bodyBytes) {
        chunkBytes = bodyBytes;
        if (!response.headIsUnsent()) {
            return sendPieces(body, bodyBytes, 0, 0, true);
        }
        int sent = response.sentHeadBytes;
        return sendPieces(headAddress() + sent, response.headBytes - sent, body, bodyBytes, bodyBytes > 0);
    }

    private boolean sendPieces(long first, int firstBytes, long second, int secondBytes, boolean mapped) {
        long result = channel.send(first, firstBytes, second, secondBytes, mapped);
        socketIsFull = result >= 0 && result < (long) firstBytes + secondBytes;
        if (result == Channel.PENDING) {
            state = State.SENDING;
            services.idleDeadlines().set(progress, services.loop().nowNanos());
            return false;
        }
        return chunkSent(result);
    }

    @Override
    public void sent(long result) {
        progress.cancel();
        if (chunkSent(result)) {
            drive();
        }
    }

    private boolean chunkSent(long result) {
        if (result < 0) {
            // A mapped page that the file no longer has, or that cannot be read, makes the send fail with EFAULT.
            boolean fileFailed = result == -Errno.EFAULT;
            services.counters().count(fileFailed ? Counter.RESPONSES_BROKEN : Counter.CLIENTS_VANISHED);
            close(false);
            return false;
        }
        services.counters().add(Counter.BYTES_SENT, result);
        int ofHead = (int) Math.min(result, response.headBytes - response.sentHeadBytes);
        response.sentHeadBytes += ofHead;
        response.position += result - ofHead;
        response.bodyBytesSent += result - ofHead;
        chunkBytes = 0;
        state = State.RESPONDING;
        return true;
    }

    private boolean finish() {
        endResponse();
        // The server may have begun to stop after this response promised to keep the connection. What is pipelined
        // behind it is still answered.
        boolean stops = connections.isStopping() && inputStart == inputEnd;
        state = State.RECEIVING;
        if (!response.closes && !stops) {
            return true;
        }
        if (lingers || stops || inputStart != inputEnd) {
            channel.shutdownSending();
            state = State.DRAINING;
            return true;
        }
        close(false);
        return false;
    }

    private void endResponse() {
        report();
        responseDeadline.cancel();
        response.releaseFile();
        giveBack();
    }

    private void report() {
        services.counters().countResponse(response.status);
        services.log().sent(client, request, response.status, response.bodyBytesSent);
    }

    private void giveBack() {
        NativeBuffer buffer = borrowed;
        if (buffer != null) {
            borrowed = null;
            connections.giveBack(buffer);
        }
    }

    // ---- deadlines and the end

    private void progressDeadlinePassed() {
        switch (state) {
            case RECEIVING -> {
                boolean partOfHead = inputStart != inputEnd;
                services.counters().count(partOfHead ? Counter.HEADER_TIMEOUTS : Counter.IDLE_TIMEOUTS);
                if (partOfHead && refuseWith(Status.REQUEST_TIMEOUT, Method.UNKNOWN)) {
                    drive();
                } else {
                    close(false);
                }
            }
            case SENDING -> {
                services.counters().count(Counter.IDLE_TIMEOUTS);
                close(true);
            }
            default -> close(false);
        }
    }

    private void responseDeadlinePassed() {
        services.counters().count(Counter.RESPONSE_TIMEOUTS);
        if (state == State.CONVERTING || state == State.READING) {
            doomed = true; // the disk still works for this connection; it ends when the disk is done
        } else {
            close(true);
        }
    }

    private boolean isResponding() {
        return state == State.RESPONDING
                || state == State.READING
                || state == State.AWAITING_BUFFER
                || state == State.SENDING;
    }

    private void close(boolean reset) {
        if (state != State.CLOSED) {
            if (isResponding()) {
                report(); // a broken response is one too, with the bytes that it had come to
            }
            state = State.CLOSED;
            progress.cancel();
            responseDeadline.cancel();
            channel.close(reset);
        }
    }

    @Override
    public void closed() {
        state = State.CLOSED;
        response.releaseFile();
        giveBack();
        connections.ended(this, own);
    }
}
