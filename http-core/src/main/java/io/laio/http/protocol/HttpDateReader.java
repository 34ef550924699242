package io.laio.http.protocol;

/** The three formats of RFC 9110 section 5.6.7, told apart by where the weekday's name ends. */
final class HttpDateReader {
    private static final int ASCTIME_BYTES = 24;
    private static final int RFC850_BYTES_AFTER_WEEKDAY = 24;
    private static final int HORIZON_YEARS = 50;
    private static final int NONE = -1;

    private static final byte[][] LONG_WEEKDAYS = {
        Ascii.bytes("Monday"),
        Ascii.bytes("Tuesday"),
        Ascii.bytes("Wednesday"),
        Ascii.bytes("Thursday"),
        Ascii.bytes("Friday"),
        Ascii.bytes("Saturday"),
        Ascii.bytes("Sunday")
    };
    private static final byte[][] SHORT_WEEKDAYS = {
        Ascii.bytes("Mon"),
        Ascii.bytes("Tue"),
        Ascii.bytes("Wed"),
        Ascii.bytes("Thu"),
        Ascii.bytes("Fri"),
        Ascii.bytes("Sat"),
        Ascii.bytes("Sun")
    };

    private HttpDateReader() {}

    static long parse(byte[] buffer, int offset, int length, long nowEpochSeconds) {
        if (length == HttpDate.BYTES && buffer[offset + 3] == ',') {
            return imfFixdate(buffer, offset);
        }
        if (length == ASCTIME_BYTES && buffer[offset + 3] == ' ') {
            return asctime(buffer, offset);
        }
        return rfc850(buffer, offset, length, nowEpochSeconds);
    }

    /** {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    private static long imfFixdate(byte[] buffer, int offset) {
        int weekday = weekday(buffer, offset, 3, SHORT_WEEKDAYS);
        int day = twoDigits(buffer, offset + 5);
        int month = month(buffer, offset + 8);
        int year = fourDigits(buffer, offset + 12);
        int second = secondOfDay(buffer, offset + 17);
        boolean marks = isSpace(buffer, offset + 4)
                && isSpace(buffer, offset + 7)
                && isSpace(buffer, offset + 11)
                && isSpace(buffer, offset + 16)
                && isGmt(buffer, offset + 25);
        return marks ? combine(weekday, year, month, day, second) : HttpDate.INVALID;
    }

    /** {@code Sun Nov  6 08:49:37 1994}. */
    private static long asctime(byte[] buffer, int offset) {
        int weekday = weekday(buffer, offset, 3, SHORT_WEEKDAYS);
        int month = month(buffer, offset + 4);
        int day = isSpace(buffer, offset + 8) ? digit(buffer, offset + 9) : twoDigits(buffer, offset + 8);
        int second = secondOfDay(buffer, offset + 11);
        int year = fourDigits(buffer, offset + 20);
        boolean marks = isSpace(buffer, offset + 7) && isSpace(buffer, offset + 10) && isSpace(buffer, offset + 19);
        return marks ? combine(weekday, year, month, day, second) : HttpDate.INVALID;
    }

