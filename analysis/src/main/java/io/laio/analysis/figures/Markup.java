package io.laio.analysis.figures;

/**
 * Writes XML, and the part of HTML that is XML. Escapes everything it is given as text or attribute value; the same calls give the
 * same characters.
 */
public final class Markup {
    private final StringBuilder out = new StringBuilder();

    /** Starts with nothing written. */
    public Markup() {}

    /**
     * Opens an element.
     *
     * @param name its name
     * @param attributes names and values in turn
     * @return this
     */
    public Markup open(String name, String... attributes) {
        return tag(name, attributes).end(">");
    }

    /**
     * Closes an element.
     *
     * @param name its name
     * @return this
     */
    public Markup close(String name) {
        out.append("</").append(name).append(">\n");
        return this;
    }

    /**
     * Writes an element without content.
     *
     * @param name its name
     * @param attributes names and values in turn
     * @return this
     */
    public Markup empty(String name, String... attributes) {
        return tag(name, attributes).end("/>\n");
    }

    /**
     * Writes an element that holds text.
     *
     * @param name its name
     * @param text its content
     * @param attributes names and values in turn
     * @return this
     */
    public Markup element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    /**
     * Writes an element that holds text, within a line of text.
     *
     * @param name its name
     * @param text its content
     * @param attributes names and values in turn
     * @return this
     */
    public Markup inline(String name, String text, String... attributes) {
        return open(name, attributes).text(text).raw("</" + name + ">");
    }

    /**
     * Writes text.
     *
     * @param text anything
     * @return this
     */
    public Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /**
     * Writes markup that is already written.
     *
     * @param markup well-formed
     * @return this
     */
    public Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    private Markup tag(String name, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("an attribute of <" + name + "> has no value");
        }
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        return this;
    }

    private Markup end(String end) {
        out.append(end);
        return this;
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(allowed(c) ? c : '\uFFFD');
            }
        });
        return safe.toString();
    }

    /** Char of XML 1.0, section 2.2: control characters have no place even escaped. */
    private static boolean allowed(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
