package io.laio.http.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One answer as it came over the wire: status line, header fields in order, body. */
public final class Response {
    /**
     * One header field line.
     *
     * @param name as sent, case kept
     * @param value without the white space around it
     */
    public record Field(String name, String value) {}

    private final String statusLine;
    private final List<Field> fields;
    private final byte[] body;

    Response(String statusLine, List<Field> fields, byte[] body) {
        this.statusLine = statusLine;
        this.fields = List.copyOf(fields);
        this.body = body;
    }

    /**
     * The first line.
     *
     * @return for example {@code HTTP/1.1 200 OK}
     */
    public String statusLine() {
        return statusLine;
    }

    /**
     * The status code.
     *
     * @return for example 200
     */
    public int status() {
        return Integer.parseInt(statusLine.substring(9, 12));
    }

    /**
     * The header fields.
     *
     * @return in the order they were sent
     */
    public List<Field> fields() {
        return fields;
    }

    /**
     * The value of a header field that may be sent once at most.
     *
     * @param name in any case
     * @return its value, empty if it was not sent
     * @throws AssertionError if it was sent more than once
     */
    public Optional<String> field(String name) {
        List<String> values = fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
        if (values.size() > 1) {
            throw new AssertionError(name + " was sent " + values.size() + " times: " + this);
        }
        return values.stream().findFirst();
    }

    /**
     * The value of a header field that must be there.
     *
     * @param name in any case
     * @return its value
     * @throws AssertionError if it was not sent, or more than once
     */
    public String require(String name) {
        return field(name).orElseThrow(() -> new AssertionError("no " + name + " in " + this));
    }

    /**
     * The body.
     *
     * @return its bytes; empty for an answer without a body
     */
    public byte[] body() {
        return body;
    }

    /**
     * The body as text.
     *
     * @return its bytes read as UTF-8
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return statusLine + " " + fields + " and " + body.length + " bytes";
    }
}
