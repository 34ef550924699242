package io.laio.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The binding itself: error numbers, structures and memory. */
class NativeLinuxTest {
    private final Linux linux = Linux.open();

    @Test
    void errorNumbersOfThreadsDoNotMix() throws InterruptedException {
        AtomicInteger wrong = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            boolean badDescriptor = thread % 2 == 0;
            threads.add(Thread.ofPlatform().start(() -> {
                Linux own = Linux.open();
                for (int i = 0; i < 50_000; i++) {
                    long result = badDescriptor ? own.close(-1) : own.munmap(1, 4096);
                    wrong.addAndGet(result == (badDescriptor ? -Errno.EBADF : -Errno.EINVAL) ? 0 : 1);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(0, wrong.get());
    }

    @Test
    void valuesAreTheCallsOwn() {
        assertEquals(ProcessHandle.current().pid(), linux.syscall(SystemCall.GETPID, 0, 0, 0, 0));
        assertEquals(-Errno.ENOSYS, linux.syscall(100_000, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void everyErrorNumberHasItsNameInItsDescription() throws IllegalAccessException {
        Set<Integer> seen = new HashSet<>();
        for (Field field : Errno.class.getFields()) {
            assertTrue(Modifier.isStatic(field.getModifiers()));
            int errno = field.getInt(null);
            assertTrue(seen.add(errno), field.getName() + " has the number of another");
            assertTrue(Errno.describe(errno).startsWith(field.getName() + " ("), field.getName());
        }
        assertEquals("errno 4000", Errno.describe(4000));
    }

    @Test
    void callsAreFoundByTheirNumber() {
        for (SystemCall call : SystemCall.values()) {
            assertEquals(call.exists() ? call : null, SystemCall.ofNumber(call.number()), call.title());
        }
        assertEquals(null, SystemCall.ofNumber(SystemCall.ABSENT));
        assertEquals(null, SystemCall.ofNumber(Integer.MAX_VALUE));
    }

    @Test
    void noTwoCallsHaveOneNumber() {
        for (Architecture architecture : Architecture.values()) {
            Set<Integer> seen = new HashSet<>();
            for (SystemCall call : SystemCall.values()) {
                int number = call.number(architecture);
                assertTrue(number == SystemCall.ABSENT || seen.add(number), call + " of " + architecture);
            }
        }
    }

    @Test
    void oldCallsAreAbsentOnAarch64() {
        assertEquals(SystemCall.ABSENT, SystemCall.FORK.number(Architecture.AARCH64));
        assertEquals(SystemCall.ABSENT, SystemCall.EPOLL_WAIT.number(Architecture.AARCH64));
        assertEquals(56, SystemCall.OPENAT.number(Architecture.AARCH64));
        assertEquals("2.6.16", SystemCall.OPENAT.since());
        assertEquals("", SystemCall.FORK.since());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "255.254.253.252", "::1", "2001:db8::ff", "fe80::1%7"})
    void socketAddressesComeBackAsTheyWere(String host) throws UnknownHostException {
        try (NativeBuffer memory = new NativeBuffer(SocketAddresses.MAX_BYTES)) {
            InetAddress address = InetAddress.getByName(host);
            int length = SocketAddresses.put(memory.address(), new InetSocketAddress(address, 65_535));
            assertEquals(host.contains(":") ? 28 : 16, length);
            assertEquals(65_535, SocketAddresses.port(memory.address()));
            byte[] expected = address.getAddress();
            assertEquals(
                    List.of(bytes(expected)),
                    List.of(bytes(SocketAddresses.host(memory.address()).getAddress())));
            assertEquals(host.contains("%") ? 7 : 0, length == 28 ? Memory.getInt(memory.address() + 24) : 0);
        }
    }

    private static String bytes(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    @Test
    void blocksAreZeroedAndAligned() {
        try (NativeBuffer page = new NativeBuffer(4096);
                NativeBuffer small = new NativeBuffer(1)) {
            assertEquals(0, page.address() % 4096);
            assertEquals(0, small.address() % 64);
            assertEquals(0, Memory.getLong(page.address() + 4088));
            Memory.putString(page.address(), 4, "abc");
            assertEquals(0x00636261, Memory.getInt(page.address()));
            boolean fits = true;
            try {
                Memory.putString(page.address(), 3, "abc");
            } catch (IllegalArgumentException expected) {
                fits = false;
            }
            assertFalse(fits, "there is no room for the zero");
        }
    }
}
