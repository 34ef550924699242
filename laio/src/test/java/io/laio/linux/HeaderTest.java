package io.laio.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every constant and layout of the binding, on either architecture, against the headers of that architecture. */
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
    }

    /** Compares sizes and offsets, which the map names in C. */
    private void compareLayout(
            Class<?> type, Architecture architecture, Map<String, String> expressions, String... includes)
            throws IOException, InterruptedException {
        CProgram program = new CProgram(architecture, includes);
        expressions.forEach(program::ask);
        Map<String, Long> own = new LinkedHashMap<>(Binding.values(type, architecture));
        own.keySet().retainAll(expressions.keySet());
        assertEquals(program.values(directory), own, type.getName());
    }

    private static String offset(String structure, String field) {
        return "offsetof(struct " + structure + ", " + field + ")";
    }

    @ParameterizedTest
    @EnumSource
    void layoutsOfMessagesEventsAndSignalsAreThoseOfTheHeaders(Architecture architecture)
            throws IOException, InterruptedException {
        Map<String, String> message = Map.of(
                "BYTES", "sizeof(struct msghdr)",
                "IOV", offset("msghdr", "msg_iov"),
                "IOV_LENGTH", offset("msghdr", "msg_iovlen"),
                "CONTROL", offset("msghdr", "msg_control"),
                "CONTROL_LENGTH", offset("msghdr", "msg_controllen"));
        compareLayout(MessageHeader.class, architecture, message, "sys/socket.h");
        Map<String, String> vector = Map.of("BYTES", "sizeof(struct iovec)", "LENGTH", offset("iovec", "iov_len"));
        compareLayout(IoVector.class, architecture, vector, "sys/uio.h");
        Map<String, String> event =
                Map.of("BYTES", "sizeof(struct epoll_event)", "DATA", offset("epoll_event", "data"));
        compareLayout(Epoll.class, architecture, event, "sys/epoll.h");
        Map<String, String> action =
                Map.of("ACTION_BYTES", "sizeof(struct sigaction)", "ACTION_HANDLER", offset("sigaction", "sa_handler"));
        compareLayout(InterruptSignal.class, architecture, action, "signal.h");
        Map<String, String> address = Map.of(
                "IN_BYTES", "sizeof(struct sockaddr_in)",
                "IN6_BYTES", "sizeof(struct sockaddr_in6)",
                "MAX_BYTES", "sizeof(struct sockaddr_in6)",
                "PORT", offset("sockaddr_in6", "sin6_port"),
                "IN_HOST", offset("sockaddr_in", "sin_addr"),
                "IN6_HOST", offset("sockaddr_in6", "sin6_addr"),
                "IN6_SCOPE", offset("sockaddr_in6", "sin6_scope_id"));
        compareLayout(SocketAddresses.class, architecture, address, "netinet/in.h");
    }

    @ParameterizedTest
    @EnumSource
    void layoutsOfWhatUnixSocketsPassAreThoseOfTheHeaders(Architecture architecture)
            throws IOException, InterruptedException {
        Map<String, String> control = Map.of(
                "BYTES", "CMSG_SPACE(sizeof(int))",
                "ONE_DESCRIPTOR_BYTES", "CMSG_LEN(sizeof(int))",
                "LEVEL", offset("cmsghdr", "cmsg_level"),
                "TYPE", offset("cmsghdr", "cmsg_type"),
                "DATA", "CMSG_LEN(0)");
        compareLayout(ControlMessage.class, architecture, control, "sys/socket.h");
        Map<String, String> credentials = Map.of("BYTES", "sizeof(struct ucred)", "UID", offset("ucred", "uid"));
        compareLayout(PeerCredentials.class, architecture, credentials, "sys/socket.h");
        Map<String, String> address =
                Map.of("MAX_UNIX_BYTES", "sizeof(struct sockaddr_un)", "UNIX_PATH", offset("sockaddr_un", "sun_path"));
        compareLayout(SocketAddresses.class, architecture, address, "sys/un.h");
    }

    @ParameterizedTest
    @EnumSource
    void layoutsOfFilesAndUsageAreThoseOfTheHeaders(Architecture architecture)
            throws IOException, InterruptedException {
        Map<String, String> how = Map.of(
                "BYTES", "sizeof(struct open_how)",
                "MODE", offset("open_how", "mode"),
                "RESOLVE", offset("open_how", "resolve"));
        compareLayout(OpenHow.class, architecture, how, "linux/openat2.h");
        Map<String, String> status = Map.of(
                "BYTES", "sizeof(struct statx)",
                "NLINK", offset("statx", "stx_nlink"),
                "UID", offset("statx", "stx_uid"),
                "MODE", offset("statx", "stx_mode"),
                "INO", offset("statx", "stx_ino"),
                "SIZE", offset("statx", "stx_size"),
                "MTIME_SECONDS", offset("statx", "stx_mtime.tv_sec"),
                "MTIME_NANOS", offset("statx", "stx_mtime.tv_nsec"),
                "DEV_MAJOR", offset("statx", "stx_dev_major"),
                "DEV_MINOR", offset("statx", "stx_dev_minor"));
        compareLayout(FileStatus.class, architecture, status, "linux/stat.h");
        Map<String, String> usage = Map.of(
                "BYTES", "sizeof(struct rusage)",
                "USER_SECONDS", offset("rusage", "ru_utime.tv_sec"),
                "USER_MICROS", offset("rusage", "ru_utime.tv_usec"),
                "SYSTEM_SECONDS", offset("rusage", "ru_stime.tv_sec"),
                "SYSTEM_MICROS", offset("rusage", "ru_stime.tv_usec"),
                "VOLUNTARY_SWITCHES", offset("rusage", "ru_nvcsw"),
                "INVOLUNTARY_SWITCHES", offset("rusage", "ru_nivcsw"));
        compareLayout(ResourceUsage.class, architecture, usage, "sys/resource.h");
    }

    /** What JVM and kernel take for granted about each other: the binding writes C's long as Java's. */
    @ParameterizedTest
    @EnumSource
    void wordsHave64BitsInLittleEndian(Architecture architecture) throws IOException, InterruptedException {
        CProgram program = new CProgram(architecture, "linux/time_types.h");
        program.ask("long", "sizeof(long)");
        program.ask("little", "__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__");
        program.ask("timespec", "sizeof(struct __kernel_timespec)");
        program.ask("nanos", offset("__kernel_timespec", "tv_nsec"));
        assertEquals(Map.of("long", 8L, "little", 1L, "timespec", 16L, "nanos", 8L), program.values(directory));
    }
}
