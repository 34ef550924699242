package io.laio.http.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes at all. Without more this replays the corpus and the findings kept as resources; with {@code JAZZER_FUZZ=1} in
 * the environment it looks for new ones.
 */
class RequestParserFuzzTest {
    static Stream<byte[]> corpus() {
        return RequestCorpus.all().stream().map(RequestCorpus.Case::bytes);
    }

    @MethodSource("corpus")
    @FuzzTest(maxDuration = "5m")
    void anyBytesAreJudgedByTheRulesHoweverTheyArrive(byte[] input) {
        for (RequestLimits limits : List.of(RequestLimits.DEFAULT, ParsedHead.SMALL)) {
            ParsedHead whole = ParsedHead.whole(input, limits);
            assertEquals(ReferenceParser.outcome(input, limits), whole.outcome());
            ParsedHead pieces = ParsedHead.byteByByte(input, limits);
            assertEquals(whole.outcome(), pieces.outcome());
            assertEquals(whole.request(), pieces.request());
            if (whole.outcome() > 0) {
                assertEquals(whole.outcome(), pieces.given());
                checkAccepted(input, whole.outcome(), limits);
            }
        }
    }

    private static void checkAccepted(byte[] input, int consumed, RequestLimits limits) {
        assertTrue(consumed <= input.length);
        byte[] buffer = input.clone();
        Request request = new Request();
        assertEquals(consumed, new RequestParser(limits).parse(buffer, 0, buffer.length, request));
        assertEquals(new String(input, ISO_8859_1), new String(buffer, ISO_8859_1));
        for (Slice slice : List.of(request.requestLine(), request.target(), request.query(), request.host())) {
            assertTrue(slice.offset() >= 0 && slice.length() >= 0 && slice.end() <= consumed);
        }
        checkPath(request, ReferenceParser.path(input, limits));
    }

    private static void checkPath(Request request, @Nullable String expected) {
        RequestPath path = request.path();
        String text = new String(path.bytes(), 0, path.length(), ISO_8859_1);
        assertEquals(expected == null, path.refusal() != 0);
        assertEquals(expected == null ? "" : expected, text);
        assertEquals(-1, text.indexOf('\0'));
        for (String segment : text.isEmpty() ? new String[0] : text.split("/", -1)) {
            assertFalse(segment.isEmpty() || segment.equals(".") || segment.equals(".."), text);
            assertTrue(!segment.startsWith(".") || path.hidden(), text);
        }
    }
}
