package io.laio.http.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * What became of some bytes, in a form that can be compared.
 *
 * @param outcome what the parser returned last
 * @param given how many bytes it had been given by then
 * @param request everything the request says, by name
 */
record ParsedHead(int outcome, int given, String request) {
    static final RequestLimits SMALL = new RequestLimits(64, 160, 6);

    /** Parses all at once. */
    static ParsedHead whole(byte[] bytes, RequestLimits limits) {
        return inPieces(bytes, limits, bytes.length);
    }

    static ParsedHead whole(String text) {
        return whole(text.getBytes(ISO_8859_1), RequestLimits.DEFAULT);
    }

    /**
     * Gives the parser the bytes up to each end in turn, each time at another place of another array that has line ends on
     * both sides of them, until it decides.
     */
    static ParsedHead inPieces(byte[] bytes, RequestLimits limits, int... ends) {
        RequestParser parser = new RequestParser(limits);
        Request request = new Request();
        int outcome = RequestParser.NEED_MORE;
        int given = 0;
        for (int i = 0; i < ends.length && outcome == RequestParser.NEED_MORE; i++) {
            given = ends[i];
            int start = 3 + i % 5;
            byte[] buffer = new byte[start + given + 4];
            Arrays.fill(buffer, (byte) (i % 2 == 0 ? '\n' : '\r'));
            System.arraycopy(bytes, 0, buffer, start, given);
            outcome = parser.parse(buffer, start, start + given, request);
        }
        return new ParsedHead(outcome, given, describe(request));
    }

    static ParsedHead byteByByte(byte[] bytes, RequestLimits limits) {
        int[] ends = new int[bytes.length + 1];
        Arrays.setAll(ends, i -> i);
        return inPieces(bytes, limits, ends);
    }

    static String text(Request request, Slice slice) {
        return slice.present() ? new String(request.buffer(), slice.offset(), slice.length(), ISO_8859_1) : "absent";
    }

    private static String describe(Request request) {
        StringJoiner text = new StringJoiner("\n");
        text.add("method " + request.method() + " HTTP/1." + request.minorVersion());
        text.add("persistent " + request.keepAlive());
        text.add("content " + request.hasContent() + " " + request.contentLength());
        text.add("asterisk " + request.asterisk());
        text.add("path " + request.path() + " slash " + request.path().trailingSlash() + " hidden "
                + request.path().hidden() + " refusal " + request.path().refusal());
        text.add("line " + text(request, request.requestLine()));
        text.add("target " + text(request, request.target()));
        text.add("query " + text(request, request.query()));
        text.add("host " + text(request, request.host()));
        text.add("range " + text(request, request.range()) + " if " + text(request, request.ifRange()));
        text.add("match " + text(request, request.ifMatch()));
        text.add("none-match " + text(request, request.ifNoneMatch()));
        text.add("modified " + text(request, request.ifModifiedSince()));
        text.add("unmodified " + text(request, request.ifUnmodifiedSince()));
        text.add("referer " + text(request, request.referer()));
        text.add("agent " + text(request, request.userAgent()));
        return text.toString();
    }
}
