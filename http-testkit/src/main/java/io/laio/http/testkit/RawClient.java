package io.laio.http.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * A client that sends exactly the bytes it is told to, and takes answers apart strictly.
 *
 * <p>Every wait ends with an error after {@value #PATIENCE_MILLIS} ms: that is a hung server, not a slow one. Used by one
 * thread.
 */
public final class RawClient implements AutoCloseable {
    /** How long an answer may take, in milliseconds. */
    static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final ResponseReader reader;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.reader = new ResponseReader(in);
    }

    /**
     * Connects to a server of this machine.
     *
     * @param port a TCP port of 127.0.0.1
     * @return the connection
     * @throws IOException if nobody listens there
     */
    public static RawClient connect(int port) throws IOException {
        return connect(port, new Socket());
    }

    /**
     * Connects as a client that takes in little at a time.
     *
     * @param port a TCP port of 127.0.0.1
     * @param receiveBufferBytes what the kernel may hold for this client, in bytes (it doubles and rounds the figure)
     * @return the connection
     * @throws IOException if nobody listens there
     */
    public static RawClient connect(int port, int receiveBufferBytes) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(receiveBufferBytes); // before connecting: it decides the window that is offered
        return connect(port, socket);
    }

    private static RawClient connect(int port, Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        return new RawClient(socket);
    }

    /**
     * Sends text as it is.
     *
     * @param latin1 one byte a character
     * @return this client
     * @throws IOException if the connection is gone
     */
    public RawClient send(String latin1) throws IOException {
        return send(ResponseReader.bytes(latin1));
    }

    /**
     * Sends bytes as they are, in one piece.
     *
     * @param bytes what to send
     * @return this client
     * @throws IOException if the connection is gone
     */
    public RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /**
     * Asks for a document on this connection and waits for the answer.
     *
     * @param target path and query, encoded
     * @return the answer
     * @throws IOException if the connection fails before its end
     */
    public Response get(String target) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: test\r\n\r\n").read();
    }

    /**
     * Waits for the answer to a request other than HEAD.
     *
     * @return the whole answer
     * @throws IOException if the connection fails before its end
     */
    public Response read() throws IOException {
        return reader.read(false);
    }

    /**
     * Waits for the answer to a HEAD request.
     *
     * @return the answer, which has no body
     * @throws IOException if the connection fails before its end
     */
    public Response readToHead() throws IOException {
        return reader.read(true);
    }

    /**
     * Waits for status line and header fields only; the body is for {@link #readBody}.
     *
     * @return an answer with an empty body
     * @throws IOException if the connection fails before its end
     */
    public Response readHead() throws IOException {
        return reader.readHead();
    }

    /**
     * The next bytes.
     *
     * @param most how many at most
     * @return that many, fewer only if the server closed the connection before
     * @throws IOException if the connection was reset
     */
    public byte[] readBody(int most) throws IOException {
        return in.readNBytes(most);
    }

    /**
     * Everything until the server closes the connection.
     *
     * @return all bytes not read so far
     * @throws IOException if the connection was reset
     */
    public byte[] readUntilClosed() throws IOException {
        return in.readAllBytes();
    }

    /**
     * Whether an answer begins, or the connection ends, within a moment.
     *
     * @param millis the moment
     * @return false if nothing happened
     * @throws IOException if the connection was reset
     */
    public boolean hasNewsWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            in.mark(1);
            in.read();
            in.reset();
            return true;
        } catch (SocketTimeoutException nothingYet) {
            return false;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /**
     * Waits until the server closes the connection.
     *
     * @throws AssertionError if it sends anything more
     * @throws IOException if it neither sends nor closes
     */
    public void expectClosed() throws IOException {
        int next = readOrReset();
        if (next >= 0) {
            String more = (char) next + new String(in.readNBytes(in.available()), StandardCharsets.ISO_8859_1);
            throw new AssertionError("a closed connection was due, but there came: " + more);
        }
    }

    /**
     * Waits until the server ends its half of the connection in order.
     *
     * @throws AssertionError if it sends anything more
     * @throws IOException if it does not end it, or resets the connection
     */
    public void expectEnd() throws IOException {
        byte[] more = in.readAllBytes();
        if (more.length > 0) {
            throw new AssertionError(
                    "the end was due, but there came: " + new String(more, StandardCharsets.ISO_8859_1));
        }
    }

    private int readOrReset() throws IOException {
        try {
            return in.read();
        } catch (SocketException reset) { // closed while bytes of ours were unread: still closed
            return -1;
        }
    }

    /**
     * Checks that the connection still serves.
     *
     * @throws AssertionError if the next answer is not 200
     * @throws IOException if the connection is closed
     */
    public void expectOpen() throws IOException {
        Response answer = get("/");
        if (answer.status() != 200) {
            throw new AssertionError("200 was due on an open connection, but there came: " + answer);
        }
    }

    /**
     * Tells the server that no more requests will come; answers can still be read.
     *
     * @throws IOException if the connection is gone
     */
    public void finishSending() throws IOException {
        socket.shutdownOutput();
    }

    /**
     * Vanishes: the server's next access to the connection fails with ECONNRESET.
     *
     * @throws IOException if the connection is gone already
     */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
