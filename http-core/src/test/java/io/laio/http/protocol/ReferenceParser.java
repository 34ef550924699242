package io.laio.http.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@link RequestParser} once more, written for the reader instead of the machine: regular expressions over a
 * string, the whole head at once. It shares no code with the parser; a fuzzer compares the two.
 */
final class ReferenceParser {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String AUTHORITY = "[-._~!$&'()*+,;=%:\\[\\]0-9A-Za-z]";
    private static final Pattern LINE = Pattern.compile("(?s)(" + TOKEN + ") (.*) HTTP/([0-9])\\.([0-9])");
    private static final Pattern ABSOLUTE = Pattern.compile("(?s)(?i:http)://" + AUTHORITY + "+([/?].*)?");
    private static final Pattern FIELD = Pattern.compile("(?s)(" + TOKEN + "):[ \t]*(.*?)[ \t]*");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH");
    private static final List<String> SINGLE = List.of("range", "if-range", "if-modified-since", "if-unmodified-since");

    private final String text;
    private final RequestLimits limits;
    private final List<String> names = new ArrayList<>();
    private int at;
    private int status;
    private boolean oldVersion;
    private @Nullable String path = "";
    private String coding = "";

    private ReferenceParser(byte[] bytes, RequestLimits limits) {
        this.text = new String(bytes, ISO_8859_1);
        this.limits = limits;
    }

    /** What {@link RequestParser#parse} must return for these bytes. */
    static int outcome(byte[] bytes, RequestLimits limits) {
        return new ReferenceParser(bytes, limits).head();
    }

    /** The path that an accepted head must have, null if it has none. */
    static @Nullable String path(byte[] bytes, RequestLimits limits) {
        ReferenceParser parser = new ReferenceParser(bytes, limits);
        parser.head();
        return parser.path;
    }

    private int head() {
        String line = "";
        for (int i = 0; i < 5 && line != null && line.isEmpty(); i++) {
            line = nextLine(at + limits.maxRequestLineBytes() + 2, "[\\x00-\\x1f\\x7f]", 414);
        }
        if (line == null) {
            return -status;
        }
        if (line.isEmpty()) {
            return -400;
        }
        int refusal = requestLine(line);
        return refusal == 0 ? fields() : -refusal;
    }

    private int fields() {
        int limit = at + limits.maxHeaderBytes();
        int count = 0;
        while (true) {
            String line = nextLine(limit, "[\\x00-\\x08\\x0a-\\x1f\\x7f]", 431);
            if (line == null) {
                return -status;
            }
            if (line.isEmpty()) {
                int refusal = verdict();
                return refusal == 0 ? at : -refusal;
            }
            if (++count > limits.maxHeaderCount()) {
                return -431;
            }
            if (!field(line)) {
                return -400;
            }
        }
    }

    /** The line that ends before the limit, or null with the status, 0 if it is not complete. */
    private @Nullable String nextLine(int limit, String stop, int tooLong) {
        String room = text.substring(at, Math.min(text.length(), limit));
        Matcher matcher = Pattern.compile(stop).matcher(room);
        boolean found = matcher.find();
        int end = at + (found ? matcher.start() : room.length());
        boolean crlf = text.startsWith("\r\n", end);
        boolean undecided = !crlf && (end == text.length() || (end + 1 == text.length() && text.charAt(end) == '\r'));
        status = end + 1 >= limit ? tooLong : undecided ? 0 : 400;
        if (end + 1 >= limit || !crlf) {
            return null;
        }
        String line = text.substring(at, end);
        at = end + 2;
        return line;
    }

    private int requestLine(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return 400;
        }
        if (!matcher.group(3).equals("1")) {
            return 505;
        }
        if (!METHODS.contains(matcher.group(1))) {
            return 501;
        }
        oldVersion = matcher.group(4).equals("0");
        return target(matcher.group(1), matcher.group(2)) ? 0 : 400;
    }

    private boolean target(String method, String target) {
        if (target.equals("*")) {
            return method.equals("OPTIONS");
        }
        if (target.contains(" ") || target.contains("#")) {
            return false;
        }
        Matcher absolute = ABSOLUTE.matcher(target);
        String rest = absolute.matches() ? absolute.replaceFirst("$1") : target;
        String raw = rest.split("\\?", 2)[0];
        boolean rooted = raw.startsWith("/") || (raw.isEmpty() && absolute.matches());
        if (!rooted || raw.replaceAll("%[0-9a-fA-F]{2}", "").contains("%")) {
            return false;
        }
        path = canonical(raw);
        return true;
    }

    /** Segment by segment: decoded, then kept, dropped or popped; null if no file can have the path. */
    private static @Nullable String canonical(String raw) {
        List<String> kept = new ArrayList<>();
        for (String segment : raw.split("/", -1)) {
            String name = Pattern.compile("%(..)")
                    .matcher(segment)
                    .replaceAll(escape ->
                            Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
            if (name.contains("\0") || name.contains("/") || (name.equals("..") && kept.isEmpty())) {
                return null;
            }
            if (name.equals("..")) {
                kept.removeLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                kept.add(name);
            }
        }
        return String.join("/", kept);
    }

    private boolean field(String line) {
        Matcher matcher = FIELD.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        String value = matcher.group(2);
        boolean repeated = names.contains(name);
        names.add(name);
        if (name.equals("transfer-encoding")) {
            coding = value;
        }
        return switch (name) {
            case "host" -> value.matches(AUTHORITY + "*");
            case "content-length" -> value.matches("[0-9]+");
            default -> !(repeated && SINGLE.contains(name));
        };
    }

    private int verdict() {
        long hosts = names.stream().filter("host"::equals).count();
        long lengths = names.stream().filter("content-length"::equals).count();
        long codings = names.stream().filter("transfer-encoding"::equals).count();
        if (hosts > 1 || (hosts == 0 && !oldVersion) || lengths + codings > 1 || (codings > 0 && oldVersion)) {
            return 400;
        }
        return codings > 0 && !coding.equalsIgnoreCase("chunked") ? 501 : 0;
    }
}
