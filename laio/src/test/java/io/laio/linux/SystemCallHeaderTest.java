package io.laio.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of system calls against {@code asm/unistd.h} of either architecture, in both directions. */
class SystemCallHeaderTest {
    private static final String PREFIX = "__NR_";
    private static final int LAST = SystemCall.FILE_SETATTR.number(); // of Linux 6.18
    private static final int FIRST_ALIKE = SystemCall.PIDFD_SEND_SIGNAL.number();

    /** Not calls: the first number of the architecture's own, and the number of numbers. */
    private static final Set<String> NO_CALLS = Set.of("arch_specific_syscall", "syscalls");

    /** Calls that have come since Linux 6.1, whose headers Debian 12 has. */
    private static final Set<SystemCall> NEWER = EnumSet.of(
            SystemCall.URETPROBE,
            SystemCall.UPROBE,
            SystemCall.CACHESTAT,
            SystemCall.FCHMODAT2,
            SystemCall.MAP_SHADOW_STACK,
            SystemCall.FUTEX_WAKE,
            SystemCall.FUTEX_WAIT,
            SystemCall.FUTEX_REQUEUE,
            SystemCall.STATMOUNT,
            SystemCall.LISTMOUNT,
            SystemCall.LSM_GET_SELF_ATTR,
            SystemCall.LSM_SET_SELF_ATTR,
            SystemCall.LSM_LIST_MODULES,
            SystemCall.MSEAL,
            SystemCall.SETXATTRAT,
            SystemCall.GETXATTRAT,
            SystemCall.LISTXATTRAT,
            SystemCall.REMOVEXATTRAT,
            SystemCall.OPEN_TREE_ATTR,
            SystemCall.FILE_GETATTR,
            SystemCall.FILE_SETATTR);

    /** Calls that newer headers no longer have. */
    private static final Set<SystemCall> REMOVED = EnumSet.of(SystemCall.NFSSERVCTL, SystemCall.LOOKUP_DCOOKIE);

    /** Calls whose number had been reserved, or taken over from another call. */
    private static final Set<SystemCall> OUT_OF_ORDER = EnumSet.of(SystemCall.CLOSE_RANGE, SystemCall.QUOTACTL_FD);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private Map<String, Long> numbersOfTheHeaders(Architecture architecture) throws IOException, InterruptedException {
        List<String> macros = new CProgram(architecture, "asm/unistd.h").macros(directory);
        CProgram program = new CProgram(architecture, "asm/unistd.h");
        macros.stream()
                .filter(macro -> macro.startsWith(PREFIX))
                .filter(macro -> !NO_CALLS.contains(macro.substring(PREFIX.length())))
                .forEach(macro -> program.ask(macro.substring(PREFIX.length()), macro));
        return program.values(directory);
    }

    private static Map<String, Long> numbersOfTheBinding(Architecture architecture) {
        Map<String, Long> numbers = new TreeMap<>();
        Stream.of(SystemCall.values())
                .filter(call -> call.number(architecture) != SystemCall.ABSENT)
                .forEach(call -> numbers.put(call.title(), (long) call.number(architecture)));
        return numbers;
    }

    private static Set<String> titles(Set<SystemCall> first, Set<SystemCall> second) {
        Set<String> titles = new TreeSet<>();
        Stream.concat(first.stream(), second.stream()).map(SystemCall::title).forEach(titles::add);
        return titles;
    }

    @ParameterizedTest
    @EnumSource
    void everyNumberOfTheHeadersIsACallOfTheBinding(Architecture architecture)
            throws IOException, InterruptedException {
        Map<String, Long> headers = numbersOfTheHeaders(architecture);
        headers.values().removeIf(number -> number > LAST); // of a kernel newer than the table
        assertTrue(headers.size() > 300, "the headers know only " + headers.keySet());
        Map<String, Long> binding = numbersOfTheBinding(architecture);
        headers.forEach((name, number) -> assertEquals(number, binding.get(name), name));
    }

    @ParameterizedTest
    @EnumSource
    void everyCallOfTheBindingIsInTheHeadersUnlessItIsNewer(Architecture architecture)
            throws IOException, InterruptedException {
        Set<String> missing = numbersOfTheBinding(architecture).keySet();
        missing.removeAll(numbersOfTheHeaders(architecture).keySet());
        missing.removeAll(titles(NEWER, REMOVED));
        assertEquals(Set.of(), missing);
    }

    @Test
    void newCallsHaveTheSameNumberEverywhere() {
        for (SystemCall call : SystemCall.values()) {
            int x86 = call.number(Architecture.X86_64);
            int aarch64 = call.number(Architecture.AARCH64);
            assertTrue(x86 < FIRST_ALIKE || x86 == aarch64, call.title());
            assertTrue(aarch64 < FIRST_ALIKE || x86 == aarch64, call.title());
        }
    }

    @Test
    void noNumberOfANewCallIsLeftOut() {
        for (int number = FIRST_ALIKE; number <= LAST; number++) {
            int wanted = number;
            assertTrue(
                    Stream.of(SystemCall.values()).anyMatch(call -> call.number(Architecture.X86_64) == wanted),
                    "no call has the number " + number);
        }
    }

    @Test
    void numbersAreGivenInTheOrderOfTheKernels() {
        int before = 0;
        for (int number = FIRST_ALIKE; number <= LAST; number++) {
            SystemCall call = SystemCall.ofNumber(number);
            if (call != null && !OUT_OF_ORDER.contains(call)) {
                int version = version(call.since());
                assertTrue(version >= before, call.title() + " of " + call.since() + " is older than the one before");
                before = version;
            }
        }
    }

    private static int version(String since) {
        String[] parts = since.split("\\.", -1);
        return Integer.parseInt(parts[0]) * 1000 + Integer.parseInt(parts[1]);
    }
}
