package io.laio.http.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.http.protocol.ByteRange.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    private final ByteRange range = new ByteRange();

    private Outcome resolve(long size, String... fields) {
        return range.resolve(Heads.get(fields), Heads.file(size), Heads.NOW);
    }

    private void assertRange(long first, long last) {
        assertEquals(first, range.first());
        assertEquals(last, range.last());
        assertEquals(last - first + 1, range.bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=0-, 0, 99",
        "bytes=99-, 99, 99",
        "bytes=10-19, 10, 19",
        "bytes=010-0019, 10, 19",
        "bytes=10-1000, 10, 99",
        "bytes=10-99999999999999999999, 10, 99",
        "bytes=-1, 99, 99",
        "bytes=-100, 0, 99",
        "bytes=-101, 0, 99",
        "bytes=-99999999999999999999, 0, 99",
        "BYTES=1-2, 1, 2",
    })
    void oneRangeIsServed(String value, long first, long last) {
        assertEquals(Outcome.PARTIAL, resolve(100, "Range: " + value));
        assertRange(first, last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999-"})
    void aRangeWithoutAByteOfTheFileCannotBeSatisfied(String value) {
        assertEquals(Outcome.UNSATISFIABLE, resolve(100, "Range: " + value));
        assertRange(0, -1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=5",
                "bytes=2-1",
                "bytes=a-b",
                "bytes=1-b",
                "bytes=a-",
                "bytes=-a",
                "bytes=1--2",
                "bytes=--1",
                "bytes=+1-2",
                "bytes= 1-2",
                "bytes=1 -2",
                "bytes=1- 2",
                "bytes =1-2",
                "bytes:1-2",
                "byte=1-2",
                "lines=1-2",
                "bytes=0-1,2-3",
                "bytes=0-1,",
                "bytes=,0-1",
                "=1-2",
                "1-2"
            })
    void otherwiseTheWholeFileIsSent(String value) {
        assertEquals(Outcome.WHOLE, resolve(100, "Range: " + value));
        assertRange(0, 99);
    }

    @Test
    void withoutRangeTheWholeFileIsSent() {
        assertEquals(Outcome.WHOLE, resolve(100));
        assertRange(0, 99);
    }

    @Test
    void anEmptyFileHasNoRangesButItsEnd() {
        assertEquals(Outcome.UNSATISFIABLE, resolve(0, "Range: bytes=0-"));
        assertEquals(Outcome.UNSATISFIABLE, resolve(0, "Range: bytes=-0"));
        assertEquals(Outcome.WHOLE, resolve(0, "Range: bytes=-5"));
        assertRange(0, -1);
    }

    @Test
    void rangesBeyondFourGigabytesAreExact() {
        assertEquals(Outcome.PARTIAL, resolve(1L << 40, "Range: bytes=1099511627774-"));
        assertRange((1L << 40) - 2, (1L << 40) - 1);
    }

    @Test
    void onlyGetHasRanges() {
        Request head = Heads.request("HEAD", "/", "Range: bytes=0-1");
        assertEquals(Outcome.WHOLE, range.resolve(head, Heads.file(100), Heads.NOW));
    }

    @Test
    void aRangeOfTheFileAsItIsNeedsItsStrongTag() {
        String tag = Heads.tag(Heads.file(100));
        assertEquals(Outcome.PARTIAL, resolve(100, "Range: bytes=0-1", "If-Range: " + tag));
        assertEquals(Outcome.WHOLE, resolve(100, "Range: bytes=0-1", "If-Range: W/" + tag));
        assertEquals(Outcome.WHOLE, resolve(100, "Range: bytes=0-1", "If-Range: \"x\""));
        assertEquals(Outcome.WHOLE, resolve(100, "Range: bytes=0-1", "If-Range: " + tag + ", " + tag));
        assertEquals(Outcome.WHOLE, resolve(100, "Range: bytes=0-1", "If-Range:"));
    }

    @Test
    void aConditionThatFailsAlsoSilencesAnUnsatisfiableRange() {
        assertEquals(Outcome.WHOLE, resolve(100, "Range: bytes=100-", "If-Range: \"x\""));
    }

    @Test
    void aDateMustBeTheVeryDate() {
        assertEquals(Outcome.PARTIAL, resolve(100, "Range: bytes=0-1", "If-Range: Sun, 06 Nov 1994 08:49:37 GMT"));
        assertEquals(Outcome.WHOLE, resolve(100, "Range: bytes=0-1", "If-Range: Sun, 06 Nov 1994 08:49:38 GMT"));
        assertEquals(Outcome.WHOLE, resolve(100, "Range: bytes=0-1", "If-Range: Sun, 06 Nov 1994 08:49:36 GMT"));
    }

    @Test
    void aDateIsNoStrongValidatorWhileItsSecondMayStillChangeTheFile() {
        byte[] date = new byte[HttpDate.BYTES];
        HttpDate.format(date, 0, Heads.NOW);
        Request request = Heads.get("Range: bytes=0-1", "If-Range: " + Heads.text(date, 0, date.length));
        FileHeaders file = Heads.file(100, Heads.NOW);
        assertEquals(Outcome.WHOLE, range.resolve(request, file, Heads.NOW));
        assertEquals(Outcome.WHOLE, range.resolve(request, file, Heads.NOW + 1));
        assertEquals(Outcome.PARTIAL, range.resolve(request, file, Heads.NOW + 2));
    }
}
