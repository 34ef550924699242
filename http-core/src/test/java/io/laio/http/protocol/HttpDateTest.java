package io.laio.http.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    private static final long SEED = 20261123;
    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;
    private static final DateTimeFormatter IMF = formatter("EEE, dd MMM uuuu HH:mm:ss 'GMT'");
    private static final DateTimeFormatter RFC_850 = formatter("EEEE, dd-MMM-uu HH:mm:ss 'GMT'");
    private static final DateTimeFormatter ASCTIME = formatter("EEE MMM ppd HH:mm:ss uuuu");

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
    }

    private static String format(long epochSeconds) {
        byte[] target = new byte[3 + HttpDate.BYTES];
        assertEquals(target.length, HttpDate.format(target, 3, epochSeconds));
        return new String(target, 3, HttpDate.BYTES, US_ASCII);
    }

    private static long parse(String text) {
        return parse(text, Heads.NOW);
    }

    private static long parse(String text, long now) {
        byte[] bytes = ("??" + text + "??").getBytes(US_ASCII);
        return HttpDate.parse(bytes, 2, bytes.length - 4, now);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
    void theThreeFormatsOfTheStandardAreRead(String text) {
        assertEquals(Heads.MODIFIED, parse(text));
    }

    @Test
    void agreesWithJavaTimeOnRandomInstants() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            long instant = random.nextLong(YEAR_0, YEAR_10000);
            String expected = IMF.format(Instant.ofEpochSecond(instant));
            String context = "seed " + SEED + ", instant " + instant;
            assertEquals(expected, format(instant), context);
            assertEquals(instant, parse(expected), context);
            assertEquals(instant, parse(ASCTIME.format(Instant.ofEpochSecond(instant))), context);
        }
    }

    @Test
    void agreesWithJavaTimeOnYearsOfTwoDigits() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            long now = random.nextLong(0, 4_102_444_800L);
            long horizon = atUtc(now).plusYears(50).toEpochSecond();
            long instant = random.nextLong(atUtc(horizon).minusYears(100).toEpochSecond() + 86_400, horizon + 1);
            String text = RFC_850.format(Instant.ofEpochSecond(instant));
            assertEquals(
                    instant, parse(text, now), "seed " + SEED + ", " + text + " read at " + Instant.ofEpochSecond(now));
        }
    }

    private static ZonedDateTime atUtc(long epochSeconds) {
        return Instant.ofEpochSecond(epochSeconds).atZone(ZoneOffset.UTC);
    }

    @Test
    void everyDayOfFourCenturiesIsWrittenAndRead() {
        for (long day = -141_000; day < 12_000; day++) {
            String expected = IMF.format(Instant.ofEpochSecond(day * 86_400));
            assertEquals(expected, format(day * 86_400));
            assertEquals(day * 86_400, parse(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-62167219201, 'Sat, 01 Jan 0000 00:00:00 GMT'",
        "-9223372036854775808, 'Sat, 01 Jan 0000 00:00:00 GMT'",
        "253402300800, 'Fri, 31 Dec 9999 23:59:59 GMT'",
        "9223372036854775807, 'Fri, 31 Dec 9999 23:59:59 GMT'",
        "-1, 'Wed, 31 Dec 1969 23:59:59 GMT'",
        "951782400, 'Tue, 29 Feb 2000 00:00:00 GMT'",
    })
    void instantsAreWrittenWithinFourDigitYears(long instant, String expected) {
        assertEquals(expected, format(instant));
    }

    @Test
    void aYearOfTwoDigitsIsNotMoreThanFiftyYearsAhead() {
        assertEquals(Instant.parse("2076-11-23T12:00:00Z").getEpochSecond(), parse("Monday, 23-Nov-76 12:00:00 GMT"));
        assertEquals(HttpDate.INVALID, parse("Monday, 23-Nov-76 12:00:01 GMT"));
        assertEquals(Instant.parse("1976-11-23T12:00:01Z").getEpochSecond(), parse("Tuesday, 23-Nov-76 12:00:01 GMT"));
        assertEquals(Instant.parse("1977-01-01T00:00:00Z").getEpochSecond(), parse("Saturday, 01-Jan-77 00:00:00 GMT"));
    }

    @Test
    void aLeapSecondIsTheSecondAfter() {
        assertEquals(parse("Sun, 01 Jan 2017 00:00:00 GMT"), parse("Sat, 31 Dec 2016 23:59:60 GMT"));
        assertNotEquals(HttpDate.INVALID, parse("Sat, 31 Dec 2016 23:59:60 GMT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "Sun",
                "Sun, 06 Nov 1994 08:49:37",
                "Sun, 06 Nov 1994 08:49:37 UTC",
                "Sun, 06 Nov 1994 08:49:37 gmt",
                "Sun, 06 Nov 1994 08:49:37 GMT ",
                " Sun, 06 Nov 1994 08:49:37 GMT",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "sun, 06 Nov 1994 08:49:37 GMT",
                "Son, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 nov 1994 08:49:37 GMT",
                "Sun, 06 Nev 1994 08:49:37 GMT",
                "Sun,  6 Nov 1994 08:49:37 GMT",
                "Sun; 06 Nov 1994 08:49:37 GMT",
                "Sun,_06 Nov 1994 08:49:37 GMT",
                "Sun, 06_Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov_1994 08:49:37 GMT",
                "Sun, 06 Nov 1994_08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37_GMT",
                "Sun, 06 Nov 1994 08.49:37 GMT",
                "Sun, 06 Nov 1994 08:49.37 GMT",
                "Sun, 06 Nov 1994 24:00:00 GMT",
                "Sun, 06 Nov 1994 08:60:37 GMT",
                "Sun, 06 Nov 1994 08:49:60 GMT",
                "Sun, 06 Nov 1994 23:59:61 GMT",
                "Sun, 06 Nov 1994 -1:49:37 GMT",
                "Sun, 06 Nov 19x4 08:49:37 GMT",
                "Sun, 0x Nov 1994 08:49:37 GMT",
                "Mon, 00 Nov 1994 08:49:37 GMT",
                "Thu, 31 Nov 1994 08:49:37 GMT",
                "Thu, 32 Dec 1994 08:49:37 GMT",
                "Wed, 29 Feb 2023 00:00:00 GMT",
                "Thu, 29 Feb 1900 00:00:00 GMT",
                "Sun, 06-Nov-94 08:49:37 GMT",
                "Sunday, 06-Nov-1994 08:49:37 GMT",
                "Monday, 06-Nov-94 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 EST",
                "Sunday; 06-Nov-94 08:49:37 GMT",
                "Sunday, 06 Nov-94 08:49:37 GMT",
                "Sunday, 06-Nov 94 08:49:37 GMT",
                "Sunday,_06-Nov-94 08:49:37 GMT",
                "Sunday, 06-Nov-94_08:49:37 GMT",
                "Sunday, 06-Nov-9x 08:49:37 GMT",
                "Sunday, x6-Nov-94 08:49:37 GMT",
                "Sunday, 06-Nov-94 x8:49:37 GMT",
                "Sunday, 06-Nox-94 08:49:37 GMT",
                "Sun Nov 6 08:49:37 1994",
                "Mon Nov  6 08:49:37 1994",
                "Sun Nov  6 08:49:37 1994 ",
                "Sun Nov_ 6 08:49:37 1994",
                "Sun Nov  6_08:49:37 1994",
                "Sun Nov  6 08:49:37_1994",
                "Mon Nov  0 08:49:37 1994",
                "Sun Nov  x 08:49:37 1994",
                "1994-11-06T08:49:37Z",
                "784111777",
            })
    void whatIsNoDateIsInvalid(String text) {
        assertEquals(HttpDate.INVALID, parse(text));
    }
}
