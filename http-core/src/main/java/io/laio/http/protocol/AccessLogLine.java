package io.laio.http.protocol;

/**
 * Writes lines of the Common and the Combined Log Format:
 *
 * <pre>
 *   host - - [10/Oct/2000:13:55:36 +0000] "GET /a HTTP/1.1" 200 2326
 *   host - - [10/Oct/2000:13:55:36 +0000] "GET /a HTTP/1.1" 200 2326 "referer" "user agent"
 * </pre>
 *
 * <p>What a client sent stands between quotes with every byte that is not printable ASCII, every quote and every backslash
 * written as {@code \xHH}: a line can be taken apart again, and nothing in it drives a terminal. One a loop; the time is
 * written again only when the second has changed. Nothing is allocated.
 */
public final class AccessLogLine {
    /** {@code " - - [" time "] "}, quotes, spaces, status, length and line feed. */
    private static final int FIXED_BYTES = 96;

    private static final int ESCAPED_BYTES = 4;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final byte[] NOBODY = Ascii.bytes(" - - ");
    private static final byte[] UTC = Ascii.bytes(" +0000] ");

    private final Format format;
    private final byte[] time = new byte["[10/Oct/2000:13:55:36 +0000] ".length()];
    private long epochSeconds = Long.MIN_VALUE;

    /** Which fields a line has. */
    public enum Format {
        /** Seven. */
        COMMON,
        /** The same, Referer and User-Agent. */
        COMBINED
    }

    /**
     * Makes a writer.
     *
     * @param format which fields
     */
    public AccessLogLine(Format format) {
        this.format = format;
    }

    /**
     * The room that a line can need.
     *
     * @param client the client's address
     * @param request its request
     * @return bytes
     */
    public static int maxBytes(byte[] client, Request request) {
        int sent = request.requestLine().length()
                + request.referer().length()
                + request.userAgent().length();
        return FIXED_BYTES + client.length + ESCAPED_BYTES * sent;
    }

    /**
     * Sets the time of the lines to come.
     *
     * @param nowEpochSeconds seconds since 1970-01-01T00:00:00Z, in the years 0 to 9999
     */
    public void update(long nowEpochSeconds) {
        if (nowEpochSeconds != epochSeconds) {
            epochSeconds = nowEpochSeconds;
            writeTime(nowEpochSeconds);
        }
    }

    /**
     * Writes a line with its line feed.
     *
     * @param target gets the bytes, up to {@link #maxBytes}
     * @param at where
     * @param client the client's address as text
     * @param request the request; without a request line, {@code -} stands for it
     * @param status what was answered
     * @param bodyBytes length of the body that was sent; for 0 a {@code -} is written
     * @return where the line ends
     */
    public int write(byte[] target, int at, byte[] client, Request request, int status, long bodyBytes) {
        int end = Ascii.put(target, at, client);
        end = Ascii.put(target, end, NOBODY);
        end = Ascii.put(target, end, time);
        end = quoted(target, end, request, request.requestLine());
        target[end++] = ' ';
        end = Ascii.putDecimal(target, end, status);
        target[end++] = ' ';
        end = bodyBytes > 0 ? Ascii.putDecimal(target, end, bodyBytes) : dash(target, end);
        if (format == Format.COMBINED) {
            target[end++] = ' ';
            end = quoted(target, end, request, request.referer());
            target[end++] = ' ';
            end = quoted(target, end, request, request.userAgent());
        }
        target[end++] = '\n';
        return end;
    }

    private void writeTime(long nowEpochSeconds) {
        int date = CivilDate.ofEpochDay(Math.floorDiv(nowEpochSeconds, SECONDS_PER_DAY));
        int year = CivilDate.year(date);
        time[0] = '[';
        int end = Ascii.putTwoDigits(time, 1, CivilDate.day(date));
        time[end++] = '/';
        end = HttpDate.putName(time, end, HttpDate.MONTHS, CivilDate.month(date) - 1);
        time[end++] = '/';
        end = Ascii.putTwoDigits(time, end, year / 100);
        end = Ascii.putTwoDigits(time, end, year % 100);
        time[end++] = ':';
        end = HttpDate.putTime(time, end, (int) Math.floorMod(nowEpochSeconds, SECONDS_PER_DAY));
        Ascii.put(time, end, UTC);
    }

    private static int dash(byte[] target, int at) {
        target[at] = '-';
        return at + 1;
    }

    private static int quoted(byte[] target, int at, Request request, Slice field) {
        byte[] buffer = request.buffer();
        int end = at;
        target[end++] = '"';
        for (int i = field.offset(); i < field.end(); i++) {
            end = isPlain(buffer[i]) ? plain(target, end, buffer[i]) : escaped(target, end, buffer[i]);
        }
        if (field.length() == 0) {
            end = dash(target, end);
        }
        target[end++] = '"';
        return end;
    }

    private static boolean isPlain(byte value) {
        return value >= ' ' && value < 0x7f && value != '"' && value != '\\';
    }

    private static int plain(byte[] target, int at, byte value) {
        target[at] = value;
        return at + 1;
    }

    private static int escaped(byte[] target, int at, byte value) {
        target[at] = '\\';
        target[at + 1] = 'x';
        return Ascii.putHex(target, at + 2, value);
    }
}
