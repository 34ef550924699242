package io.laio.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every constant and layout of the binding against a C program compiled with this machine's own headers. */
class HeaderTest {
    // Sizes and offsets of structures.
    private static final Set<String> LIBRARY_OWN = Set.of("BYTES", "MAX_BYTES", "MAX_ERRNO");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private static Map<String, Long> constants(Class<?> type) throws IllegalAccessException {
        Map<String, Long> constants = new LinkedHashMap<>();
        for (Field field : type.getDeclaredFields()) {
            boolean number = field.getType() == int.class || field.getType() == long.class;
            boolean inC = !Modifier.isPrivate(field.getModifiers()) && !LIBRARY_OWN.contains(field.getName());
            if (number && inC && Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                constants.put(field.getName(), ((Number) field.get(null)).longValue());
            }
        }
        return constants;
    }

    /** All but two at most: headers may be older than a constant. */
    private void compare(CProgram program, Class<?> type)
            throws IllegalAccessException, IOException, InterruptedException {
        Map<String, Long> own = constants(type);
        own.keySet().forEach(program::askMacro);
        Map<String, Long> real = program.run(directory);
        assertTrue(real.size() >= own.size() - 2, type + ": the headers know only " + real.keySet());
        real.forEach((name, value) -> assertEquals(
                value.intValue(), own.getOrDefault(name, Long.MIN_VALUE).intValue(), name));
    }

    @Test
    void constantsAreThoseOfTheHeaders() throws IllegalAccessException, IOException, InterruptedException {
        compare(new CProgram("errno.h"), Errno.class);
        compare(new CProgram("sys/mman.h", "fcntl.h"), MemoryMap.class);
        compare(new CProgram("sys/uio.h", "linux/fs.h"), IoVector.class);
        compare(new CProgram("sys/stat.h", "fcntl.h"), FileStatus.class);
        compare(new CProgram("asm/fcntl.h", "linux/fcntl.h", "linux/openat2.h"), OpenHow.class);
    }

    /** What the C library declares as enumerators, which the preprocessor does not know. */
    private void compareEnumerators(CProgram program, Class<?> type)
            throws IllegalAccessException, IOException, InterruptedException {
        Map<String, Long> own = constants(type);
        own.keySet().forEach(name -> program.ask(name, "(int) " + name));
        assertEquals(own, program.run(directory), type.getName());
    }

    @Test
    void enumeratorsAreThoseOfTheHeaders() throws IllegalAccessException, IOException, InterruptedException {
        compareEnumerators(new CProgram("sys/epoll.h", "sys/eventfd.h"), Epoll.class);
        compareEnumerators(new CProgram("sys/resource.h"), ResourceUsage.class);
        compareEnumerators(new CProgram("sys/socket.h", "netinet/in.h", "linux/tcp.h"), Sockets.class);
    }

    @Test
    void callNumbersAreThoseOfTheHeaders() throws IOException, InterruptedException {
        List<String> names =
                Arrays.stream(SystemCall.values()).map(HeaderTest::macro).toList();
        Map<String, Long> here = numbers(names, "asm/unistd.h");
        Map<String, Long> generic = numbers(names, "asm/bitsperlong.h", "asm-generic/unistd.h");
        assertTrue(here.size() > 290, "the headers know only " + here.keySet());
        assertTrue(generic.size() > 290, "the headers know only " + generic.keySet());
        for (SystemCall call : SystemCall.values()) {
            String name = macro(call);
            assertEquals(here.getOrDefault(name, (long) call.number()), (long) call.number(), name);
            int aarch64 = call.number(Architecture.AARCH64);
            assertEquals(generic.getOrDefault(name, (long) aarch64), (long) aarch64, name + " of aarch64");
        }
    }

    private static String macro(SystemCall call) {
        return "__NR_" + call.title();
    }

    private Map<String, Long> numbers(List<String> names, String... includes) throws IOException, InterruptedException {
        CProgram program = new CProgram(includes);
        names.forEach(program::askMacro);
        return program.run(directory);
    }

    @Test
    void layoutsAreThoseOfTheHeaders() throws IOException, InterruptedException {
        CProgram program = new CProgram(
                "sys/socket.h",
                "sys/uio.h",
                "sys/epoll.h",
                "sys/resource.h",
                "netinet/in.h",
                "linux/openat2.h",
                "linux/stat.h");
        Map<String, Integer> own = new LinkedHashMap<>();
        own.put("sizeof(struct msghdr)", MessageHeader.BYTES);
        own.put("offsetof(struct msghdr, msg_iov)", 16);
        own.put("offsetof(struct msghdr, msg_iovlen)", 24);
        own.put("sizeof(struct iovec)", IoVector.BYTES);
        own.put("sizeof(struct epoll_event)", Epoll.BYTES);
        own.put("offsetof(struct epoll_event, data)", Epoll.BYTES - Long.BYTES);
        own.put("sizeof(struct rusage)", ResourceUsage.BYTES);
        own.put("offsetof(struct rusage, ru_nvcsw)", 128);
        own.put("offsetof(struct rusage, ru_nivcsw)", 136);
        own.put("sizeof(struct open_how)", OpenHow.BYTES);
        own.put("offsetof(struct open_how, mode)", 8);
        own.put("offsetof(struct open_how, resolve)", 16);
        own.put("sizeof(struct statx)", FileStatus.BYTES);
        own.put("offsetof(struct statx, stx_nlink)", 16);
        own.put("offsetof(struct statx, stx_uid)", 20);
        own.put("offsetof(struct statx, stx_mode)", 28);
        own.put("offsetof(struct statx, stx_ino)", 32);
        own.put("offsetof(struct statx, stx_size)", 40);
        own.put("offsetof(struct statx, stx_mtime)", 112);
        own.put("offsetof(struct statx, stx_dev_major)", 136);
        own.put("sizeof(struct sockaddr_in)", 16);
        own.put("sizeof(struct sockaddr_in6)", SocketAddresses.MAX_BYTES);
        own.put("offsetof(struct sockaddr_in6, sin6_addr)", 8);
        own.put("offsetof(struct sockaddr_in6, sin6_scope_id)", 24);
        own.keySet().forEach(expression -> program.ask(expression, expression));
        Map<String, Long> real = program.run(directory);
        own.forEach((expression, value) -> assertEquals((long) value, real.get(expression), expression));
    }
}
