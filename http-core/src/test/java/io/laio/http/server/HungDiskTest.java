package io.laio.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.linux.Errno;
import io.laio.linux.SystemCall;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server is told to stop while the disk does not answer. */
class HungDiskTest {
    private final CountDownLatch diskAnswers = new CountDownLatch(1);
    private final CompletableFuture<Boolean> asked = new CompletableFuture<>();

    @TempDir
    private Path root = Path.of("");

    /** When the disk answers after all, everything comes to its end. */
    @AfterEach
    void answer() {
        diskAnswers.countDown();
    }

    /** The loop waits for the disk itself, as a blocking server does, or at its end for what is under way, as LAIO and AIO do. */
    private final class HungVariant implements ServerVariant {
        private final TestVariant real = new TestVariant(false);
        private final boolean inTheRead;

        HungVariant(boolean inTheRead) {
            this.inTheRead = inTheRead;
        }

        @Override
        public String name() {
            return "test-hung";
        }

        @Override
        public Description description() {
            return real.description();
        }

        @Override
        public LoopIo open(LoopContext context) {
            LoopIo io = real.open(context);
            return LoopIo.withoutEngine(io.poller(), io.network(), new HungDisk(inTheRead));
        }
    }

    private final class HungDisk implements Disk {
        private final boolean inTheRead;

        HungDisk(boolean inTheRead) {
            this.inTheRead = inTheRead;
        }

        @Override
        public long open(int directory, long path, long how, DiskCompletion completion) {
            return hang();
        }

        @Override
        public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
            return hang();
        }

        private long hang() {
            asked.complete(true);
            if (inTheRead) {
                await();
                return -Errno.EIO;
            }
            return PENDING;
        }

        private void await() {
            try {
                diskAnswers.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            await();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theProcessEndsWithoutTheDiskAndThePortIsFree(boolean inTheRead) throws Exception {
        FaultyKernel kernel = new FaultyKernel();
        Server server = Server.start(new HungVariant(inTheRead), TestServers.options(root, 100, 1, 1), kernel);
        List<Integer> statuses = new ArrayList<>();
        try (TestClient client = new TestClient(server.port())) {
            kernel.fail(SystemCall.OPENAT2, Errno.EAGAIN); // the name is not in memory
            client.say("GET /small");
            asked.join();
            new StopOnSignal(server, 1, statuses::add).stop();
        }
        assertEquals(List.of(1), statuses);
        ServerOptions samePort =
                ServerOptions.of(root, new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        Server.start(new TestVariant(false), samePort).close();
        answer();
        server.close();
        assertEquals(0, Descriptors.below(root), "all is freed once the disk has answered");
    }

    @Test
    void aServerThatWaitsForNothingEndsInOrder() throws Exception {
        Server server = Server.start(new TestVariant(false), TestServers.options(root));
        List<Integer> statuses = new ArrayList<>();
        new StopOnSignal(server, TestServers.NEVER_MILLIS, statuses::add).stop();
        assertEquals(List.of(0), statuses);
    }
}
