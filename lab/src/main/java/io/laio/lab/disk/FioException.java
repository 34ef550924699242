package io.laio.lab.disk;

import java.io.IOException;

/** fio failed, or what it says is not understood. The message repeats the beginning of what it said. */
public final class FioException extends IOException {
    private static final long serialVersionUID = 1;
    private static final int ENOUGH = 400;

    FioException(String what, String output) {
        super("fio " + what + ": " + (output.isBlank() ? "it said nothing" : beginning(output.strip())));
    }

    private static String beginning(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= ENOUGH ? line : line.substring(0, ENOUGH) + "...";
    }
}
