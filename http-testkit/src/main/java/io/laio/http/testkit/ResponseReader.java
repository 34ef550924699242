package io.laio.http.testkit;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads answers strictly as RFC 9112 lets a server send them, and only such as a server of files has reason to send: a
 * body's length is always told by Content-Length.
 */
final class ResponseReader {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 [1-5][0-9]{2} [\\x20-\\x7e]*");
    private static final Pattern FIELD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\\x20-\\x7e\\x80-\\xff]*");
    private static final int LONGEST_LINE = 16_384;

    private final InputStream in;

    /**
     * Reads from one connection.
     *
     * @param in what the server sends, buffered
     */
    ResponseReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next answer.
     *
     * @param toHead whether the request was HEAD: there is no body, whatever the header fields say
     * @return the whole answer
     * @throws EOFException if the server closed before the end of the answer
     */
    Response read(boolean toHead) throws IOException {
        Response head = readHead();
        int length = checkedBodyLength(head, toHead);
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the server closed the connection after " + body.length + " bytes of " + head);
        }
        return new Response(head.statusLine(), head.fields(), body);
    }

    /** Status line and header fields; the body is left unread. */
    Response readHead() throws IOException {
        String statusLine = readLine();
        check(STATUS_LINE.matcher(statusLine).matches(), "not a status line: " + statusLine);
        List<Response.Field> fields = new ArrayList<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            check(FIELD.matcher(line).matches(), "not a header field: " + line);
            int colon = line.indexOf(':');
            fields.add(new Response.Field(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new Response(statusLine, fields, new byte[0]);
    }

    private static int checkedBodyLength(Response head, boolean toHead) {
        int status = head.status();
        boolean never = status < 200 || status == 204 || status == 304; // RFC 9112, 6.3
        return toHead || never ? 0 : Integer.parseInt(head.require("Content-Length"));
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = readByte(); next != '\r'; next = readByte()) {
            check(next != '\n', "a line feed without its carriage return after: " + line);
            check(line.length() < LONGEST_LINE, "a line of more than " + LONGEST_LINE + " bytes");
            line.append((char) next);
        }
        check(readByte() == '\n', "a carriage return without its line feed after: " + line);
        return line.toString();
    }

    private int readByte() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("the server closed the connection where an answer was due");
        }
        return next;
    }

    private static void check(boolean holds, String complaint) {
        if (!holds) {
            throw new AssertionError(complaint);
        }
    }

    /** Bytes as the text that the protocol's own lines are made of. */
    static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
