package io.laio.linux;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The constants of the binding as they are on either architecture: some depend on it, and are set when their class is
 * loaded. So a JVM that is told its architecture loads the classes and prints them.
 */
public final class Binding {
    private static final Pattern LINE = Pattern.compile("(?m)^(\\w+)=(-?\\d+)$");

    private Binding() {}

    /**
     * All numbers of a class, also the private ones.
     *
     * @param type a class of the library
     * @param architecture on which processor
     * @return values by name
     * @throws IOException if no JVM can be started
     * @throws InterruptedException if the thread is told to stop
     */
    public static Map<String, Long> values(Class<?> type, Architecture architecture)
            throws IOException, InterruptedException {
        String output = CProgram.output(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Dos.arch=" + (architecture == Architecture.X86_64 ? "amd64" : "aarch64"),
                "-cp",
                Path.of("target", "classes") + ":" + Path.of("target", "test-classes"),
                Binding.class.getName(),
                type.getName()));
        Map<String, Long> values = new LinkedHashMap<>();
        LINE.matcher(output).results().forEach(line -> values.put(line.group(1), Long.parseLong(line.group(2))));
        return values;
    }

    /**
     * Numbers under names of C.
     *
     * @param type a class of the library
     * @return the fields that are constants
     */
    public static List<Field> numbers(Class<?> type) {
        return List.of(type.getDeclaredFields()).stream()
                .filter(field -> Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers()))
                .filter(field -> field.getType() == int.class || field.getType() == long.class)
                .toList();
    }

    /**
     * Prints the constants of a class.
     *
     * @param arguments the name of the class
     * @throws ReflectiveOperationException if there is no such class
     */
    public static void main(String... arguments) throws ReflectiveOperationException {
        for (Field field : numbers(Class.forName(arguments[0]))) {
            field.setAccessible(true);
            System.out.println(field.getName() + "=" + ((Number) field.get(null)).longValue());
        }
    }
}
