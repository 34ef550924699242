package io.laio.workload.cli;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How option values are written. */
final class Units {
    private Units() {}

    /** {@code 500ms}, {@code 15s}, {@code 5m}, {@code 1h}; a number alone is in seconds. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");

        @Override
        public Duration convert(String value) {
            Matcher matcher = FORM.matcher(value);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + value + "' is not a duration such as 500ms, 15s, 5m or 1h");
            }
            long number = Long.parseLong(matcher.group(1));
            return switch (String.valueOf(matcher.group(2))) {
                case "ms" -> Duration.ofMillis(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofSeconds(number);
            };
        }
    }

    /** {@code 0.0625} or {@code 1/16}. */
    static final class ScaleConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            try {
                int slash = value.indexOf('/');
                double scale = slash < 0
                        ? Double.parseDouble(value)
                        : Double.parseDouble(value.substring(0, slash))
                                / Double.parseDouble(value.substring(slash + 1));
                if (scale > 0 && scale < Double.POSITIVE_INFINITY) {
                    return scale;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new TypeConversionException("'" + value + "' is not a scale such as 1, 0.05 or 1/16");
        }
    }

    /** {@code http://host:port/}; the port is 80 if it is not given. */
    static final class TargetConverter implements ITypeConverter<InetSocketAddress> {
        private static final int HTTP_PORT = 80;

        @Override
        public InetSocketAddress convert(String value) {
            try {
                URI uri = new URI(value);
                refusePath(value, uri);
                if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
                    int port = uri.getPort() < 0 ? HTTP_PORT : uri.getPort();
                    return resolved(new InetSocketAddress(uri.getHost(), port));
                }
            } catch (URISyntaxException e) {
                // Said below.
            }
            throw new TypeConversionException("'" + value + "' is not a URL such as http://127.0.0.1:8080/");
        }

        /** Not dropped without a word: all answers would be 404. */
        private static void refusePath(String value, URI uri) {
            boolean rooted = uri.getPath() == null
                    || uri.getPath().isEmpty()
                    || uri.getPath().equals("/");
            if (!rooted || uri.getQuery() != null || uri.getUserInfo() != null) {
                throw new TypeConversionException(
                        "'" + value
                                + "': a target is a host and a port, such as http://127.0.0.1:8080/; documents are asked for by their paths from there");
            }
        }

        private static InetSocketAddress resolved(InetSocketAddress address) {
            if (address.isUnresolved()) {
                throw new TypeConversionException("unknown host '" + address.getHostString() + "'");
            }
            return address;
        }
    }
}
