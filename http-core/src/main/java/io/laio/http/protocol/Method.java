package io.laio.http.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The request methods of RFC 9110 section 9 and RFC 5789 that can be sent to an origin server. CONNECT is for proxies: like
 * every method not in this list it is answered 501.
 */
public enum Method {
    /** Transfer the representation. */
    GET,
    /** Like GET, without the content. */
    HEAD,
    /** Process the content. */
    POST,
    /** Replace the representation. */
    PUT,
    /** Remove the representation. */
    DELETE,
    /** Describe what is possible. */
    OPTIONS,
    /** Echo the request. */
    TRACE,
    /** Change the representation. */
    PATCH,
    /** No method was read yet, or one that is not known. */
    UNKNOWN;

    private static final Method[] KNOWN = {GET, HEAD, POST, PUT, DELETE, OPTIONS, TRACE, PATCH};

    @SuppressWarnings("ImmutableEnumChecker") // never handed out, never written again
    private final byte[] token = name().getBytes(StandardCharsets.US_ASCII);

    /** Method names are case-sensitive: RFC 9110 section 9.1. */
    static Method of(byte[] buffer, int offset, int end) {
        for (Method method : KNOWN) {
            byte[] token = method.token;
            if (end - offset == token.length && Arrays.equals(buffer, offset, end, token, 0, token.length)) {
                return method;
            }
        }
        return UNKNOWN;
    }
}
