package io.laio.soak;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What this process uses now.
 *
 * @param descriptors open descriptors
 * @param rings of them, io_uring instances
 * @param workers threads of the library
 * @param nativeBytes native memory that Java code has allocated, -1 if the JVM does not track it
 * @param mappings lines of /proc/self/maps
 * @param heapBytes objects on the heap, dead ones too
 * @param residentBytes memory that the kernel has given the process
 */
record Usage(
        int descriptors, int rings, int workers, long nativeBytes, int mappings, long heapBytes, long residentBytes) {
    private static final Path SELF = Path.of("/proc/self");
    private static final Pattern OTHER = Pattern.compile("Other \\(reserved=\\d+KB, committed=(\\d+)KB\\)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    static Usage now() throws IOException {
        List<String> targets = descriptorTargets();
        return new Usage(
                targets.size(),
                (int) targets.stream()
                        .filter(target -> target.contains("io_uring"))
                        .count(),
                threads("laio-worker"),
                trackedBytes(),
                Files.readAllLines(SELF.resolve("maps")).size(),
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(),
                resident());
    }

    static List<String> descriptorTargets() throws IOException {
        List<String> targets = new ArrayList<>();
        for (String name : names(SELF.resolve("fd"))) {
            targets.add(target(SELF.resolve("fd").resolve(name)));
        }
        targets.removeIf(String::isEmpty);
        return targets;
    }

    private static String target(Path link) throws IOException {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (NoSuchFileException e) {
            return ""; // the one that the directory was listed with
        }
    }

    private static int threads(String name) {
        int count = 0;
        for (String thread : names(SELF.resolve("task"))) {
            count += command(thread).equals(name) ? 1 : 0;
        }
        return count;
    }

    private static String command(String thread) {
        try {
            return Files.readString(SELF.resolve("task").resolve(thread).resolve("comm"))
                    .strip();
        } catch (IOException e) {
            return ""; // it has ended meanwhile
        }
    }

    private static String[] names(Path directory) {
        return Objects.requireNonNull(new File(directory.toString()).list(), directory.toString());
    }

    private static long resident() throws IOException {
        Matcher matcher = RESIDENT.matcher(Files.readString(SELF.resolve("status")));
        return matcher.find() ? Long.parseLong(matcher.group(1)) << 10 : -1;
    }

    /** By -XX:NativeMemoryTracking=summary; the category of memory that Java code asks for. */
    private static long trackedBytes() {
        try { // by reflection: the module has no reason to require java.management
            Class<?> names = Class.forName("javax.management.ObjectName");
            Object command =
                    names.getConstructor(String.class).newInstance("com.sun.management:type=DiagnosticCommand");
            Object server = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getPlatformMBeanServer")
                    .invoke(null);
            Object text = Class.forName("javax.management.MBeanServer")
                    .getMethod("invoke", names, String.class, Object[].class, String[].class)
                    .invoke(server, command, "vmNativeMemory", new Object[] {new String[] {"summary"}}, new String[] {
                        String[].class.getName()
                    });
            Matcher matcher = OTHER.matcher(String.valueOf(text));
            return matcher.find() ? Long.parseLong(matcher.group(1)) << 10 : -1;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM does not tell what it uses", e);
        }
    }

    @Override
    public String toString() {
        return "%d descriptors, %d workers, native %s KB, %d mappings, heap %.1f MB, resident %.0f MB"
                .formatted(
                        descriptors,
                        workers,
                        nativeBytes < 0 ? "?" : nativeBytes >> 10,
                        mappings,
                        heapBytes / 1048576.0,
                        residentBytes / 1048576.0);
    }
}
