package io.laio.lab.codesize;

import java.util.List;

/**
 * Tells code from comments, as the Java Language Specification separates them (JLS 25, sections 3.7, 3.10.4 to 3.10.6): a
 * comment sign within a string, a character or a text block is none, nor is a quote within a comment.
 */
final class JavaScanner {
    private static final String TEXT_BLOCK = "\"\"\"";

    private enum Within {
        CODE,
        COMMENT,
        STRING,
        CHARACTER,
        TEXT_BLOCK
    }

    private Within within = Within.CODE;
    private int depth;

    // Of the line that is being scanned
    private boolean code;
    private int deepest;
    private boolean statementEnds;

    /** Scans lines in their order, from a file's first. */
    static List<JavaLine> scan(List<String> lines) {
        JavaScanner scanner = new JavaScanner();
        return lines.stream().map(scanner::line).toList();
    }

    private JavaLine line(String text) {
        int before = depth;
        code = false;
        deepest = depth;
        statementEnds = false;
        int at = 0;
        while (at < text.length() && !(within == Within.CODE && text.startsWith("//", at))) {
            at += step(text, at);
        }
        return new JavaLine(text, code, before, deepest, depth, statementEnds);
    }

    /** Takes what begins at a place, and answers how many characters that are. */
    private int step(String text, int at) {
        boolean wasComment = within == Within.COMMENT;
        int length = switch (within) {
            case CODE -> inCode(text, at);
            case COMMENT -> text.startsWith("*/", at) ? enter(Within.CODE, 2) : 1;
            case STRING -> inLiteral(text, at, "\"");
            case CHARACTER -> inLiteral(text, at, "'");
            case TEXT_BLOCK -> inLiteral(text, at, TEXT_BLOCK);
        };
        boolean isComment = wasComment || within == Within.COMMENT;
        code |= !isComment && !Character.isWhitespace(text.charAt(at));
        return length;
    }

    private int inCode(String text, int at) {
        if (text.startsWith("/*", at)) {
            return enter(Within.COMMENT, 2);
        }
        if (text.startsWith(TEXT_BLOCK, at)) {
            return enter(Within.TEXT_BLOCK, TEXT_BLOCK.length());
        }
        switch (text.charAt(at)) {
            case '"' -> within = Within.STRING;
            case '\'' -> within = Within.CHARACTER;
            case '{' -> deepest = Math.max(deepest, ++depth);
            case '}' -> depth--;
            case ';' -> statementEnds = true;
            default -> {
                // an ordinary character
            }
        }
        return 1;
    }

    private int inLiteral(String text, int at, String end) {
        if (text.charAt(at) == '\\') {
            return 2; // whatever is escaped ends nothing
        }
        return text.startsWith(end, at) ? enter(Within.CODE, end.length()) : 1;
    }

    private int enter(Within next, int length) {
        within = next;
        return length;
    }
}
