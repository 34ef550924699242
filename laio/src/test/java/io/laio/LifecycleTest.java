package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Opening that fails half way, closing in the midst of everything, and which thread may do so. */
@ParameterizedClass
@EnumSource(names = {"RING", "WORKERS"})
class LifecycleTest {
    private final Linux linux = Linux.open();

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Engine engine;

    private LaioOptions options() {
        return LaioOptions.DEFAULTS.withEngine(engine);
    }

    private void opensInVain(FaultyLinux failing, int errno) {
        EngineUnavailableException e =
                assertThrows(EngineUnavailableException.class, () -> Laio.open(failing, options()));
        assertEquals(errno, e.errno());
    }

    @Test
    void setUpThatFailsAtAnyStepLeavesNothingBehind() {
        int before = Loopback.openDescriptors();
        for (int round = 0; round < 20; round++) {
            if (engine == Engine.RING) {
                opensNoRing();
            } else {
                opensNoEpoll();
            }
            FaultyLinux noEvent = new FaultyLinux().answer(SystemCall.EVENTFD2, -Errno.EMFILE);
            opensInVain(noEvent, Errno.EMFILE);
            assertEquals(0, noEvent.calls(SystemCall.IO_URING_SETUP), "it comes first");
            assertEquals(0, noEvent.calls(SystemCall.EPOLL_CREATE1), "it comes first");
        }
        Loopback.awaitDescriptors(before);
    }

    private void opensNoRing() {
        opensInVain(new FaultyLinux().answer(SystemCall.IO_URING_SETUP, -Errno.EPERM), Errno.EPERM);
        opensInVain(new FaultyLinux().answer(SystemCall.MMAP, -Errno.ENOMEM), Errno.ENOMEM);
        FaultyLinux secondMap = new FaultyLinux().pass(SystemCall.MMAP).answer(SystemCall.MMAP, -Errno.ENOMEM);
        opensInVain(secondMap, Errno.ENOMEM);
        assertEquals(1, secondMap.calls(SystemCall.MUNMAP), "the first mapping");
    }

    private void opensNoEpoll() {
        opensInVain(new FaultyLinux().answer(SystemCall.EPOLL_CREATE1, -Errno.EMFILE), Errno.EMFILE);
        opensInVain(new FaultyLinux().answer(SystemCall.EPOLL_CTL, -Errno.ENOMEM), Errno.ENOMEM);
    }

    @ParameterizedTest
    @EnumSource
    void closingInTheMidstOfEverythingLeavesNoDescriptor(Laziness laziness, @TempDir Path directory)
            throws EngineUnavailableException {
        int listener = Loopback.listener(linux);
        int[] pair = Loopback.socketPair(linux);
        int root = Loopback.open(linux, directory, OpenHow.O_RDONLY | OpenHow.O_DIRECTORY);
        int before = Loopback.openDescriptors();
        try (NativeBuffer memory = new NativeBuffer(8 << 20)) {
            OpenHow.put(memory.address(), OpenHow.O_RDONLY, 0, 0);
            Memory.putString(memory.address() + 64, 64, ".");
            for (int round = 0; round < 40; round++) {
                int[] pipe = Loopback.pipe(linux);
                try (Laio doomed = Laio.open(options().withEntries(4, 8).withLaziness(laziness))) {
                    doomed.accept(listener, Sockets.SOCK_CLOEXEC);
                    doomed.open(root, memory.address() + 64, memory.address(), Laziness.RING);
                    long open = doomed.handle();
                    doomed.recv(pair[0], memory.address() + 4096, 100, 0);
                    doomed.send(pair[0], memory.address(), 4 << 20, memory.address(), 4 << 20, 0, laziness);
                    doomed.read(pipe[0], memory.address() + 4096, 1, -1);
                    if (round % 2 == 0) {
                        closeIfDelivered(doomed, open);
                    }
                    doomed.close(pipe[0]);
                    doomed.wakeup();
                }
                assertEquals(-Errno.EBADF, linux.close(pipe[0]), "its close was under way");
                linux.close(pipe[1]);
            }
        }
        Loopback.awaitDescriptors(before);
    }

