package io.laio.http.protocol;

/**
 * HTTP-date, RFC 9110 section 5.6.7: written as IMF-fixdate, read in all three formats.
 *
 * <p>Reading is strict: letters in the given case, every field in its range, and the weekday that of the date. A leap second
 * is the second after 23:59:59.
 */
public final class HttpDate {
    /** Length of an IMF-fixdate, {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    public static final int BYTES = 29;

    /** What {@link #parse} returns for what is not a date. */
    public static final long INVALID = Long.MIN_VALUE;

    private static final long SECONDS_PER_DAY = 86_400;

    /** 9999-12-31T23:59:59Z and 0000-01-01T00:00:00Z: a year has four digits. */
    private static final long LAST = 253_402_300_799L;

    private static final long FIRST = -62_167_219_200L;

    private static final byte[] WEEKDAYS = Ascii.bytes("MonTueWedThuFriSatSun");
    static final byte[] MONTHS = Ascii.bytes("JanFebMarAprMayJunJulAugSepOctNovDec");

    private HttpDate() {}

    /**
     * Writes an instant as IMF-fixdate.
     *
     * @param target gets {@link #BYTES} bytes
     * @param at where
     * @param epochSeconds the instant; before the year 0 or after 9999, the first or last that can be written
     * @return where the date ends
     */
    public static int format(byte[] target, int at, long epochSeconds) {
        long seconds = Math.clamp(epochSeconds, FIRST, LAST);
        long epochDay = Math.floorDiv(seconds, SECONDS_PER_DAY);
        int date = CivilDate.ofEpochDay(epochDay);
        int year = CivilDate.year(date);
        int end = putName(target, at, WEEKDAYS, CivilDate.weekday(epochDay));
        target[end++] = ',';
        target[end++] = ' ';
        end = Ascii.putTwoDigits(target, end, CivilDate.day(date));
        target[end++] = ' ';
        end = putName(target, end, MONTHS, CivilDate.month(date) - 1);
        target[end++] = ' ';
        end = Ascii.putTwoDigits(target, end, year / 100);
        end = Ascii.putTwoDigits(target, end, year % 100);
        target[end++] = ' ';
        end = putTime(target, end, (int) Math.floorMod(seconds, SECONDS_PER_DAY));
        target[end++] = ' ';
        target[end++] = 'G';
        target[end++] = 'M';
        target[end++] = 'T';
        return end;
    }

    /** Writes {@code HH:mm:ss}. */
    static int putTime(byte[] target, int at, int secondOfDay) {
        int end = Ascii.putTwoDigits(target, at, secondOfDay / 3600);
        target[end++] = ':';
        end = Ascii.putTwoDigits(target, end, secondOfDay / 60 % 60);
        target[end++] = ':';
        return Ascii.putTwoDigits(target, end, secondOfDay % 60);
    }

    /** Writes the three letters of a weekday or month. */
    static int putName(byte[] target, int at, byte[] names, int index) {
        System.arraycopy(names, 3 * index, target, at, 3);
        return at + 3;
    }

    /**
     * Reads an HTTP-date.
     *
     * @param buffer holds it
     * @param offset where it begins
     * @param length its length in bytes
     * @param nowEpochSeconds the time, for years of two digits: no date more than 50 years ahead is meant
     * @return seconds since 1970-01-01T00:00:00Z, or {@link #INVALID}
     */
    public static long parse(byte[] buffer, int offset, int length, long nowEpochSeconds) {
        return HttpDateReader.parse(buffer, offset, length, nowEpochSeconds);
    }

    /**
     * Reads an HTTP-date from a field of a request.
     *
     * @param request the request
     * @param field one of its slices
     * @param nowEpochSeconds the time
     * @return seconds since 1970-01-01T00:00:00Z, or {@link #INVALID}; also if the field is absent
     */
    public static long parse(Request request, Slice field, long nowEpochSeconds) {
        return parse(request.buffer(), field.offset(), field.length(), nowEpochSeconds);
    }
}
