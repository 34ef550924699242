package io.laio.http.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a date, against java.time. */
class HttpDateFuzzTest {
    private static final int LAST_YEAR =
            Instant.ofEpochSecond(Heads.NOW).atZone(ZoneOffset.UTC).getYear() + 50;

    private static final List<DateTimeFormatter> FORMATS = List.of(
            strict(fullYear(pattern("EEE, dd MMM ")).appendPattern(" HH:mm:ss 'GMT'")),
            strict(pattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, LAST_YEAR - 99)
                    .appendPattern(" HH:mm:ss 'GMT'")),
            strict(fullYear(pattern("EEE MMM ppd HH:mm:ss "))));

    private static DateTimeFormatterBuilder pattern(String pattern) {
        return new DateTimeFormatterBuilder().appendPattern(pattern);
    }

    /** Four digits: the letters {@code uuuu} would also take a minus sign and three. */
    private static DateTimeFormatterBuilder fullYear(DateTimeFormatterBuilder builder) {
        return builder.appendValue(ChronoField.YEAR, 4, 4, SignStyle.NOT_NEGATIVE);
    }

    private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
        return builder.toFormatter(Locale.US).withResolverStyle(ResolverStyle.STRICT);
    }

    static Stream<byte[]> dates() {
        return Stream.of(
                        "Sun, 06 Nov 1994 08:49:37 GMT",
                        "Sunday, 06-Nov-94 08:49:37 GMT",
                        "Sun Nov  6 08:49:37 1994",
                        "Sun Nov 06 08:49:37 1994",
                        "Wednesday, 29-Feb-56 23:59:59 GMT",
                        "Tue, 29 Feb 2000 00:00:00 GMT",
                        "Sat, 31 Dec 2016 23:59:60 GMT",
                        "Thu, 01 Jan 0000 00:00:00 GMT",
                        "Fri Dec 31 23:59:59 9999")
                .map(text -> text.getBytes(ISO_8859_1));
    }

    @MethodSource("dates")
    @FuzzTest(maxDuration = "3m")
    void anyBytesAreReadAsJavaTimeReadsThem(byte[] input) {
        long read = HttpDate.parse(input, 0, input.length, Heads.NOW);
        assertEquals(read, parseAmongOthers(input, (byte) '0'));
        assertEquals(read, parseAmongOthers(input, (byte) ' '));
        String text = new String(input, ISO_8859_1);
        if (read != HttpDate.INVALID) {
            assertRoundTrip(read);
        }
        if (!text.contains("23:59:60") && !isAtTheHorizon(read)) {
            assertEquals(expected(text), read, text);
        }
    }

    private static long parseAmongOthers(byte[] input, byte filler) {
        byte[] buffer = new byte[input.length + 40];
        Arrays.fill(buffer, filler);
        System.arraycopy(input, 0, buffer, 20, input.length);
        return HttpDate.parse(buffer, 20, input.length, Heads.NOW);
    }

    private static void assertRoundTrip(long instant) {
        byte[] written = new byte[HttpDate.BYTES];
        assertEquals(HttpDate.BYTES, HttpDate.format(written, 0, instant));
        long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        assertTrue(instant <= last + 1);
        assertEquals(Math.min(instant, last), HttpDate.parse(written, 0, written.length, Heads.NOW));
    }

    /** java.time knows the horizon of a year of two digits by the year only; {@link HttpDateTest} covers that year. */
    private static boolean isAtTheHorizon(long instant) {
        int year = instant == HttpDate.INVALID
                ? 0
                : Instant.ofEpochSecond(instant).atZone(ZoneOffset.UTC).getYear();
        return year == LAST_YEAR || year == LAST_YEAR - 100;
    }

    private static long expected(String text) {
        return FORMATS.stream()
                .flatMap(format -> read(format, text).stream())
                .filter(dateTime -> dateTime.getYear() != LAST_YEAR)
                .mapToLong(dateTime -> dateTime.toEpochSecond(ZoneOffset.UTC))
                .findFirst()
                .orElse(HttpDate.INVALID);
    }

    private static Optional<LocalDateTime> read(DateTimeFormatter format, String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, format));
        } catch (DateTimeParseException notThisFormat) {
            return Optional.empty();
        }
    }
}
