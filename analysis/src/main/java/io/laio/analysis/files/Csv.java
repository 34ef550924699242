package io.laio.analysis.files;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as comma-separated values: RFC 4180, UTF-8, one header line. Numbers are written in full, without exponent and
 * with a point whatever the locale; what is not there is an empty field.
 */
public final class Csv {
    private static final String LINE_END = "\r\n"; // RFC 4180, section 2, rule 1

    private final StringBuilder text = new StringBuilder();
    private final int columns;

    /**
     * Starts a table with its header.
     *
     * @param header names of the columns
     */
    public Csv(List<String> header) {
        columns = header.size();
        append(header);
    }

    /**
     * Adds a row.
     *
     * @param values one for each column
     * @throws IllegalArgumentException if there are fewer or more
     */
    public void row(List<? extends @Nullable Object> values) {
        if (values.size() != columns) {
            throw new IllegalArgumentException(values.size() + " values for " + columns + " columns");
        }
        append(values);
    }

    private void append(List<? extends @Nullable Object> values) {
        text.append(values.stream().map(Csv::field).collect(Collectors.joining(",")))
                .append(LINE_END);
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> plain(number);
            default -> quoted(value.toString());
        };
    }

    private static String plain(double number) {
        BigDecimal exact = new BigDecimal(Double.toString(number));
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private static String quoted(String value) {
        boolean special = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    /**
     * The table as it goes into a file.
     *
     * @return UTF-8
     */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
