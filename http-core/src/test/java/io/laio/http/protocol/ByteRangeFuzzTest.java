package io.laio.http.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.laio.http.protocol.ByteRange.Outcome;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a Range, against arithmetic without bounds. */
class ByteRangeFuzzTest {
    private static final Pattern SINGLE = Pattern.compile("(?i:bytes)=(\\d*)-(\\d*)");
    private static final long[] SIZES = {0, 1, 2, 100, 1L << 31, Long.MAX_VALUE};

    /**
     * What must come out.
     *
     * @param outcome how to answer
     * @param first first byte to send
     * @param last last byte to send
     */
    private record Answer(Outcome outcome, long first, long last) {
        static Answer whole(long size) {
            return new Answer(Outcome.WHOLE, 0, size - 1);
        }

        static Answer unsatisfiable() {
            return new Answer(Outcome.UNSATISFIABLE, 0, -1);
        }
    }

    static Stream<byte[]> ranges() {
        return Stream.of(
                        "bytes=0-0",
                        "bytes=5-",
                        "bytes=-5",
                        "bytes=-0",
                        "bytes=-",
                        "bytes=9-8",
                        "BYTES=0-99",
                        "bytes=0-1,2-3",
                        "bytes=9223372036854775806-9223372036854775807",
                        "bytes=9223372036854775808-",
                        "bytes=",
                        "bits=0-1")
                .map(text -> text.getBytes(ISO_8859_1));
    }

    @MethodSource("ranges")
    @FuzzTest(maxDuration = "3m")
    void anyBytesAreResolvedExactly(byte[] input) {
        byte[] among = new byte[input.length + 20];
        Arrays.fill(among, (byte) '7');
        System.arraycopy(input, 0, among, 10, input.length);
        for (long size : SIZES) {
            Answer expected = expected(new String(input, ISO_8859_1), size);
            assertEquals(expected, resolve(input, 0, input.length, size));
            assertEquals(expected, resolve(among, 10, 10 + input.length, size));
        }
    }

    private static Answer resolve(byte[] buffer, int begin, int end, long size) {
        ByteRange range = new ByteRange();
        Outcome outcome = range.resolve(buffer, begin, end, size);
        if (outcome == Outcome.PARTIAL) {
            assertTrue(range.first() >= 0 && range.first() <= range.last() && range.last() < size);
        }
        return new Answer(outcome, range.first(), range.last());
    }

    private static Answer expected(String text, long size) {
        Matcher matcher = SINGLE.matcher(text);
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Answer.whole(size);
        }
        BigInteger bytes = BigInteger.valueOf(size);
        if (matcher.group(1).isEmpty()) {
            return suffix(number(matcher.group(2)), bytes);
        }
        BigInteger first = number(matcher.group(1));
        BigInteger last = matcher.group(2).isEmpty() ? first.max(bytes) : number(matcher.group(2));
        if (last.compareTo(first) < 0) {
            return Answer.whole(size);
        }
        boolean within = first.compareTo(bytes) < 0;
        return within ? partial(first, last.min(bytes.subtract(BigInteger.ONE))) : Answer.unsatisfiable();
    }

    /** Files end before 2^63: a number beyond is as good as that. */
    private static BigInteger number(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE));
    }

    private static Answer suffix(BigInteger length, BigInteger size) {
        if (length.signum() == 0) {
            return Answer.unsatisfiable();
        }
        return size.signum() == 0
                ? Answer.whole(0)
                : partial(size.subtract(length).max(BigInteger.ZERO), size.subtract(BigInteger.ONE));
    }

    private static Answer partial(BigInteger first, BigInteger last) {
        return new Answer(Outcome.PARTIAL, first.longValueExact(), last.longValueExact());
    }
}
