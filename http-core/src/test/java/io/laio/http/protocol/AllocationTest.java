package io.laio.http.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The promise of the package: once its objects are made, nothing is allocated. */
class AllocationTest {
    private static final int ROUNDS = 2_000;

    private static final String HEAD = """
            GET /a/b%20c.html?q HTTP/1.1
            Host: localhost:8080
            Connection: keep-alive
            User-Agent: test
            Referer: http://localhost/
            Range: bytes=5-99
            If-None-Match: "x", W/"y"
            If-Range: Sun, 06 Nov 1994 08:49:37 GMT
            If-Unmodified-Since: Sunday, 06-Nov-94 08:49:37 GMT

            """;

    private final byte[] head = HEAD.replace("\n", "\r\n").getBytes(ISO_8859_1);
    private final byte[] target = new byte[8192];
    private final byte[] client = Ascii.bytes("127.0.0.1");
    private final RequestParser parser = new RequestParser(RequestLimits.DEFAULT);
    private final Request request = new Request();
    private final ByteRange range = new ByteRange();
    private final MediaTypes types = MediaTypes.standard();
    private final FileHeaders file = Heads.file(1000);
    private final DateLine dateLine = new DateLine(Heads.NOW);
    private final ResponseHeads heads = new ResponseHeads(dateLine);
    private final AccessLogLine log = new AccessLogLine(AccessLogLine.Format.COMBINED);

    @Test
    void aRequestAllocatesNothing() throws ReflectiveOperationException {
        AllocationMeter meter = new AllocationMeter();
        meter.bytes();
        exchange(0);
        exchange(1);
        long before = meter.bytes();
        for (int round = 2; round < ROUNDS; round++) {
            exchange(round);
        }
        long allocated = meter.bytes() - before;
        assertTrue(allocated < ROUNDS, allocated + " bytes in " + ROUNDS + " requests");
    }

    private void exchange(int round) {
        long now = Heads.NOW + round;
        dateLine.update(now);
        log.update(now);
        parser.parse(head, 0, head.length / 2, request);
        parser.parse(head, 0, head.length, request);
        types.ofPath(request.path().bytes(), request.path().length());
        Preconditions.evaluate(request, file, now);
        range.resolve(request, file, now);
        Persistence persistence = Persistence.of(request);
        int end = heads.writeWhole(target, 0, file, persistence);
        end = heads.writePartial(target, end, file, range, persistence);
        end = heads.writeNotModified(target, end, file, persistence);
        end = heads.writeUnsatisfiable(target, end, file, request.method(), persistence);
        end = heads.writeSlashRedirect(target, end, request, persistence);
        end = heads.writeError(target, end, Status.of(404), request.method(), persistence);
        end = log.write(target, end, client, request, 200, 1000);
        assertTrue(end < target.length);
    }
}
