package io.laio.server.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.Engine;
import io.laio.Laziness;
import io.laio.http.loop.Clock;
import io.laio.http.loop.Deadlines;
import io.laio.http.loop.KernelThreadTimes;
import io.laio.http.loop.OperationCounters;
import io.laio.http.loop.Pauses;
import io.laio.http.loop.StallTracker;
import io.laio.http.server.LaioMode;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.ServerOptions;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What becomes of each choice of an engine where io_uring is refused: another one only if that was asked for, and said. */
class FlashLaioLaioEngineTest {
    private static Linux withoutRing() {
        Linux real = Linux.open();
        int refused = SystemCall.IO_URING_SETUP.number();
        return (number, a, b, c, d, e, f) -> number == refused ? -Errno.EPERM : real.syscall(number, a, b, c, d, e, f);
    }

    private static LoopIo open(Engine engine, Supplier<Linux> kernels) throws UnfitEnvironmentException {
        Linux linux = kernels.get();
        ServerOptions options = ServerOptions.of(
                        Path.of("/"), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withMode(new LaioMode(engine, Laziness.RING));
        try (KernelThreadTimes times = new KernelThreadTimes(linux)) {
            StallTracker tracker = new StallTracker(Clock.SYSTEM, times, Pauses.NONE);
            return new FlashLaioLaio()
                    .open(new LoopContext(
                            linux, kernels, Clock.SYSTEM, new OperationCounters(), tracker, new Deadlines(), options));
        }
    }

    @Test
    void autoTakesWorkersAndSaysWhy() throws UnfitEnvironmentException {
        try (LoopIo io = open(Engine.AUTO, FlashLaioLaioEngineTest::withoutRing)) {
            assertEquals("workers", io.engine());
            assertTrue(io.engineReason().contains("io_uring"), io.engineReason());
        }
    }

    @Test
    void workersAskForNoRing() throws UnfitEnvironmentException {
        try (LoopIo io = open(Engine.WORKERS, FlashLaioLaioEngineTest::withoutRing)) {
            assertEquals(List.of("workers", ""), List.of(io.engine(), io.engineReason()));
        }
    }

    @Test
    void ringIsNeverReplacedAndTheRemediesAreNamed() {
        UnfitEnvironmentException unfit = assertThrows(
                UnfitEnvironmentException.class, () -> open(Engine.RING, FlashLaioLaioEngineTest::withoutRing));
        String message = String.valueOf(unfit.getMessage());
        for (String word : List.of("io_uring", "seccomp", "--engine workers", "--engine auto")) {
            assertTrue(message.contains(word), message);
        }
    }

    @Test
    void autoTakesTheRingWhereItIsPermitted() throws UnfitEnvironmentException {
        try (LoopIo io = open(Engine.AUTO, Linux::open)) {
            assertEquals(List.of("ring", ""), List.of(io.engine(), io.engineReason()));
        }
    }
}