    /** {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
    private static long rfc850(byte[] buffer, int offset, int length, long nowEpochSeconds) {
        int nameLength = length - RFC850_BYTES_AFTER_WEEKDAY;
        int weekday = nameLength < 0 ? NONE : weekday(buffer, offset, nameLength, LONG_WEEKDAYS);
        if (weekday == NONE) {
            return HttpDate.INVALID;
        }
        int rest = offset + nameLength;
        int day = twoDigits(buffer, rest + 2);
        int month = month(buffer, rest + 5);
        int shortYear = twoDigits(buffer, rest + 9);
        int second = secondOfDay(buffer, rest + 12);
        boolean marks = buffer[rest] == ','
                && isSpace(buffer, rest + 1)
                && buffer[rest + 4] == '-'
                && buffer[rest + 8] == '-'
                && isSpace(buffer, rest + 11)
                && isGmt(buffer, rest + 20);
        if (!marks || shortYear == NONE || month == NONE || day == NONE || second == NONE) {
            return HttpDate.INVALID;
        }
        return combine(weekday, fullYear(shortYear, month, day, second, nowEpochSeconds), month, day, second);
    }

    /** The last year with these two digits in which the date is not more than 50 years after now. */
    private static int fullYear(int shortYear, int month, int day, int secondOfDay, long nowEpochSeconds) {
        int today = CivilDate.ofEpochDay(Math.floorDiv(nowEpochSeconds, 86_400L));
        int lastYear = CivilDate.year(today) + HORIZON_YEARS;
        int year = lastYear - Math.floorMod(lastYear - shortYear, 100);
        boolean beyond = year == lastYear
                && secondOfYear(month, day, secondOfDay)
                        > secondOfYear(CivilDate.month(today), CivilDate.day(today), (int)
                                Math.floorMod(nowEpochSeconds, 86_400L));
        return beyond ? year - 100 : year;
    }

    /** Orders moments of one year; months are as long as they can be. */
    private static int secondOfYear(int month, int day, int secondOfDay) {
        return (month * 32 + day) * 86_401 + secondOfDay;
    }

    private static long combine(int weekday, int year, int month, int day, int secondOfDay) {
        boolean inRange = weekday != NONE
                && year != NONE
                && month != NONE
                && secondOfDay != NONE
                && day >= 1
                && day <= CivilDate.daysInMonth(year, month);
        if (!inRange) {
            return HttpDate.INVALID;
        }
        long epochDay = CivilDate.toEpochDay(year, month, day);
        return CivilDate.weekday(epochDay) == weekday ? epochDay * 86_400 + secondOfDay : HttpDate.INVALID;
    }

    private static int secondOfDay(byte[] buffer, int at) {
        int hour = twoDigits(buffer, at);
        int minute = twoDigits(buffer, at + 3);
        int second = twoDigits(buffer, at + 6);
        boolean marks = buffer[at + 2] == ':' && buffer[at + 5] == ':';
        boolean leapSecond = hour == 23 && minute == 59 && second == 60;
        boolean inRange = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return marks && (inRange || leapSecond) ? hour * 3600 + minute * 60 + second : NONE;
    }

    private static int weekday(byte[] buffer, int offset, int length, byte[][] names) {
        for (int i = 0; i < names.length; i++) {
            if (length == names[i].length && equal(buffer, offset, names[i], 0, length)) {
                return i;
            }
        }
        return NONE;
    }

    private static int month(byte[] buffer, int at) {
        for (int month = 0; month < 12; month++) {
            if (equal(buffer, at, HttpDate.MONTHS, 3 * month, 3)) {
                return month + 1;
            }
        }
        return NONE;
    }

    private static boolean equal(byte[] buffer, int at, byte[] names, int from, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[at + i] != names[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(byte[] buffer, int at) {
        return buffer[at] == ' ';
    }

    private static boolean isGmt(byte[] buffer, int at) {
        return isSpace(buffer, at) && buffer[at + 1] == 'G' && buffer[at + 2] == 'M' && buffer[at + 3] == 'T';
    }

    private static int digit(byte[] buffer, int at) {
        return Ascii.isDigit(buffer[at]) ? buffer[at] - '0' : NONE;
    }

    private static int twoDigits(byte[] buffer, int at) {
        int tens = digit(buffer, at);
        int units = digit(buffer, at + 1);
        return tens == NONE || units == NONE ? NONE : 10 * tens + units;
    }

    private static int fourDigits(byte[] buffer, int at) {
        int centuries = twoDigits(buffer, at);
        int years = twoDigits(buffer, at + 2);
        return centuries == NONE || years == NONE ? NONE : 100 * centuries + years;
    }
}
