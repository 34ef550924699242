package io.laio.soak;

import io.laio.Engine;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What to do: {@code --engine ring|workers --seconds N --calls N --check N --seed N --processors X --files N --file-bytes N
 * --directory D}.
 *
 * @param engine of the library
 * @param seconds how long at most
 * @param maxCalls how many calls at most
 * @param checkCalls how many calls between two checks
 * @param seed of everything that is left to chance
 * @param processors how much of the machine to use: 0.25 is a quarter of one processor
 * @param files how many files of known content
 * @param fileBytes length of each
 * @param directory where
 */
record SoakOptions(
        Engine engine,
        long seconds,
        long maxCalls,
        long checkCalls,
        long seed,
        double processors,
        int files,
        int fileBytes,
        Path directory) {
    static SoakOptions parse(String[] arguments) {
        SoakOptions options = new SoakOptions(
                Engine.RING,
                3600,
                Long.MAX_VALUE,
                20_000,
                System.nanoTime(),
                0.25,
                40,
                8 << 20,
                Path.of(System.getProperty("java.io.tmpdir")));
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private SoakOptions with(String name, String value) {
        return new SoakOptions(
                name.equals("--engine") ? Engine.valueOf(value.toUpperCase(Locale.ROOT)) : engine,
                name.equals("--seconds") ? Long.parseLong(value) : seconds,
                name.equals("--calls") ? Long.parseLong(value) : maxCalls,
                name.equals("--check") ? Long.parseLong(value) : checkCalls,
                name.equals("--seed") ? Long.parseLong(value) : seed,
                name.equals("--processors") ? Double.parseDouble(value) : processors,
                name.equals("--files") ? Integer.parseInt(value) : files,
                name.equals("--file-bytes") ? Integer.parseInt(value) : fileBytes,
                name.equals("--directory") ? Path.of(value) : directory);
    }
}
