package io.laio.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every size and offset of the binding, on either architecture, against the headers of that architecture. */
class LayoutTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    /** What a class of the binding knows of a header's structures: expressions in C by the names of its numbers. */
    record Layout(Class<?> type, String header, Map<String, String> expressions) {
        Layout(Class<?> type, String header) {
            this(type, header, Map.of());
        }

        Layout value(String name, String expression) {
            Map<String, String> more = new LinkedHashMap<>(expressions);
            more.put(name, expression);
            return new Layout(type, header, more);
        }

        Layout size(String name, String structure) {
            return value(name, "sizeof(struct " + structure + ")");
        }

        Layout at(String name, String structure, String field) {
            return value(name, offset(structure, field));
        }

        @Override
        public String toString() {
            return type.getSimpleName() + ", " + header;
        }
    }

    private static String offset(String structure, String field) {
        return "offsetof(struct " + structure + ", " + field + ")";
    }

    private static List<Layout> messagesAndEvents() {
        return List.of(
                new Layout(MessageHeader.class, "sys/socket.h")
                        .size("BYTES", "msghdr")
                        .at("IOV", "msghdr", "msg_iov")
                        .at("IOV_LENGTH", "msghdr", "msg_iovlen")
                        .at("CONTROL", "msghdr", "msg_control")
                        .at("CONTROL_LENGTH", "msghdr", "msg_controllen"),
                new Layout(IoVector.class, "sys/uio.h").size("BYTES", "iovec").at("LENGTH", "iovec", "iov_len"),
                new Layout(Epoll.class, "sys/epoll.h")
                        .size("BYTES", "epoll_event")
                        .at("DATA", "epoll_event", "data"),
                new Layout(InterruptSignal.class, "signal.h")
                        .size("ACTION_BYTES", "sigaction")
                        .at("ACTION_HANDLER", "sigaction", "sa_handler"));
    }

    private static List<Layout> sockets() {
        return List.of(
                new Layout(SocketAddresses.class, "netinet/in.h")
                        .size("IN_BYTES", "sockaddr_in")
                        .size("IN6_BYTES", "sockaddr_in6")
                        .size("MAX_BYTES", "sockaddr_in6")
                        .at("PORT", "sockaddr_in6", "sin6_port")
                        .at("IN_HOST", "sockaddr_in", "sin_addr")
                        .at("IN6_HOST", "sockaddr_in6", "sin6_addr")
                        .at("IN6_SCOPE", "sockaddr_in6", "sin6_scope_id"),
                new Layout(SocketAddresses.class, "sys/un.h")
                        .size("MAX_UNIX_BYTES", "sockaddr_un")
                        .at("UNIX_PATH", "sockaddr_un", "sun_path"),
                new Layout(ControlMessage.class, "sys/socket.h")
                        .value("BYTES", "CMSG_SPACE(sizeof(int))")
                        .value("ONE_DESCRIPTOR_BYTES", "CMSG_LEN(sizeof(int))")
                        .at("LEVEL", "cmsghdr", "cmsg_level")
                        .at("TYPE", "cmsghdr", "cmsg_type")
                        .value("DATA", "CMSG_LEN(0)"),
                new Layout(PeerCredentials.class, "sys/socket.h")
                        .size("BYTES", "ucred")
                        .at("UID", "ucred", "uid"));
    }

    private static List<Layout> filesAndUsage() {
        return List.of(
                new Layout(OpenHow.class, "linux/openat2.h")
                        .size("BYTES", "open_how")
                        .at("MODE", "open_how", "mode")
                        .at("RESOLVE", "open_how", "resolve"),
                new Layout(LoopDevice.class, "linux/loop.h")
                        .size("BYTES", "loop_config")
                        .at("BLOCK_SIZE", "loop_config", "block_size")
                        .at("FLAGS", "loop_config", "info.lo_flags"),
                new Layout(FileStatus.class, "linux/stat.h")
                        .size("BYTES", "statx")
                        .at("NLINK", "statx", "stx_nlink")
                        .at("UID", "statx", "stx_uid")
                        .at("MODE", "statx", "stx_mode")
                        .at("INO", "statx", "stx_ino")
                        .at("SIZE", "statx", "stx_size")
                        .at("MTIME_SECONDS", "statx", "stx_mtime.tv_sec")
                        .at("MTIME_NANOS", "statx", "stx_mtime.tv_nsec")
                        .at("DEV_MAJOR", "statx", "stx_dev_major")
                        .at("DEV_MINOR", "statx", "stx_dev_minor"),
                new Layout(ResourceUsage.class, "sys/resource.h")
                        .size("BYTES", "rusage")
                        .at("USER_SECONDS", "rusage", "ru_utime.tv_sec")
                        .at("USER_MICROS", "rusage", "ru_utime.tv_usec")
                        .at("SYSTEM_SECONDS", "rusage", "ru_stime.tv_sec")
                        .at("SYSTEM_MICROS", "rusage", "ru_stime.tv_usec")
                        .at("VOLUNTARY_SWITCHES", "rusage", "ru_nvcsw")
                        .at("INVOLUNTARY_SWITCHES", "rusage", "ru_nivcsw"));
    }

    static Stream<Arguments> layouts() {
        List<Layout> all = Stream.of(messagesAndEvents(), sockets(), filesAndUsage())
                .flatMap(List::stream)
                .toList();
        return Stream.of(Architecture.values())
                .flatMap(architecture -> all.stream().map(layout -> Arguments.of(architecture, layout)));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void layoutIsThatOfTheHeader(Architecture architecture, Layout layout) throws IOException, InterruptedException {
        CProgram program = new CProgram(architecture, layout.header);
        layout.expressions.forEach(program::ask);
        Map<String, Long> own = new LinkedHashMap<>(Binding.values(layout.type, architecture));
        own.keySet().retainAll(layout.expressions.keySet());
        assertEquals(program.values(directory), own);
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
