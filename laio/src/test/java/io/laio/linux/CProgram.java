package io.laio.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks a C compiler and its headers for values: this machine's own, or the cross compiler of another architecture.
 *
 * <p>The program is compiled and never run: each value is an immediate operand in the assembler text.
 */
public final class CProgram {
    private static final Pattern VALUE = Pattern.compile("(?m)^->(.*)=(-?\\d+)$");
    private static final Pattern MACRO = Pattern.compile("(?m)^#define (\\w+) ");

    private final Architecture architecture;
    private final StringBuilder source = new StringBuilder("#define _GNU_SOURCE\n#include <stddef.h>\n");

    /**
     * Begins a program; skips the test where it could not be compiled.
     *
     * @param architecture for which processor
     * @param includes headers, in order
     */
    public CProgram(Architecture architecture, String... includes) {
        this.architecture = architecture;
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, compiler())));
        assumeTrue(
                found,
                "no " + compiler() + " on the PATH, so nothing to compare the binding for " + architecture + " with");
        assumeTrue(
                Files.exists(headers(architecture).resolve("linux/io_uring.h")),
                "no headers of Linux for " + architecture + " (linux-libc-dev, libc6-dev-arm64-cross)");
        for (String include : includes) {
            source.append("#include <").append(include).append(">\n");
        }
        source.append("void ask(void) {\n");
    }

    private String compiler() {
        return architecture == Architecture.CURRENT ? "gcc" : triplet(architecture) + "-gcc";
    }

    private static String triplet(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> "x86_64-linux-gnu";
            case AARCH64 -> "aarch64-linux-gnu";
        };
    }

    /**
     * Where the headers are.
     *
     * @param architecture for which processor
     * @return the directory, whether or not it exists
     */
    public static Path headers(Architecture architecture) {
        return architecture == Architecture.CURRENT
                ? Path.of("/usr/include")
                : Path.of("/usr", triplet(architecture), "include");
    }

    /**
     * Asks for a value.
     *
     * @param name under which name to tell it
     * @param expression a constant integer expression in C
     */
    public void ask(String name, String expression) {
        source.append("__asm__ volatile(\"\\n->").append(name).append("=%c0\\n\" : : \"i\" ((long long) (");
        source.append(expression).append(")));\n");
    }

    /**
     * Asks for a macro's value, if the headers have the macro.
     *
     * @param macro its name
     */
    public void askMacro(String macro) {
        source.append("#ifdef ").append(macro).append('\n');
        ask(macro, macro);
        source.append("#endif\n");
    }

    /**
     * Compiles.
     *
     * @param directory where to put the program
     * @return the values by name
     * @throws IOException if the compiler cannot be started
     * @throws InterruptedException if the thread is told to stop
     */
    public Map<String, Long> values(Path directory) throws IOException, InterruptedException {
        Map<String, Long> values = new LinkedHashMap<>();
        VALUE.matcher(compile(directory, "-S"))
                .results()
                .forEach(value -> values.put(value.group(1), Long.parseLong(value.group(2))));
        return values;
    }

    /**
     * Tells which macros the headers define.
     *
     * @param directory where to put the program
     * @return their names
     * @throws IOException if the compiler cannot be started
     * @throws InterruptedException if the thread is told to stop
     */
    public List<String> macros(Path directory) throws IOException, InterruptedException {
        return MACRO.matcher(compile(directory, "-E", "-dM"))
                .results()
                .map(macro -> macro.group(1))
                .toList();
    }

    private String compile(Path directory, String... options) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("ask.c"), source + "}\n");
        Path result = directory.resolve("ask.out");
        Stream<String> command =
                Stream.concat(Stream.of(compiler(), "-o", result.toString(), file.toString()), Stream.of(options));
        output(command.toList());
        return Files.readString(result);
    }

    /**
     * Runs a command that must succeed.
     *
     * @param command the program and its arguments
     * @return what it said
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the thread is told to stop
     */
    static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
