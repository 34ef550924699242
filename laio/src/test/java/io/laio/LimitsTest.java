package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.MemoryMap;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lengths that an entry clamps or a datagram ends, times, and how often the kernel may say that it is not ready. */
class LimitsTest {
    private static final int AF_UNIX = 1; // include/linux/socket.h
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_SEQPACKET = 5;
    private static final int MADV_DONTNEED = 4; // include/uapi/asm-generic/mman-common.h
    private static final int MAP_PRIVATE_ANONYMOUS_NORESERVE = 0x2 | 0x20 | 0x4000;
    private static final int CLOCK_MONOTONIC = 1; // include/uapi/linux/time.h
    private static final int NANOS = 20_000_000;

    private static LaioOptions with(Engine engine) {
        return LaioOptions.DEFAULTS.withEngine(engine);
    }

    private static int[] pair(TestLoop loop, int type) {
        Loopback.check(loop.linux.syscall(SystemCall.SOCKETPAIR, AF_UNIX, type, 0, loop.at(0)));
        return new int[] {Memory.getInt(loop.at(0)), Memory.getInt(loop.at(4))};
    }

    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void adviceOnMoreThanTwoGigabytesIsForAllOfThem(Engine engine) throws EngineUnavailableException {
        long length = 3L << 30;
        long last = length - 4096;
        try (TestLoop loop = new TestLoop(with(engine))) {
            int protection = MemoryMap.PROT_READ | MemoryMap.PROT_WRITE;
            long memory = loop.linux.mmap(length, protection, MAP_PRIVATE_ANONYMOUS_NORESERVE, -1, 0);
            assertTrue(memory > 0, "no address space");
            Memory.putByte(memory + last, (byte) 1);
            loop.laio.syscall(SystemCall.MADVISE.number(), memory, length, MADV_DONTNEED, 0);
            assertEquals(0, loop.await(loop.handle()));
            assertEquals(0, Memory.getByte(memory + last), "given back, so zero");
            loop.linux.munmap(memory, length);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void messageIsAllThatOneReceiveWaitsFor(Engine engine) throws EngineUnavailableException {
        try (TestLoop loop = new TestLoop(with(engine))) {
            for (int type : new int[] {SOCK_DGRAM, SOCK_SEQPACKET}) {
                for (Laziness laziness : Laziness.values()) {
                    int[] pair = pair(loop, type);
                    loop.linux.send(pair[1], loop.at(0), 3, 0);
                    loop.linux.send(pair[1], loop.at(0), 5, 0);
                    long got = loop.laio.recv(pair[0], loop.at(64), 100, Sockets.MSG_WAITALL, laziness);
                    assertEquals(3, got < 0 ? loop.await(loop.handle()) : got, "MSG_WAITALL joins no messages");
                    loop.linux.close(pair[0]);
                    loop.linux.close(pair[1]);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void pollThatNeverWaitsTellsTheTimeToo(Engine engine) throws EngineUnavailableException {
        try (TestLoop loop = new TestLoop(with(engine))) {
            Memory.putLong(loop.at(0), 0);
            Memory.putLong(loop.at(8), NANOS);
            for (int round = 0; round < 5; round++) {
                loop.laio.syscall(SystemCall.CLOCK_NANOSLEEP.number(), CLOCK_MONOTONIC, 0, loop.at(0), 0);
                loop.handle();
                while (loop.laio.poll(loop.completions, 0) == 0) {
                    Thread.onSpinWait();
                }
                assertEquals(0, loop.completions.errno(0));
                assertTrue(loop.completions.blockedNanos(0) >= NANOS, "it took as long as it slept");
            }
        }
    }

    /** Others that wait for the same socket may win any number of times. */
    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void messagesThatOthersTookAreNoFailure(Engine engine) throws EngineUnavailableException {
        Linux real = Linux.open();
        AtomicInteger taken = new AtomicInteger();
        Linux thief = (number, a, b, c, d, e, f) -> {
            if (number == SystemCall.RECVMSG.number() && taken.incrementAndGet() <= 100) {
                real.syscall(number, a, b, c, d, e, f);
                return -Errno.EAGAIN;
            }
            return real.syscall(number, a, b, c, d, e, f);
        };
        try (TestLoop loop = new TestLoop(thief, with(engine))) {
            int[] pair = pair(loop, SOCK_DGRAM);
            Memory.zero(loop.at(0), 64);
            loop.laio.syscall(SystemCall.RECVMSG.number(), pair[0], loop.at(0), 0, 0);
            long handle = loop.handle();
            while (taken.get() < 100) {
                int before = taken.get();
                assertEquals(0, loop.laio.poll(loop.completions, 0), "it still waits");
                loop.linux.send(pair[1], loop.at(64), 0, 0);
                while (taken.get() == before) {
                    assertEquals(0, loop.laio.poll(loop.completions, 0), "another took it");
                }
            }
            loop.linux.send(pair[1], loop.at(64), 0, 0);
            assertEquals(0, loop.await(handle));
        }
    }
}
