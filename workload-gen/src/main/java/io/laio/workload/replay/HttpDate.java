package io.laio.workload.replay;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads a date as servers have to write it: {@code Sun, 06 Nov 1994 08:49:37 GMT} (RFC 9110, section 5.6.7, IMF-fixdate). */
final class HttpDate {
    /** What {@link #epochMillis} answers if it is no such date. */
    static final long NONE = -1;

    private static final int BYTES = "Sun, 06 Nov 1994 08:49:37 GMT".length();
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final long DAY_SECONDS = 86_400;
    private static final long HOUR_SECONDS = 3_600;
    private static final long MINUTE_SECONDS = 60;
    private static final long SECOND_MILLIS = 1_000;

    private HttpDate() {}

    /** Milliseconds since 1970, or {@link #NONE}. */
    static long epochMillis(byte[] bytes, int from, int to) {
        if (to - from != BYTES || bytes[to - 1] != 'T') {
            return NONE;
        }
        int month = MONTHS.indexOf(new String(bytes, from + 8, 3, StandardCharsets.US_ASCII));
        try {
            long day = LocalDate.of(number(bytes, from + 12, 4), month / 3 + 1, number(bytes, from + 5, 2))
                    .toEpochDay();
            long second = day * DAY_SECONDS
                    + number(bytes, from + 17, 2) * HOUR_SECONDS
                    + number(bytes, from + 20, 2) * MINUTE_SECONDS
                    + number(bytes, from + 23, 2);
            return month % 3 != 0 || second < 0 ? NONE : second * SECOND_MILLIS;
        } catch (DateTimeException | NumberFormatException e) {
            return NONE;
        }
    }

    private static int number(byte[] bytes, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                throw new NumberFormatException("no digit");
            }
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }
}
