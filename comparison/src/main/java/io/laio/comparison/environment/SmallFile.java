package io.laio.comparison.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the kernel's small files, which may be absent on another kernel or machine. */
final class SmallFile {
    private SmallFile() {}

    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException absentOrUnreadable) {
            return Optional.empty();
        }
    }

    /** The value of the first line {@code key<separator>value}. */
    static Optional<String> value(Path file, String key, String separator) {
        return read(file)
                .flatMap(text -> text.lines()
                        .filter(line -> line.startsWith(key))
                        .map(line -> line.substring(line.indexOf(separator) + separator.length()))
                        .map(value -> value.replace("\"", "").strip())
                        .findFirst());
    }
}
