package io.laio.http.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Requests and files for the tests of answers. */
final class Heads {
    /** 2026-11-23T12:00:00Z. */
    static final long NOW = 1_795_435_200L;

    /** Sun, 06 Nov 1994 08:49:37 GMT. */
    static final long MODIFIED = 784_111_777L;

    private Heads() {}

    static Request request(String method, String target, String... fields) {
        String lines = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        return head(method + " " + target + " HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n");
    }

    static Request get(String... fields) {
        return request("GET", "/", fields);
    }

    static Request head(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        Request request = new Request();
        assertEquals(bytes.length, new RequestParser(RequestLimits.DEFAULT).parse(bytes, 0, bytes.length, request));
        return request;
    }

    static FileHeaders file(long bytes) {
        return file(bytes, MODIFIED);
    }

    static FileHeaders file(long bytes, long modifiedEpochSeconds) {
        FileVersion version = new FileVersion(bytes, modifiedEpochSeconds, 500, 77);
        return new FileHeaders(version, Ascii.bytes("text/plain; charset=utf-8"), NOW);
    }

    static String tag(FileHeaders file) {
        byte[] line = new byte[file.allBytes()];
        return text(line, "ETag: ".length(), file.putEntityTag(line, 0) - "\r\n".length());
    }

    static String text(byte[] bytes, int begin, int end) {
        return new String(bytes, begin, end - begin, ISO_8859_1);
    }
}
