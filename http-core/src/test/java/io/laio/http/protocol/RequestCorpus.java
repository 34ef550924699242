package io.laio.http.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** Requests, well-formed and otherwise, with what must become of them. */
final class RequestCorpus {
    /** The status of a request that is accepted. */
    static final int ACCEPTED = 0;

    private RequestCorpus() {}

    /**
     * A request.
     *
     * @param name what is special about it
     * @param status {@link #ACCEPTED}, or the status that refuses it
     * @param text its bytes as ISO 8859-1
     */
    record Case(String name, int status, String text) {
        byte[] bytes() {
            return text.getBytes(ISO_8859_1);
        }

        @Override
        public String toString() {
            return status + " " + name;
        }
    }

    static List<Case> all() {
        return List.of(
                accepted(
                        "curl",
                        "GET /a/b.html HTTP/1.1\r\nHost: localhost:8080\r\nUser-Agent: curl/8\r\nAccept: */*\r\n\r\n"),
                accepted("wrk", "GET / HTTP/1.1\r\nHost: 127.0.0.1:80\r\n\r\n"),
                accepted("HTTP/1.0 without Host", "GET /x HTTP/1.0\r\n\r\n"),
                accepted("ab", "GET /x HTTP/1.0\r\nConnection: Keep-Alive\r\nHost: h\r\nUser-Agent: ab\r\n\r\n"),
                accepted("later minor version", "GET /x HTTP/1.7\r\nHost: h\r\n\r\n"),
                accepted("HEAD", "HEAD /x?y=z HTTP/1.1\r\nHost: h\r\n\r\n"),
                accepted("four leading empty lines", "\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "five leading empty lines", "\r\n\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n"),
                accepted("empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n"),
                accepted("IPv6 Host", "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n"),
                accepted("blanks around values", "GET / HTTP/1.1\r\nHost: \t h \t\r\nReferer:\ta b\t\r\n\r\n"),
                accepted(
                        "bytes above ASCII in a value",
                        "GET / HTTP/1.1\r\nHost: h\r\nUser-Agent: \u00fc\u00ff\r\n\r\n"),
                accepted("bytes above ASCII in a target", "GET /\u00c3\u00bc HTTP/1.1\r\nHost: h\r\n\r\n"),
                accepted("escapes", "GET /a%20b/%c3%bc HTTP/1.1\r\nHost: h\r\n\r\n"),
                accepted("dots", "GET /a/./b/../c//d/ HTTP/1.1\r\nHost: h\r\n\r\n"),
                accepted("out of the root", "GET /a/../../etc/passwd HTTP/1.1\r\nHost: h\r\n\r\n"),
                accepted("out of the root, escaped", "GET /%2e%2E/x HTTP/1.1\r\nHost: h\r\n\r\n"),
                accepted("NUL in a name", "GET /a%00b HTTP/1.1\r\nHost: h\r\n\r\n"),
                accepted("slash in a name", "GET /a%2fb HTTP/1.1\r\nHost: h\r\n\r\n"),
                accepted("hidden", "GET /a/.git/config HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "half an escape", "GET /a%4 HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "percent at the end", "GET /a% HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "no hexadecimal digits", "GET /a%g0 HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "second digit not hexadecimal", "GET /a%0G HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "fragment", "GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "fragment after a query", "GET /a?b#c HTTP/1.1\r\nHost: h\r\n\r\n"),
                accepted("absolute-form", "GET http://example.org:80/p/q?r HTTP/1.1\r\nHost: other\r\n\r\n"),
                accepted("absolute-form without path", "GET HTTP://example.org HTTP/1.1\r\nHost: other\r\n\r\n"),
                accepted("absolute-form, only query", "GET http://example.org?q HTTP/1.1\r\nHost: other\r\n\r\n"),
                refused(400, "absolute-form without Host", "GET http://example.org/ HTTP/1.1\r\n\r\n"),
                refused(400, "absolute-form without authority", "GET http:///p HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "absolute-form with user", "GET http://u@h/p HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "another scheme", "GET https://h/p HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "scheme only", "GET http:// HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "no slash", "GET index.html HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "query only", "GET ?q HTTP/1.1\r\nHost: h\r\n\r\n"),
                accepted("asterisk-form", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "asterisk-form with GET", "GET * HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "asterisk and more", "OPTIONS *a HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(501, "CONNECT", "CONNECT h:80 HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(501, "unknown method", "BREW /pot HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(501, "method in lower case", "get / HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(501, "prefix of a method", "GE / HTTP/1.1\r\nHost: h\r\n\r\n"),
                accepted("POST with content", "POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello"),
                accepted("DELETE", "DELETE /x HTTP/1.1\r\nHost: h\r\n\r\n"),
                accepted("PUT, PATCH and TRACE are known", "PATCH /x HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "no method", " / HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "method that is no token", "G@T / HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "two spaces before the target", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "two spaces after the target", "GET /  HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "space in the target", "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "space at the end of the line", "GET / HTTP/1.1 \r\nHost: h\r\n\r\n"),
                refused(400, "tab for a space", "GET\t/ HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "no target", "GET HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "empty target", "GET  HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "HTTP/0.9", "GET /\r\n"),
                refused(400, "one letter", "G\r\n"),
                refused(505, "HTTP/0.9 said", "GET / HTTP/0.9\r\n\r\n"),
                refused(505, "HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                refused(505, "HTTP/3.1", "GET / HTTP/3.1\r\nHost: h\r\n\r\n"),
                refused(400, "version in lower case", "GET / http/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "version without minor", "GET / HTTP/1\r\nHost: h\r\n\r\n"),
                refused(400, "version with two digits", "GET / HTTP/1.10\r\nHost: h\r\n\r\n"),
                refused(400, "version with comma", "GET / HTTP/1,1\r\nHost: h\r\n\r\n"),
                refused(400, "version with letters", "GET / HTTP/x.1\r\nHost: h\r\n\r\n"),
                refused(400, "minor version is a letter", "GET / HTTP/1.x\r\nHost: h\r\n\r\n"),
                refused(400, "TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000"),
                refused(400, "bare LF after the request line", "GET / HTTP/1.1\nHost: h\r\n\r\n"),
                refused(400, "bare LF after a field", "GET / HTTP/1.1\r\nHost: h\n\r\n"),
                refused(400, "bare LF at the end", "GET / HTTP/1.1\r\nHost: h\r\n\n"),
                refused(400, "bare LF first", "\nGET / HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "bare CR in the request line", "GET /\rx HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "bare CR in a value", "GET / HTTP/1.1\r\nHost: h\rX: y\r\n\r\n"),
                refused(400, "two CR", "GET / HTTP/1.1\r\r\nHost: h\r\n\r\n"),
                refused(400, "NUL in a value", "GET / HTTP/1.1\r\nHost: h\r\nX: a\0b\r\n\r\n"),
                refused(400, "DEL in a value", "GET / HTTP/1.1\r\nHost: h\r\nX: a\u007fb\r\n\r\n"),
                refused(400, "DEL in a target", "GET /\u007f HTTP/1.1\r\nHost: h\r\n\r\n"),
                refused(400, "vertical tab in a value", "GET / HTTP/1.1\r\nHost: h\r\nX: a\u000bb\r\n\r\n"),
                refused(400, "no Host", "GET / HTTP/1.1\r\n\r\n"),
                refused(400, "two Hosts", "GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n"),
                refused(400, "two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: h\r\nHost: i\r\n\r\n"),
                refused(400, "Host with a path", "GET / HTTP/1.1\r\nHost: h/p\r\n\r\n"),
                refused(400, "Host with a space", "GET / HTTP/1.1\r\nHost: h i\r\n\r\n"),
                refused(400, "Host with a user", "GET / HTTP/1.1\r\nHost: u@h\r\n\r\n"),
                refused(400, "space before the colon", "GET / HTTP/1.1\r\nHost : h\r\n\r\n"),
                refused(400, "tab before the colon", "GET / HTTP/1.1\r\nHost: h\r\nContent-Length\t: 3\r\n\r\n"),
                refused(400, "folded line", "GET / HTTP/1.1\r\nHost: h\r\nX: a\r\n b\r\n\r\n"),
                refused(400, "folded with a tab", "GET / HTTP/1.1\r\nHost: h\r\nX: a\r\n\tb\r\n\r\n"),
                refused(400, "blank before the first field", "GET / HTTP/1.1\r\n Host: h\r\n\r\n"),
                refused(400, "no colon", "GET / HTTP/1.1\r\nHost: h\r\nnonsense\r\n\r\n"),
                refused(400, "no name", "GET / HTTP/1.1\r\nHost: h\r\n: x\r\n\r\n"),
                refused(400, "name that is no token", "GET / HTTP/1.1\r\nHost: h\r\nX(y): z\r\n\r\n"),
                refused(400, "name above ASCII", "GET / HTTP/1.1\r\nHost: h\r\n\u00fc: z\r\n\r\n"),
                accepted("Content-Length 0", "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n"),
                accepted("enormous Content-Length", length("99999999999999999999999")),
                accepted("leading zeros", length("0005")),
                refused(400, "empty Content-Length", length("")),
                refused(400, "negative Content-Length", length("-1")),
                refused(400, "signed Content-Length", length("+1")),
                refused(400, "hexadecimal Content-Length", length("0x5")),
                refused(400, "Content-Length with a fraction", length("5.0")),
                refused(400, "list of equal Content-Lengths", length("5, 5")),
                refused(400, "Content-Length with a space inside", length("5 5")),
                refused(400, "equal Content-Lengths", length("5\r\nContent-Length: 5")),
                refused(400, "different Content-Lengths", length("5\r\nContent-Length: 6")),
                accepted("chunked", coding("chunked")),
                accepted("Chunked", coding("\tCHUNKed ")),
                refused(501, "gzip", coding("gzip")),
                refused(501, "gzip, chunked", coding("gzip, chunked")),
                refused(501, "xchunked", coding("xchunked")),
                refused(501, "empty Transfer-Encoding", coding("")),
                refused(501, "identity", coding("identity")),
                refused(400, "chunked twice", coding("chunked\r\nTransfer-Encoding: chunked")),
                refused(400, "chunked and length", coding("chunked\r\nContent-Length: 5")),
                refused(400, "length and chunked", length("5\r\nTransfer-Encoding: chunked")),
                refused(400, "chunked in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"),
                accepted("Connection: close", connection("close")),
                accepted("Connection: a list", connection("te , CLOSE,x")),
                accepted("Connection: empty members", connection(",, ,")),
                accepted("Connection: not quite", connection("closed, close-x, clos")),
                accepted("Connection: keep-alive, close", connection("keep-alive, close")),
                accepted("Connection twice", connection("keep-alive\r\nConnection: close")),
                accepted("conditions", fields("If-Match: \"a\"\r\nIf-None-Match: \"b\"\r\nIf-Range: z\r\n")),
                accepted("dates", fields("If-Modified-Since: x\r\nIf-Unmodified-Since: y\r\nRange: bytes=0-1\r\n")),
                accepted(
                        "case of names",
                        fields("iF-nONE-mATCH: *\r\nRANGE: bytes=1-\r\nrEfErEr: r\r\nuser-AGENT: u\r\n")),
                accepted("If-None-Match twice", fields("If-None-Match: \"a\"\r\nIf-None-Match: \"b\"\r\n")),
                accepted("names of known lengths", fields("Xost: a\r\nXange: b\r\nXeferer: c\r\nX-Range: d\r\n")),
                accepted("names of known lengths, again", fields("Xonnection: a\r\nXf-None-Match: b\r\n")),
                refused(400, "Range twice", fields("Range: bytes=0-1\r\nRange: bytes=2-3\r\n")),
                refused(400, "If-Range twice", fields("If-Range: a\r\nIf-Range: a\r\n")),
                refused(400, "If-Modified-Since twice", fields("If-Modified-Since: a\r\nIf-Modified-Since: a\r\n")),
                refused(
                        400,
                        "If-Unmodified-Since twice",
                        fields("If-Unmodified-Since: a\r\nIf-Unmodified-Since: a\r\n")));
    }

    private static Case accepted(String name, String text) {
        return new Case(name, ACCEPTED, text);
    }

    private static Case refused(int status, String name, String text) {
        return new Case(name, status, text);
    }

    private static String length(String value) {
        return "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: " + value + "\r\n\r\n";
    }

    private static String coding(String value) {
        return "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: " + value + "\r\n\r\n";
    }

    private static String connection(String value) {
        return fields("Connection: " + value + "\r\n");
    }

    private static String fields(String lines) {
        return "GET / HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n";
    }
}
