package io.laio.http.protocol;

import java.nio.charset.StandardCharsets;

/** The statuses this server answers with: RFC 9110 section 15, RFC 6585 section 5. */
public enum Status {
    /** The whole file. */
    OK(200, "OK", ""),
    /** Done, and nothing to say. */
    NO_CONTENT(204, "No Content", ""),
    /** A part of the file. */
    PARTIAL_CONTENT(206, "Partial Content", ""),
    /** The same path with a slash. */
    MOVED_PERMANENTLY(301, "Moved Permanently", ""),
    /** The client has it. */
    NOT_MODIFIED(304, "Not Modified", ""),
    /** Malformed or ambiguous. */
    BAD_REQUEST(400, "Bad Request", ""),
    /** Not readable, or out of the root. */
    FORBIDDEN(403, "Forbidden", ""),
    /** No such file. */
    NOT_FOUND(404, "Not Found", ""),
    /** Neither GET nor HEAD. */
    METHOD_NOT_ALLOWED(405, "Method Not Allowed", "Allow: GET, HEAD\r\n"),
    /** The head did not arrive in time. */
    REQUEST_TIMEOUT(408, "Request Timeout", ""),
    /** If-Match or If-Unmodified-Since failed. */
    PRECONDITION_FAILED(412, "Precondition Failed", ""),
    /** A request with content, which nobody reads. */
    CONTENT_TOO_LARGE(413, "Content Too Large", ""),
    /** The request line exceeds its limit. */
    URI_TOO_LONG(414, "URI Too Long", ""),
    /** No byte of the file is in the range. */
    RANGE_NOT_SATISFIABLE(416, "Range Not Satisfiable", ""),
    /** The header section exceeds a limit. */
    REQUEST_HEADER_FIELDS_TOO_LARGE(431, "Request Header Fields Too Large", ""),
    /** Something here is broken. */
    INTERNAL_SERVER_ERROR(500, "Internal Server Error", ""),
    /** An unknown method or transfer coding. */
    NOT_IMPLEMENTED(501, "Not Implemented", ""),
    /** Too many connections. */
    SERVICE_UNAVAILABLE(503, "Service Unavailable", ""),
    /** Not HTTP/1. */
    HTTP_VERSION_NOT_SUPPORTED(505, "HTTP Version Not Supported", "");

    private static final int HIGHEST_CODE = 599;
    private static final Status[] BY_CODE = new Status[HIGHEST_CODE + 1];

    static {
        for (Status status : values()) {
            BY_CODE[status.code] = status;
        }
    }

    private final int code;
    private final String reason;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out, never written again
    private final byte[] start;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out, never written again
    private final byte[] extraLines;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out, never written again
    private final byte[] body;

    Status(int code, String reason, String extraLines) {
        this.code = code;
        this.reason = reason;
        this.start = Ascii.bytes("HTTP/1.1 " + code + ' ' + reason + "\r\nServer: laio\r\n");
        this.extraLines = Ascii.bytes(extraLines);
        this.body = page(code + " " + reason).getBytes(StandardCharsets.US_ASCII);
    }

    private static String page(String text) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><title>" + text + "</title></head><body><h1>" + text
                + "</h1></body></html>\n";
    }

    /**
     * The status with this code.
     *
     * @param code three digits, as {@link RequestParser#parse} returns them after a minus sign
     * @return the status
     * @throws IllegalArgumentException if this server has no such status
     */
    public static Status of(int code) {
        Status status = code >= 0 && code <= HIGHEST_CODE ? BY_CODE[code] : null;
        if (status == null) {
            throw new IllegalArgumentException("no status " + code);
        }
        return status;
    }

    /**
     * The code.
     *
     * @return three digits
     */
    public int code() {
        return code;
    }

    /**
     * The reason phrase.
     *
     * @return a few words
     */
    public String reason() {
        return reason;
    }

    /**
     * The length of the page that explains the status.
     *
     * @return bytes
     */
    public int pageBytes() {
        return body.length;
    }

    /** Status line and Server. */
    int putStart(byte[] target, int at) {
        return Ascii.put(target, at, start);
    }

    int putExtraLines(byte[] target, int at) {
        return Ascii.put(target, at, extraLines);
    }

    int putPage(byte[] target, int at) {
        return Ascii.put(target, at, body);
    }
}
