package io.laio.lab.codesize;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A Java source whose lines of code can be counted: those that are neither blank nor comment, as the paper counts.
 *
 * @param lines in their order
 */
record JavaSource(List<JavaLine> lines) {
    static JavaSource of(String text) {
        return new JavaSource(JavaScanner.scan(text.lines().toList()));
    }

    /** The lines of code, by their index. */
    BitSet code() {
        BitSet code = new BitSet();
        IntStream.range(0, lines.size()).filter(i -> lines.get(i).code()).forEach(code::set);
        return code;
    }

    /**
     * The lines of code of the declaration or statement that a text stands in: from that line, with annotations before it, to
     * its closing brace or semicolon. Lines that are moved are found again; lines that are gone are missed.
     *
     * @param anchor a part of exactly one line of code
     * @return lines by their index
     * @throws MisfitException if no line of code has it, or several have
     */
    BitSet declaration(String anchor) {
        int[] places = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).code() && lines.get(i).text().contains(anchor))
                .toArray();
        if (places.length != 1) {
            throw new MisfitException((places.length == 0 ? "no line has: " : "several lines have: ") + anchor);
        }
        BitSet declaration = new BitSet();
        declaration.set(firstOf(places[0]), lastOf(places[0]) + 1);
        declaration.and(code());
        return declaration;
    }

    private int firstOf(int line) {
        int first = line;
        while (first > 0 && lines.get(first - 1).isAnnotation()) {
            first--;
        }
        return first;
    }

    private int lastOf(int first) {
        int depth = lines.get(first).depthBefore();
        boolean opened = false;
        for (int i = first; i < lines.size(); i++) {
            JavaLine line = lines.get(i);
            opened |= line.deepest() > depth;
            if (line.depthAfter() <= depth && (opened || line.statementEnds())) {
                return i;
            }
        }
        throw new MisfitException("does not end: " + lines.get(first).text().strip());
    }
}
