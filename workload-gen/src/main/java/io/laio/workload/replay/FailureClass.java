package io.laio.workload.replay;

/**
 * How a request can fail. Every failed request is counted in exactly one class and in no histogram, so that failures
 * never look like fast or slow answers.
 */
public enum FailureClass {
    /** Nobody listens at the target. */
    CONNECT_REFUSED,
    /** The connection was not established in time. */
    CONNECT_TIMEOUT,
    /** The connection could not be established for another reason. */
    CONNECT_FAILED,
    /** The connection broke (reset by the server, broken pipe) before the response was complete. */
    RESET,
    /** The server closed the connection in an orderly way before the response was complete. */
    CLOSED_EARLY,
    /** The response was not complete in time. */
    TIMEOUT,
    /** The bytes received are not an HTTP/1.1 response. */
    MALFORMED_RESPONSE,
    /** The response is in a transfer coding, which this client does not read. */
    UNSUPPORTED_ENCODING,
    /** The status code is not the one that the request should be answered with. */
    STATUS_UNEXPECTED,
    /** The content is shorter than the document or range asked for. */
    LENGTH_SHORT,
    /** The content is longer than the document or range asked for, or more follows it. */
    LENGTH_LONG,
    /** The content has the right length and wrong bytes. Found in verified responses only. */
    CONTENT_MISMATCH
}
