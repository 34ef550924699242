package io.laio.http.connection;

import io.laio.http.document.NameConversion;
import io.laio.http.document.OpenFile;
import io.laio.http.protocol.ByteRange;
import io.laio.http.protocol.DateLine;
import io.laio.http.protocol.Method;
import io.laio.http.protocol.Persistence;
import io.laio.http.protocol.Preconditions;
import io.laio.http.protocol.Request;
import io.laio.http.protocol.ResponseHeads;
import io.laio.http.protocol.Status;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decides what answers a request, and writes the head. It does no I/O and knows no connection; one a loop, so that the memory
 * of a head is there once: {@link #head()} holds what the last call wrote.
 */
final class Responder {
    private static final int INITIAL_HEAD_BYTES = 2048;
    private static final byte[] JSON = "application/json".getBytes(StandardCharsets.US_ASCII);

    private final DateLine dateLine;
    private final ResponseHeads heads;
    private final ByteRange range = new ByteRange();
    private byte[] head = new byte[INITIAL_HEAD_BYTES];

    Responder(DateLine dateLine) {
        this.dateLine = dateLine;
        this.heads = new ResponseHeads(dateLine);
    }

    byte[] head() {
        return head;
    }

    /** Answers with an error and its page. */
    void error(Response response, Status status, Method method, Persistence persistence) {
        response.begin(status, persistence == Persistence.CLOSE);
        response.headBytes = heads.writeError(head, 0, status, method, persistence);
    }

    /** Answers a GET or HEAD whose path was converted; the document, if there is one, passes to the response. */
    void converted(
            Response response,
            Request request,
            NameConversion conversion,
            NameConversion.Outcome outcome,
            Persistence persistence) {
        switch (outcome) {
            case FOUND -> document(response, request, conversion.take(), persistence);
            case DIRECTORY -> redirect(response, request, persistence);
            case NOT_FOUND -> error(response, Status.NOT_FOUND, request.method(), persistence);
            case FORBIDDEN -> error(response, Status.FORBIDDEN, request.method(), persistence);
            case EXHAUSTED -> error(response, Status.SERVICE_UNAVAILABLE, request.method(), persistence);
            case FAILED -> error(response, Status.INTERNAL_SERVER_ERROR, request.method(), persistence);
            case PENDING -> throw new IllegalStateException("the path is not converted yet");
        }
    }

    private void redirect(Response response, Request request, Persistence persistence) {
        ensureHead(ResponseHeads.maxRedirectBytes(request));
        response.begin(Status.MOVED_PERMANENTLY, persistence == Persistence.CLOSE);
        response.headBytes = heads.writeSlashRedirect(head, 0, request, persistence);
    }

    private void document(Response response, Request request, OpenFile file, Persistence persistence) {
        ensureHead(ResponseHeads.maxFileHeadBytes(file.headers()));
        long now = dateLine.epochSeconds();
        switch (Preconditions.evaluate(request, file.headers(), now)) {
            case FAILED -> {
                file.release();
                error(response, Status.PRECONDITION_FAILED, request.method(), persistence);
            }
            case NOT_MODIFIED -> {
                response.begin(Status.NOT_MODIFIED, persistence == Persistence.CLOSE);
                response.headBytes = heads.writeNotModified(head, 0, file.headers(), persistence);
                file.release();
            }
            case PROCEED -> content(response, request, file, persistence, now);
        }
    }

    private void content(Response response, Request request, OpenFile file, Persistence persistence, long now) {
        boolean closes = persistence == Persistence.CLOSE;
        switch (range.resolve(request, file.headers(), now)) {
            case WHOLE -> {
                response.begin(Status.OK, closes);
                response.headBytes = heads.writeWhole(head, 0, file.headers(), persistence);
                body(response, request, file, 0, file.bytes());
            }
            case PARTIAL -> {
                response.begin(Status.PARTIAL_CONTENT, closes);
                response.headBytes = heads.writePartial(head, 0, file.headers(), range, persistence);
                body(response, request, file, range.first(), range.bytes());
            }
            case UNSATISFIABLE -> {
                response.begin(Status.RANGE_NOT_SATISFIABLE, closes);
                response.headBytes = heads.writeUnsatisfiable(head, 0, file.headers(), request.method(), persistence);
                file.release();
            }
        }
    }

    private static void body(Response response, Request request, OpenFile file, long first, long bytes) {
        if (request.method() == Method.HEAD || bytes == 0) {
            file.release();
            return;
        }
        response.file = file;
        response.position = first;
        response.end = first + bytes;
    }

    /** Answers with the statistics, or with their reset. */
    void statistics(Response response, Request request, StatisticsResource statistics, Persistence persistence) {
        boolean closes = persistence == Persistence.CLOSE;
        switch (request.method()) {
            case DELETE -> {
                statistics.reset();
                response.begin(Status.NO_CONTENT, closes);
                response.headBytes = heads.writeNoContent(head, 0, persistence);
            }
            case GET, HEAD -> {
                byte[] json = statistics.json();
                ensureHead(ResponseHeads.MAX_PAGE_BYTES + json.length);
                response.begin(Status.OK, closes);
                int end = heads.writeContent(head, 0, JSON, json.length, persistence);
                if (request.method() == Method.GET) {
                    System.arraycopy(json, 0, head, end, json.length);
                    end += json.length;
                }
                response.headBytes = end;
            }
            default -> error(response, Status.METHOD_NOT_ALLOWED, request.method(), persistence);
        }
    }

    private void ensureHead(int bytes) {
        if (head.length < bytes) {
            head = Arrays.copyOf(head, bytes);
        }
    }
}
