package io.laio.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks this machine's C compiler and headers for values. */
public final class CProgram {
    private static final Pattern LINE = Pattern.compile("(.*)=(-?\\d+)");

    private final StringBuilder source =
            new StringBuilder("#define _GNU_SOURCE\n#include <stdio.h>\n#include <stddef.h>\n");

    /**
     * Begins a program; skips the test where it could not be compiled.
     *
     * @param includes headers, in order
     */
    public CProgram(String... includes) {
        boolean gcc = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gcc")));
        assumeTrue(gcc, "no gcc on the PATH, so the binding cannot be compared with this machine's headers");
        assumeTrue(
                Files.exists(Path.of("/usr/include/linux/io_uring.h")),
                "this machine has no headers of Linux (linux-libc-dev)");
        for (String include : includes) {
            source.append("#include <").append(include).append(">\n");
        }
        source.append("int main(void) {\n");
    }

    /**
     * Asks for a value.
     *
     * @param name under which name to tell it
     * @param expression an integer expression in C
     */
    public void ask(String name, String expression) {
        source.append("printf(\"%s=%lld\\n\", \"").append(name).append("\", (long long) (");
        source.append(expression).append("));\n");
    }

    /**
     * Asks for a macro's value, if this machine's headers have the macro.
     *
     * @param macro its name
     */
    public void askMacro(String macro) {
        source.append("#ifdef ").append(macro).append('\n');
        ask(macro, macro);
        source.append("#endif\n");
    }

    /**
     * Compiles and runs.
     *
     * @param directory where to put the program
     * @return the values by name
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the thread is told to stop
     */
    public Map<String, Long> run(Path directory) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("ask.c"), source + "return 0; }\n");
        String binary = directory.resolve("ask").toString();
        output("gcc", "-o", binary, file.toString());
        Map<String, Long> values = new LinkedHashMap<>();
        LINE.matcher(output(binary)).results().forEach(m -> values.put(m.group(1), Long.parseLong(m.group(2))));
        return values;
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