    private void closeIfDelivered(Laio laio, long open) {
        Completions completions = new Completions(1);
        if (laio.poll(completions, 0) == 1 && completions.handle(0) == open) {
            assertEquals(0, linux.close((int) completions.value(0)));
        }
    }

    @Test
    void anotherThreadMayOnlyWakeAndCount() throws InterruptedException, EngineUnavailableException {
        try (Laio laio = Laio.open(options())) {
            AtomicReference<Throwable> polling = new AtomicReference<>();
            Thread other = Thread.ofPlatform()
                    .uncaughtExceptionHandler((thread, thrown) -> polling.set(thrown))
                    .start(() -> {
                        laio.counters().get(LaioCounter.ISSUED, SystemCall.READ);
                        laio.wakeup();
                        assertThrows(IllegalStateException.class, laio::close);
                        assertThrows(IllegalStateException.class, () -> laio.read(-1, 0, 0, -1));
                        assertThrows(IllegalStateException.class, () -> laio.syscall(SystemCall.GETPID.number()));
                        assertThrows(IllegalStateException.class, () -> laio.cancel(1));
                        laio.poll(new Completions(1), 0);
                    });
            other.join();
            assertTrue(polling.get() instanceof IllegalStateException, () -> String.valueOf(polling.get()));
            assertEquals(0, laio.poll(new Completions(1), -1), "woken");
        }
    }

    @Test
    void wakeUpThatMeetsTheCloseWritesToNothing() throws EngineUnavailableException {
        AtomicLong counter = new AtomicLong(-1);
        AtomicInteger late = new AtomicInteger();
        AtomicReference<Laio> closing = new AtomicReference<>();
        Linux kernel = (number, a, b, c, d, e, f) -> {
            if (number == SystemCall.WRITE.number() && closing.get() != null) {
                late.incrementAndGet(); // by now the number may be another thread's file
                return c;
            }
            long result = linux.syscall(number, a, b, c, d, e, f);
            if (number == SystemCall.EVENTFD2.number()) {
                counter.set(result);
            } else if (number == SystemCall.CLOSE.number() && a == counter.get()) {
                Objects.requireNonNull(closing.get()).wakeup();
            }
            return result;
        };
        try (Laio laio = Laio.open(() -> kernel, options())) {
            laio.wakeup();
            closing.set(laio);
        }
        assertEquals(0, late.get());
    }

    @Test
    void acceptOnABlockingListenerDoesNotBlockTheCaller() throws EngineUnavailableException {
        try (TestLoop loop = new TestLoop(options())) {
            int blocking = Loopback.listener(linux);
            Loopback.check(linux.syscall(SystemCall.FCNTL, blocking, 4, OpenHow.O_RDWR, 0)); // F_SETFL
            loop.laio.accept(blocking, Sockets.SOCK_CLOEXEC, Laziness.DIRECT);
            loop.laio.cancel(loop.handle());
            assertEquals(-Errno.ECANCELED, loop.await(loop.laio.handle()));
            loop.laio.close(blocking);
        }
    }

    @Test
    void kernelThatRefusesToServeForAWhileLosesNothing() throws EngineUnavailableException {
        FaultyLinux kernel = new FaultyLinux();
        LaioOptions small = options().withEntries(2, 4).withLaziness(Laziness.RING);
        try (TestLoop loop = new TestLoop(kernel, small)) {
            for (int i = 0; i < 12; i++) {
                kernel.answer(SystemCall.IO_URING_ENTER, i % 2 == 0 ? -Errno.EAGAIN : -Errno.EBUSY);
                kernel.answer(SystemCall.PREADV2, -Errno.EAGAIN);
                kernel.answer(SystemCall.EPOLL_PWAIT2, -Errno.EINTR);
            }
            int[] pipe = Loopback.pipe(linux);
            linux.write(pipe[1], loop.at(0), 8);
            for (int i = 0; i < 8; i++) {
                loop.laio.read(pipe[0], loop.at(i), 1, -1);
            }
            assertEquals(8, loop.await(8).size());
        }
    }
}
