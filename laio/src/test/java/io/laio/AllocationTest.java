package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A steady loop allocates nothing, once it is compiled. */
@ParameterizedClass
@EnumSource(names = {"RING", "WORKERS"})
class AllocationTest {
    @Parameter
    @SuppressWarnings("NullAway.Init")
    Engine engine;

    private LaioOptions options() {
        return LaioOptions.DEFAULTS.withEngine(engine);
    }

    private static final int TURNS = 20_000;
    private static final int MAX_TRIES = 40;
    private static final long MAX_BYTES = TURNS / 4; // less than any object a turn; compilation itself may add a few

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private interface Turn {
        void run();
    }

    // Reflection, because the module has no reason to require jdk.management.
    private static long allocatedBytes() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method method = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
        return (Long) method.invoke(threads);
    }

    /** Warms up by measuring: the compiler takes its time. */
    private static void assertAllocatesNothing(Turn turn) throws ReflectiveOperationException {
        long least = Long.MAX_VALUE;
        for (int tries = 0; tries < MAX_TRIES && least > MAX_BYTES; tries++) {
            long before = allocatedBytes();
            for (int i = 0; i < TURNS; i++) {
                turn.run();
            }
            least = Math.min(least, allocatedBytes() - before);
        }
        assertTrue(least <= MAX_BYTES, least + " bytes in " + TURNS + " turns");
    }

    /**
     * At once, as nearly always; or awaited, where the kernel has evicted the file or its name, or has not delivered yet what
     * was sent, or where the file system cannot read without waiting, as overlayfs and tmpfs.
     */
    private static long result(TestLoop loop, long atOnce) {
        if (atOnce >= 0) {
            return atOnce;
        }
        assertEquals(Errno.EINPROGRESS, loop.laio.errno());
        int completed = 0;
        while (completed == 0) {
            completed = loop.laio.poll(loop.completions, -1);
        }
        return loop.completions.value(0);
    }

    @Test
    void cachedReadsAndOpensAllocateNothing()
            throws IOException, ReflectiveOperationException, EngineUnavailableException {
        try (TestLoop loop = new TestLoop(options())) {
            Path file = Files.write(directory.resolve("file"), new byte[100]);
            int fd = Loopback.open(loop.linux, file, OpenHow.O_RDONLY);
            OpenHow.put(loop.at(0), OpenHow.O_RDONLY, 0, 0);
            Memory.putString(loop.at(64), 1000, file.toString());
            assertAllocatesNothing(() -> {
                assertEquals(100, result(loop, loop.laio.read(fd, loop.at(4096), 100, 0)));
                long opened = result(loop, loop.laio.open(OpenHow.AT_FDCWD, loop.at(64), loop.at(0)));
                assertEquals(0, loop.laio.close((int) opened));
            });
        }
    }

    @Test
    void receiveAndSendThroughTheRingAllocateNothing() throws ReflectiveOperationException, EngineUnavailableException {
        try (TestLoop loop = new TestLoop(options())) {
            int[] pair = Loopback.socketPair(loop.linux);
            Object attachment = new Object();
            assertAllocatesNothing(() -> {
                loop.laio.recv(pair[0], loop.at(0), 100, 0, Laziness.RING);
                loop.laio.attach(attachment);
                loop.laio.send(pair[1], loop.at(200), 10, loop.at(300), 20, 0, Laziness.RING);
                for (int open = 2; open > 0; ) {
                    open -= loop.laio.poll(loop.completions, -1);
                }
                assertEquals(30, loop.laio.send(pair[1], loop.at(200), 10, loop.at(300), 20, 0, Laziness.DIRECT));
                assertEquals(30, result(loop, loop.laio.recv(pair[0], loop.at(0), 100, 0)));
            });
        }
    }
}
