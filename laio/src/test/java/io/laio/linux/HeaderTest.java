package io.laio.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every constant of the binding, on either architecture, against the headers of that architecture. */
class HeaderTest {
    // Sizes, and a number that is the library's own.
    private static final Set<String> LIBRARY_OWN = Set.of("BYTES", "MAX_BYTES", "MAX_UNIX_BYTES", "MAX_ERRNO");

    private static final Set<Class<?>> COMPARED = Set.of(
            Errno.class,
            MemoryMap.class,
            IoVector.class,
            FileStatus.class,
            OpenHow.class,
            Epoll.class,
            ResourceUsage.class,
            Sockets.class,
            MessageHeader.class,
            SocketAddresses.class,
            ControlMessage.class,
            PeerCredentials.class,
            Mounting.class,
            LoopDevice.class,
            SystemCall.class); // by SystemCallHeaderTest

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private static boolean isOfC(Field constant) {
        return !Modifier.isPrivate(constant.getModifiers()) && !LIBRARY_OWN.contains(constant.getName());
    }

    private static Map<String, Long> constants(Class<?> type, Architecture architecture)
            throws IOException, InterruptedException {
        Set<String> inC = Binding.numbers(type).stream()
                .filter(HeaderTest::isOfC)
                .map(Field::getName)
                .collect(Collectors.toSet());
        Map<String, Long> constants = Binding.values(type, architecture);
        constants.keySet().retainAll(inC);
        return constants;
    }

    @Test
    void noClassWithConstantsIsForgotten() throws IOException, ReflectiveOperationException {
        try (Stream<Path> files = Files.list(Path.of("target", "classes", "io", "laio", "linux"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> type = Class.forName("io.laio.linux." + name);
                boolean plain = Binding.numbers(type).stream().noneMatch(HeaderTest::isOfC);
                assertTrue(plain || COMPARED.contains(type), name + " is not compared with the headers");
            }
        }
    }

    /** All but two at most: headers may be older than a constant. */
    private void compare(Class<?> type, Architecture architecture, String... includes)
            throws IOException, InterruptedException {
        CProgram program = new CProgram(architecture, includes);
        Map<String, Long> own = constants(type, architecture);
        own.keySet().forEach(program::askMacro);
        Map<String, Long> real = program.values(directory);
        assertTrue(real.size() >= own.size() - 2, type + ": the headers know only " + real.keySet());
        real.forEach((name, value) -> assertEquals(
                value.intValue(), own.getOrDefault(name, Long.MIN_VALUE).intValue(), name));
    }

    @ParameterizedTest
    @EnumSource
    void constantsAreThoseOfTheHeaders(Architecture architecture) throws IOException, InterruptedException {
        compare(Errno.class, architecture, "errno.h");
        compare(MemoryMap.class, architecture, "sys/mman.h", "fcntl.h");
        compare(IoVector.class, architecture, "sys/uio.h", "linux/fs.h");
        compare(FileStatus.class, architecture, "sys/stat.h", "fcntl.h");
        compare(OpenHow.class, architecture, "asm/fcntl.h", "linux/fcntl.h", "linux/openat2.h");
    }

    /** What the C library declares as enumerators, which the preprocessor does not know. */
    private void compareEnumerators(Class<?> type, Architecture architecture, String... includes)
            throws IOException, InterruptedException {
        CProgram program = new CProgram(architecture, includes);
        Map<String, Long> own = constants(type, architecture);
        own.keySet().forEach(name -> program.ask(name, "(int) " + name));
        assertEquals(own, program.values(directory), type.getName());
    }

    @ParameterizedTest
    @EnumSource
    void enumeratorsAreThoseOfTheHeaders(Architecture architecture) throws IOException, InterruptedException {
        compareEnumerators(Epoll.class, architecture, "sys/epoll.h", "sys/eventfd.h");
        compareEnumerators(ResourceUsage.class, architecture, "sys/resource.h");
        compareEnumerators(Sockets.class, architecture, "sys/socket.h", "netinet/in.h", "linux/tcp.h");
        compareEnumerators(ControlMessage.class, architecture, "sys/socket.h");
        compareEnumerators(Mounting.class, architecture, "sys/mount.h");
        compareEnumerators(LoopDevice.class, architecture, "linux/loop.h");
    }
}
