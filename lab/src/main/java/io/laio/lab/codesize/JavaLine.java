package io.laio.lab.codesize;

/**
 * A line of a Java source.
 *
 * @param text the line
 * @param code whether there is more on it than blanks and comments
 * @param depthBefore how many braces are open where it begins
 * @param deepest the most braces open on it
 * @param depthAfter how many are open where it ends
 * @param statementEnds whether a semicolon of code stands on it
 */
record JavaLine(String text, boolean code, int depthBefore, int deepest, int depthAfter, boolean statementEnds) {
    boolean isAnnotation() {
        return code && text.strip().startsWith("@") && depthBefore == depthAfter;
    }
}
