package io.laio.http.protocol;

/**
 * Days since 1970-01-01 to year, month and day of the Gregorian calendar, and back, without objects.
 *
 * <p>Years are counted from March, which puts the leap day at the end: then the months before a month have
 * {@code (153 * month + 2) / 5} days, and the calendar repeats every 400 years of 146,097 days. 0000-03-01 is 719,468 days
 * before 1970-01-01.
 */
final class CivilDate {
    private static final int DAYS_IN_400_YEARS = 146_097;
    private static final int DAYS_IN_100_YEARS = 36_524;
    private static final int DAYS_IN_4_YEARS = 1_460;
    private static final int DAYS_BEFORE_1970 = 719_468;

    private CivilDate() {}

    static long toEpochDay(int year, int month, int day) {
        long marchYear = month > 2 ? year : year - 1L;
        long leapDays = Math.floorDiv(marchYear, 4L) - Math.floorDiv(marchYear, 100L) + Math.floorDiv(marchYear, 400L);
        int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        return 365 * marchYear + leapDays + dayOfYear - DAYS_BEFORE_1970;
    }

    /** The date, to be taken apart by {@link #year}, {@link #month} and {@link #day}; later dates are greater. */
    static int ofEpochDay(long epochDay) {
        long days = epochDay + DAYS_BEFORE_1970;
        int dayOfEra = (int) Math.floorMod(days, (long) DAYS_IN_400_YEARS);
        int yearOfEra = (dayOfEra
                        - dayOfEra / DAYS_IN_4_YEARS
                        + dayOfEra / DAYS_IN_100_YEARS
                        - dayOfEra / (DAYS_IN_400_YEARS - 1))
                / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int marchYear = yearOfEra + (int) Math.floorDiv(days, (long) DAYS_IN_400_YEARS) * 400;
        return (month > 2 ? marchYear : marchYear + 1) << 9 | month << 5 | day;
    }

    static int year(int date) {
        return date >> 9;
    }

    /** 1 to 12. */
    static int month(int date) {
        return (date >> 5) & 0xf;
    }

    /** 1 to 31. */
    static int day(int date) {
        return date & 0x1f;
    }

    /** 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
    static int weekday(long epochDay) {
        return (int) Math.floorMod(epochDay + 3, 7L);
    }

    static int daysInMonth(int year, int month) {
        if (month == 2) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return leap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }
}
