package io.laio.server.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.laio.Engine;
import io.laio.Laziness;
import io.laio.http.server.LaioMode;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.Server;
import io.laio.http.server.ServerOptions;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.testkit.RawClient;
import io.laio.linux.Linux;
import io.laio.linux.MemoryMap;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A read never completes: the server cannot be closed, because the memory is the kernel's, and says so in time. */
class HungReadTest {
    private static final int BYTES = 20_000;
    private static final long SOON_MILLIS = 1;

    private final Linux linux = Linux.open();
    private final CountDownLatch diskAnswers = new CountDownLatch(1);
    private final CompletableFuture<Boolean> asked = new CompletableFuture<>();

    /** The server, but its workers' reads wait for the latch. */
    private final class Hung implements ServerVariant {
        private final FlashLaioLaio real = new FlashLaioLaio();

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public Description description() {
            return real.description();
        }

        @Override
        public List<String> engines() {
            return real.engines();
        }

        @Override
        public LoopIo open(LoopContext context) throws UnfitEnvironmentException {
            return real.open(new LoopContext(
                    context.linux(),
                    HungReadTest.this::hung,
                    context.clock(),
                    context.operations(),
                    context.tracker(),
                    context.deadlines(),
                    context.options()));
        }
    }

    private Linux hung() {
        Linux real = Linux.open();
        return (number, a, b, c, d, e, f) -> {
            boolean reads = number == SystemCall.PREAD64.number() || number == SystemCall.PREADV2.number();
            if (reads && !Thread.currentThread().getName().startsWith("loop-")) {
                asked.complete(true);
                await();
            }
            return real.syscall(number, a, b, c, d, e, f);
        };
    }

    private void await() {
        try {
            diskAnswers.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes a document that is not in memory. */
    private void write(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(BYTES));
            channel.force(true);
        }
        try (NativeBuffer path = NativeBuffer.ofString(file.toString());
                NativeBuffer how = OpenHow.allocate(OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0)) {
            int fd = linux.openat2(OpenHow.AT_FDCWD, path.address(), how.address());
            assertEquals(0, linux.fadvise(fd, 0, 0, MemoryMap.POSIX_FADV_DONTNEED));
            linux.close(fd);
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aServerWithAHungReadDoesNotCloseUntilTheDiskAnswers(@TempDir Path root) throws Exception {
        write(root.resolve("document"));
        ServerOptions options = ServerOptions.of(root, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withMode(new LaioMode(Engine.WORKERS, Laziness.OFF))
                .withStopTimeoutMillis(1);
        Server server = Server.start(new Hung(), options);
        try (RawClient client = RawClient.connect(server.port())) {
            client.send("GET /document HTTP/1.1\r\nHost: test\r\n\r\n");
            asked.join();
            assertFalse(server.closeWithin(SOON_MILLIS));
        } finally {
            diskAnswers.countDown();
        }
        server.close();
    }
}
