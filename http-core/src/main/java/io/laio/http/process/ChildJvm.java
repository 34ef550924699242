package io.laio.http.process;

import java.io.File;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JVM to be started as a child, by the Java of the running one.
 *
 * @param classPath where it finds its classes, see {@link #classPathOf}
 * @param main the name of the class whose {@code main} it runs
 * @param options options of the JVM, besides the class path
 */
public record ChildJvm(String classPath, String main, List<String> options) {
    private static final List<String> MESSAGES_TO_STANDARD_ERROR =
            List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=warning:stderr");

    /** Copies the list. */
    public ChildJvm {
        options = List.copyOf(options);
    }

    /**
     * Where the running JVM has a class from, and all that its module requires: the code of a child is that of its parent. If the
     * class is in no module, that is the running JVM's whole class path.
     *
     * <p>It is a class path even if the running JVM has a module path: a child needs no checks of module boundaries that its
     * parent has passed.
     *
     * @param type a class
     * @return directories and jars, always in the same order, as an AOT cache needs
     * @throws ChildFailedException if the running JVM has a module from another place than the file system
     */
    public static String classPathOf(Class<?> type) throws ChildFailedException {
        @Nullable ModuleLayer layer = type.getModule().getLayer();
        if (layer == null) {
            return System.getProperty("java.class.path");
        }
        Map<String, ResolvedModule> modules = new TreeMap<>();
        layer.configuration().findModule(type.getModule().getName()).ifPresent(own -> collect(own, modules));
        List<String> places = new ArrayList<>();
        for (ResolvedModule module : modules.values()) {
            places.add(place(module));
        }
        return String.join(File.pathSeparator, places);
    }

    /**
     * The command line.
     *
     * @param aotOptions further options of the JVM, such as {@code -XX:AOTCache=FILE}
     * @param arguments what main gets
     * @return the program and its arguments
     */
    List<String> command(List<String> aotOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(MESSAGES_TO_STANDARD_ERROR);
        command.addAll(options);
        command.addAll(aotOptions);
        command.addAll(List.of("-classpath", classPath, main));
        command.addAll(arguments);
        return command;
    }

    private static void collect(ResolvedModule module, Map<String, ResolvedModule> modules) {
        boolean ofTheJdk = module.reference()
                .location()
                .filter(place -> "jrt".equals(place.getScheme()))
                .isPresent();
        if (!ofTheJdk && modules.putIfAbsent(module.name(), module) == null) {
            module.reads().forEach(read -> collect(read, modules));
        }
    }

    private static String place(ResolvedModule module) throws ChildFailedException {
        URI place = module.reference().location().orElse(URI.create("none:/"));
        if (!"file".equals(place.getScheme())) {
            throw new ChildFailedException(
                    "no child JVM can be started: module " + module.name() + " is in no file or directory but " + place,
                    -1);
        }
        return Path.of(place).toString();
    }
}
