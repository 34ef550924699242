package io.laio.http.protocol;

/**
 * The head of one request, as {@link RequestParser} understood it. Made once a connection and filled again for each request;
 * its slices point into the buffer that was parsed.
 *
 * <p>After a refusal it holds what was understood until then, which is enough for an access log and for knowing that the
 * answer to a HEAD has no body.
 */
public final class Request {
    final Slice requestLine = new Slice();
    final Slice target = new Slice();
    final Slice query = new Slice();
    final Slice host = new Slice();
    final Slice range = new Slice();
    final Slice ifRange = new Slice();
    final Slice ifMatch = new Slice();
    final Slice ifNoneMatch = new Slice();
    final Slice ifModifiedSince = new Slice();
    final Slice ifUnmodifiedSince = new Slice();
    final Slice referer = new Slice();
    final Slice userAgent = new Slice();
    final RequestPath path = new RequestPath();
    final Framing framing = new Framing();
    private final Slice[] slices = {
        requestLine,
        target,
        query,
        host,
        range,
        ifRange,
        ifMatch,
        ifNoneMatch,
        ifModifiedSince,
        ifUnmodifiedSince,
        referer,
        userAgent
    };
    private byte[] buffer = {};
    private int start;
    private Method method = Method.UNKNOWN;
    private int minorVersion;
    private boolean asterisk;

    /** Makes a request that holds nothing yet. */
    public Request() {
        begin(buffer, 0);
    }

    /**
     * The buffer that the slices point into.
     *
     * @return what {@link RequestParser#parse} or {@link #moveTo} was given last
     */
    public byte[] buffer() {
        return buffer;
    }

    /**
     * The method.
     *
     * @return one of the known ones in every accepted request
     */
    public Method method() {
        return method;
    }

    /**
     * The minor version of HTTP/1.
     *
     * @return 0 for HTTP/1.0; 1 or more speak HTTP/1.1
     */
    public int minorVersion() {
        return minorVersion;
    }

    /**
     * Whether the client wants the connection to go on: RFC 9112 section 9.3.
     *
     * @return whether it persists as far as the client is concerned
     */
    public boolean keepAlive() {
        return framing.keepAlive(minorVersion);
    }

    /**
     * Whether content follows the head. This package does not read it: who does not want it must close the connection.
     *
     * @return whether there is a Transfer-Encoding or a Content-Length above 0
     */
    public boolean hasContent() {
        return framing.hasContent();
    }

    /**
     * The Content-Length.
     *
     * @return bytes, {@link Long#MAX_VALUE} if it is more than that, or -1 if there is none
     */
    public long contentLength() {
        return framing.contentLength();
    }

    /**
     * Whether the target is {@code *}, the server itself; only with OPTIONS.
     *
     * @return whether there is no path
     */
    public boolean asterisk() {
        return asterisk;
    }

    /**
     * The decoded path.
     *
     * @return the path, empty if {@link #asterisk()}
     */
    public RequestPath path() {
        return path;
    }

    /**
     * The request line without its CRLF.
     *
     * @return the whole line, also of a refused request if the line was complete
     */
    public Slice requestLine() {
        return requestLine;
    }

    /**
     * The target as it was sent.
     *
     * @return origin-form, absolute-form or asterisk-form
     */
    public Slice target() {
        return target;
    }

    /**
     * The query as it was sent.
     *
     * @return what follows the first {@code ?} of the target
     */
    public Slice query() {
        return query;
    }

    /**
     * Whom the request was meant for: the authority of an absolute-form target, else the Host field.
     *
     * @return name or address, and port if one was given; absent or empty if none was
     */
    public Slice host() {
        return host;
    }

    /**
     * Field Range: RFC 9110 section 14.2.
     *
     * @return its value
     */
    public Slice range() {
        return range;
    }

    /**
     * Field If-Range: RFC 9110 section 13.1.5.
     *
     * @return its value
     */
    public Slice ifRange() {
        return ifRange;
    }

    /**
     * Field If-Match: RFC 9110 section 13.1.1.
     *
     * @return its value, or the first of several
     */
    public Slice ifMatch() {
        return ifMatch;
    }

    /**
     * Field If-None-Match: RFC 9110 section 13.1.2.
     *
     * @return its value, or the first of several
     */
    public Slice ifNoneMatch() {
        return ifNoneMatch;
    }

    /**
     * Field If-Modified-Since: RFC 9110 section 13.1.3.
     *
     * @return its value, for {@link HttpDate#parse}
     */
    public Slice ifModifiedSince() {
        return ifModifiedSince;
    }

    /**
     * Field If-Unmodified-Since: RFC 9110 section 13.1.4.
     *
     * @return its value, for {@link HttpDate#parse}
     */
    public Slice ifUnmodifiedSince() {
        return ifUnmodifiedSince;
    }

    /**
     * Field Referer: RFC 9110 section 10.1.3.
     *
     * @return its value, or the first of several
     */
    public Slice referer() {
        return referer;
    }

    /**
     * Field User-Agent: RFC 9110 section 10.1.5.
     *
     * @return its value, or the first of several
     */
    public Slice userAgent() {
        return userAgent;
    }

    /**
     * Says that the bytes of the head are now elsewhere: needed only by who moves them while the request is in use.
     *
     * @param newBuffer the array that holds them
     * @param newStart where in it they begin, as the {@code start} of {@link RequestParser#parse}
     */
    public void moveTo(byte[] newBuffer, int newStart) {
        buffer = newBuffer;
        int delta = newStart - start;
        if (delta != 0) {
            start = newStart;
            for (Slice slice : slices) {
                slice.shift(delta);
            }
        }
    }

    void begin(byte[] newBuffer, int newStart) {
        buffer = newBuffer;
        start = newStart;
        method = Method.UNKNOWN;
        minorVersion = 1;
        asterisk = false;
        path.clear();
        framing.clear();
        for (Slice slice : slices) {
            slice.clear();
        }
    }

    void method(Method value) {
        method = value;
    }

    void minorVersion(int value) {
        minorVersion = value;
    }

    void asterisk(boolean value) {
        asterisk = value;
    }
}
