package io.laio.workload.imports;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Reads a line in Common or Combined Log Format (Apache's mod_log_config, "Common Log Format" and "Combined Log
 * Format"): {@code host ident user [time] "request" status bytes}, and then whatever there is. Before that there may be the
 * virtual host ("Common Log Format with Virtual Host"; Debian's vhost_combined): {@code site:port host ident user [time] ...}.
 *
 * <p>A dash as the bytes means that none were sent (ibid., {@code %b}). Characters are bytes (ISO 8859-1).
 */
final class LogLine {
    static final String MALFORMED = "malformed line";
    static final String BAD_TIME = "unreadable time";
    static final String BAD_REQUEST = "unreadable request";
    static final String BAD_STATUS = "unreadable status";
    static final String BAD_BYTES = "unreadable size";

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final int TIME_LENGTH = "17/May/2015:10:05:03 +0000".length();
    private static final int MAX_DIGITS = 15;

    private LogLine() {}

    static ParsedLine parse(String line) {
        int hostEnd = line.indexOf(' ');
        int hostStart = 0;
        int timeStart = line.indexOf('[');
        int timeEnd = line.indexOf(']', timeStart + 1);
        int requestStart = line.indexOf('"', timeEnd + 1) + 1;
        if (hostEnd < 1 || timeStart < hostEnd || timeEnd < 0 || requestStart == 0) {
            return new ParsedLine.Rejected(MALFORMED);
        }
        int requestEnd = closingQuote(line, requestStart);
        if (requestEnd < 0) {
            return new ParsedLine.Rejected(MALFORMED);
        }
        String[] rest = line.substring(requestEnd + 1).trim().split(" +", 3);
        if (rest.length < 2) {
            return new ParsedLine.Rejected(MALFORMED);
        }
        String virtualHost = "";
        if (beginsWithVirtualHost(line, timeStart)) {
            virtualHost = line.substring(0, hostEnd);
            hostStart = hostEnd + 1;
            hostEnd = line.indexOf(' ', hostStart);
        }
        return entry(
                virtualHost,
                line.substring(hostStart, hostEnd),
                line.substring(timeStart + 1, timeEnd),
                unescape(line.substring(requestStart, requestEnd)),
                rest[0],
                rest[1]);
    }

    /**
     * Four words before the time are a virtual host and the usual three, or a user's name with a blank in it. The second word
     * of the usual three, ident, has been a dash in every log since the nineties.
     */
    private static boolean beginsWithVirtualHost(String line, int timeStart) {
        String[] words = line.substring(0, timeStart).trim().split(" ", -1);
        return words.length == 4 && words[2].equals("-") && !words[1].equals("-");
    }

    private static ParsedLine entry(
            String virtualHost, String host, String time, String request, String status, String bytes) {
        long epochSeconds = epochSeconds(time);
        if (epochSeconds < 0) {
            return new ParsedLine.Rejected(BAD_TIME);
        }
        if (status.length() != 3 || !isNumber(status)) {
            return new ParsedLine.Rejected(BAD_STATUS);
        }
        if (!bytes.equals("-") && (!isNumber(bytes) || bytes.length() > MAX_DIGITS)) {
            return new ParsedLine.Rejected(BAD_BYTES);
        }
        int methodEnd = request.indexOf(' ');
        String target = methodEnd < 1 ? "" : target(request, methodEnd + 1);
        if (target.isEmpty()) {
            return new ParsedLine.Rejected(BAD_REQUEST);
        }
        return new ParsedLine.Entry(
                virtualHost,
                host,
                epochSeconds,
                request.substring(0, methodEnd),
                target,
                Integer.parseInt(status),
                bytes.equals("-") ? 0 : Long.parseLong(bytes));
    }

    /** Up to the protocol version, which HTTP/0.9 has not; a blank within the target is a client's mistake. */
    private static String target(String request, int start) {
        int version = request.lastIndexOf(" HTTP/");
        return request.substring(start, version < start ? request.length() : version)
                .trim();
    }

    /** The quote that ends a field: those within are escaped with a backslash. */
    private static int closingQuote(String line, int start) {
        for (int i = start; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i;
            }
        }
        return -1;
    }

    /** Apache writes a quote and a backslash with a backslash before it, and other bytes as {@code \xhh}. */
    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
            } else if (text.charAt(i + 1) == 'x' && Hex.isPair(text, i + 2)) {
                plain.append((char) Hex.pair(text, i + 2));
                i += 3;
            } else {
                i++;
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    /** Of {@code 17/May/2015:10:05:03 +0000}; -1 if it is not a time from 1970 to 2106, whose seconds have 32 bits. */
    private static long epochSeconds(String time) {
        if (time.length() != TIME_LENGTH) {
            return -1;
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    Integer.parseInt(time, 7, 11, 10),
                    MONTHS.indexOf(time.substring(3, 6)) + 1,
                    Integer.parseInt(time, 0, 2, 10),
                    Integer.parseInt(time, 12, 14, 10),
                    Integer.parseInt(time, 15, 17, 10),
                    Integer.parseInt(time, 18, 20, 10));
            long seconds = local.toEpochSecond(ZoneOffset.of(time.substring(21)));
            return seconds < 0 || seconds >= 1L << Integer.SIZE ? -1 : seconds;
        } catch (DateTimeException | NumberFormatException e) {
            return -1;
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
