package io.laio.workload.replay;

import io.laio.workload.documents.DocumentContent;
import io.laio.workload.trace.ExpectedAnswer;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * What a request should be answered with, and how far its response has come: judgement without I/O.
 *
 * <p>A response with the wrong status or length is still read to its end, so that the connection stays usable, and then
 * counts as failed. Its end is after a length, after the last chunk, or with the connection (RFC 9112, section 6.3). Mutable, used again for every request of a client.
 */
final class Exchange {
    /** What is left of a response of which nobody knows how long it is: chunks or the connection will end it. */
    static final long UNKNOWN = Long.MAX_VALUE;

    // What was asked for.
    private int document;
    private RequestKind kind = RequestKind.GET;
    private boolean verified;
    private long contentSeed;
    private long contentOffset;

    // What the answer should be.
    private int expectedStatus;
    private long expectedBytes;
    private long expectedLengthField;

    // What it is.
    private int status;
    private long receivedBytes;
    private long remainingBytes;
    private boolean chunked;
    private boolean lastOnConnection;
    private @Nullable FailureClass failure;
    private String detail = "";

    /** A request of a sequence is about to be sent; {@code verify} asks for its content to be compared. */
    void begin(Requests requests, RequestSequence sequence, int index, boolean verify) {
        document = sequence.document(index);
        kind = sequence.kind(index);
        verified = verify;
        contentSeed = requests.contentSeed(document);
        contentOffset = sequence.rangeOffset(index);
        long documentBytes = requests.sizeBytes(document);
        expectedStatus = ExpectedAnswer.status(kind);
        expectedBytes = ExpectedAnswer.bodyBytes(sequence, index, documentBytes);
        expectedLengthField = kind == RequestKind.HEAD ? documentBytes : expectedBytes;
        status = 0;
        receivedBytes = 0;
        remainingBytes = 0;
        chunked = false;
        lastOnConnection = false;
        failure = null;
        detail = "";
    }

    /**
     * Takes the head of the final response. After it, {@link #remainingBytes} of content follow; false if what follows
     * cannot be read.
     */
    boolean head(ResponseHead head) {
        status = head.status();
        lastOnConnection = head.close();
        remainingBytes = contentBytes(head);
        if (status != expectedStatus) {
            fail(FailureClass.STATUS_UNEXPECTED, "status " + status + " instead of " + expectedStatus);
        } else if (status != 304 && head.contentLength() != ResponseHead.NO_LENGTH) {
            checkLength(head.contentLength(), expectedLengthField);
        }
        chunked = head.chunked() && remainingBytes > 0;
        boolean encoded = head.transferEncoded() && !head.chunked() && remainingBytes > 0;
        if (encoded) {
            fail(FailureClass.UNSUPPORTED_ENCODING, "the response has a Transfer-Encoding other than chunked");
        }
        boolean readable = !encoded && status >= 200; // after 101 comes another protocol
        lastOnConnection |= !readable;
        return readable;
    }

    /** RFC 9112, section 6.3. */
    private long contentBytes(ResponseHead head) {
        if (kind == RequestKind.HEAD || status == 204 || status == 304) {
            return 0;
        }
        return head.contentLength() == ResponseHead.NO_LENGTH ? UNKNOWN : head.contentLength();
    }

    /** Takes content that was received into memory; compares it if the response is to be verified. */
    void content(MemorySegment received, long length) {
        if (verified && failure == null) {
            verify(received, Math.min(length, remainingBytes));
        }
        discarded(length);
    }

    /** Takes content that was not kept. */
    void discarded(long length) {
        if (length > remainingBytes) {
            fail(FailureClass.LENGTH_LONG, (length - remainingBytes) + " bytes or more follow the content");
            lastOnConnection = true; // what follows would be taken for the next response
        }
        long taken = Math.min(length, remainingBytes);
        receivedBytes += taken;
        if (remainingBytes != UNKNOWN) {
            remainingBytes -= taken;
        }
    }

    /** The server closed the connection; true if that is how this response ends. */
    boolean endedByClose() {
        if (remainingBytes != UNKNOWN || chunked) {
            return false;
        }
        lastOnConnection = true;
        end();
        return true;
    }

    /** The last chunk was read; more than so many bytes follow it. */
    void endedByChunk(long following) {
        end();
        if (following > 0) {
            fail(FailureClass.LENGTH_LONG, following + " bytes or more follow the last chunk");
            lastOnConnection = true;
        }
    }

    private void end() {
        remainingBytes = 0;
        checkLength(receivedBytes, expectedBytes);
    }

    /** The response will not be complete, which is worse than whatever was wrong with it; the connection is lost. */
    void abort(FailureClass what, String words) {
        lastOnConnection = true;
        failure = what;
        detail = words;
    }

    /** How many bytes of content are still to come; {@link #UNKNOWN} if only their end will tell. */
    long remainingBytes() {
        return remainingBytes;
    }

    /** How many bytes of content have come. */
    long receivedBytes() {
        return receivedBytes;
    }

    /** Whether the content has to be compared, and so received into memory. */
    boolean verified() {
        return verified;
    }

    /** Whether the content comes in chunks. */
    boolean chunked() {
        return chunked;
    }

    /** Whether the connection cannot be used for another request. */
    boolean lastOnConnection() {
        return lastOnConnection;
    }

    int document() {
        return document;
    }

    RequestKind kind() {
        return kind;
    }

    /** The status code, 0 before the head. */
    int status() {
        return status;
    }

    /** What is wrong with the response, null as long as nothing is. */
    @Nullable
    FailureClass failure() {
        return failure;
    }

    /** What is wrong, in words. */
    String detail() {
        return detail;
    }

    private void checkLength(long found, long expected) {
        if (found != expected) {
            fail(
                    found < expected ? FailureClass.LENGTH_SHORT : FailureClass.LENGTH_LONG,
                    found + " bytes of content instead of " + expected);
        }
    }

    private void verify(MemorySegment received, long length) {
        long at = contentOffset + receivedBytes;
        long wrong = DocumentContent.mismatch(contentSeed, at, received, length);
        if (wrong >= 0) {
            fail(FailureClass.CONTENT_MISMATCH, "wrong byte at offset " + (at + wrong));
        }
    }

    /** Of what is wrong with a complete response, the first counts. */
    private void fail(FailureClass what, String words) {
        if (failure == null) {
            failure = what;
            detail = words;
        }
    }
}
