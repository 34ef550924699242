package io.laio.http.protocol;

/**
 * The line {@code Date: ...}, written again only when the second has changed. One a loop, told the time once a turn.
 */
public final class DateLine {
    private static final byte[] NAME = Ascii.bytes("Date: ");
    private static final byte[] CRLF = Ascii.bytes("\r\n");

    private final byte[] line = new byte[NAME.length + HttpDate.BYTES + CRLF.length];
    private long epochSeconds;

    /**
     * Makes the line.
     *
     * @param epochSeconds the time, in seconds since 1970-01-01T00:00:00Z
     */
    public DateLine(long epochSeconds) {
        Ascii.put(line, 0, NAME);
        Ascii.put(line, NAME.length + HttpDate.BYTES, CRLF);
        write(epochSeconds);
    }

    /**
     * Brings the line up to date.
     *
     * @param nowEpochSeconds the time, in seconds since 1970-01-01T00:00:00Z
     */
    public void update(long nowEpochSeconds) {
        if (nowEpochSeconds != epochSeconds) {
            write(nowEpochSeconds);
        }
    }

    /**
     * The time that the line tells.
     *
     * @return seconds since 1970-01-01T00:00:00Z
     */
    public long epochSeconds() {
        return epochSeconds;
    }

    int put(byte[] target, int at) {
        return Ascii.put(target, at, line);
    }

    private void write(long nowEpochSeconds) {
        epochSeconds = nowEpochSeconds;
        HttpDate.format(line, NAME.length, nowEpochSeconds);
    }
}
