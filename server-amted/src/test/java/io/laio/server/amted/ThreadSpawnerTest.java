package io.laio.server.amted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.helper.Helper;
import io.laio.http.helper.HelperKind;
import io.laio.http.helper.HelperListener;
import io.laio.http.network.EpollPoller;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads that carry out requests, over the real kernel; the test is the loop. A wake-up that is lost is a test that hangs. */
class ThreadSpawnerTest {
    private static final int BYTES = 300_000;

    private final Linux linux = Linux.open();
    private final EpollPoller poller = new EpollPoller(linux);
    private final NativeBuffer how = OpenHow.allocate(OpenHow.O_RDONLY, 0, 0);
    private int directory;
    private int file;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @BeforeEach
    void makeFile() throws IOException {
        Files.write(root.resolve("file"), new byte[BYTES]);
        directory = open(root.toString());
        file = open(root.resolve("file").toString());
    }

    private int open(String path) {
        try (NativeBuffer text = NativeBuffer.ofString(path)) {
            int fd = linux.openat2(OpenHow.AT_FDCWD, text.address(), how.address());
            assertTrue(fd >= 0, () -> Errno.describe(-fd));
            return fd;
        }
    }

    @AfterEach
    void close() {
        linux.close(file);
        linux.close(directory);
        poller.close();
        how.close();
    }

    private ThreadSpawner spawner(Supplier<Linux> kernels) {
        return new ThreadSpawner(
                linux,
                kernels,
                poller,
                (name, body) -> Thread.ofPlatform().daemon().name(name).start(body));
    }

    private void runUntil(BooleanSupplier enough) {
        while (!enough.getAsBoolean()) {
            poller.await(Long.MAX_VALUE);
            poller.dispatch();
        }
    }

    /** Writes down what it hears. */
    private static final class Heard implements HelperListener {
        private final List<Helper> started = new ArrayList<>();
        private final List<Integer> results = new ArrayList<>();
        private final List<String> losses = new ArrayList<>();
        private int ends;

        @Override
        public void started(Helper helper) {
            started.add(helper);
        }

        @Override
        public void done(int result) {
            results.add(result);
        }

        @Override
        public void lost(String why) {
            losses.add(why);
        }

        @Override
        public void ended() {
            ends++;
        }

        Helper helper() {
            return started.getFirst();
        }
    }

    private Heard start(ThreadSpawner spawner, HelperKind kind) {
        Heard heard = new Heard();
        spawner.spawn(kind, heard);
        assertEquals(List.of(), heard.started, "heard inside the call");
        runUntil(() -> !heard.started.isEmpty());
        return heard;
    }

    @Test
    void aRangeIsReadToTheEndOfTheFile() {
        try (ThreadSpawner spawner = spawner(Linux::open)) {
            Heard heard = start(spawner, HelperKind.READ);
            heard.helper().read(file, 1_000, BYTES);
            runUntil(() -> !heard.results.isEmpty());
            assertEquals(List.of(BYTES - 1_000), heard.results);
            assertEquals(0, heard.helper().processId());
        }
    }

    @Test
    void aHelperThatGetsNoKernelIsLostLater() {
        Supplier<Linux> none = () -> {
            throw new IllegalStateException("no kernel today");
        };
        try (ThreadSpawner spawner = spawner(none)) {
            Heard heard = new Heard();
            spawner.spawn(HelperKind.READ, heard);
            assertEquals(List.of(), heard.losses, "heard inside the call");
            runUntil(() -> !heard.losses.isEmpty());
            assertEquals(List.of("no kernel today"), heard.losses);
            assertEquals(List.of(), heard.started);
        }
    }

    @Test
    void aPathIsConvertedAndItsMemoryIsTheCallersAgainAtOnce() {
        try (ThreadSpawner spawner = spawner(Linux::open)) {
            Heard heard = start(spawner, HelperKind.NAME);
            for (String path : List.of("file", "missing")) {
                int before = heard.results.size();
                try (NativeBuffer text = NativeBuffer.ofString(path);
                        NativeBuffer ownHow = OpenHow.allocate(OpenHow.O_RDONLY, 0, OpenHow.RESOLVE_BENEATH)) {
                    heard.helper().convert(directory, text.address(), path.length(), ownHow.address());
                }
                runUntil(() -> heard.results.size() > before);
            }
            assertEquals(List.of(0, -Errno.ENOENT), heard.results);
        }
    }

    @Test
    void manyRequestsOfManyHelpersAreAllHeardOf() {
        int helpers = 8;
        int requests = 3_000;
        try (ThreadSpawner spawner = spawner(Linux::open)) {
            List<Heard> all = new ArrayList<>();
            for (int i = 0; i < helpers; i++) {
                all.add(start(spawner, HelperKind.READ));
            }
            int[] given = new int[helpers];
            runUntil(() -> {
                for (int i = 0; i < helpers; i++) {
                    Heard heard = all.get(i);
                    if (given[i] == heard.results.size() && given[i] < requests) {
                        heard.helper().read(file, given[i]++, 1);
                    }
                }
                return all.stream().allMatch(heard -> heard.results.size() == requests);
            });
            assertTrue(all.stream().flatMap(heard -> heard.results.stream()).allMatch(result -> result == 1));
        }
    }

    @Test
    void aThreadThatEndsIsLost() {
        Linux real = Linux.open();
        Supplier<Linux> kernels = () -> (number, a, b, c, d, e, f) -> {
            if (number == SystemCall.PREAD64.number()) {
                throw new IllegalStateException("a fault of the test");
            }
            return real.syscall(number, a, b, c, d, e, f);
        };
        try (ThreadSpawner spawner = spawner(kernels)) {
            Heard heard = start(spawner, HelperKind.READ);
            heard.helper().read(file, 0, 100);
            runUntil(() -> !heard.losses.isEmpty());
            assertTrue(heard.losses.getFirst().contains("a fault of the test"));
            assertEquals(List.of(), heard.results);
        }
    }

    @Test
    void aThreadThatCannotBeStartedIsLostAndTheRemedyIsTold() {
        ThreadSpawner.ThreadStarter none = (name, body) -> {
            throw new OutOfMemoryError("unable to create native thread");
        };
        Heard heard = new Heard();
        try (ThreadSpawner spawner = new ThreadSpawner(linux, Linux::open, poller, none)) {
            spawner.spawn(HelperKind.READ, heard);
            assertEquals(List.of(), heard.losses, "heard inside the call");
            runUntil(() -> !heard.losses.isEmpty());
        }
        assertTrue(heard.losses.getFirst().contains("ulimit -u"));
        assertEquals(List.of(), heard.started);
    }

    @Test
    void aRetiredThreadEndsAndNothingIsHeardOfIt() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        try (ThreadSpawner spawner = new ThreadSpawner(
                linux,
                Linux::open,
                poller,
                (name, body) ->
                        threads.add(Thread.ofPlatform().daemon().name(name).start(body)))) {
            Heard heard = start(spawner, HelperKind.READ);
            heard.helper().retire();
            threads.getFirst().join();
            Heard other = start(spawner, HelperKind.READ);
            other.helper().read(file, 0, 1);
            runUntil(() -> !other.results.isEmpty());
            assertEquals(List.of(), heard.losses);
        }
    }

    @Test
    void aBusyThreadOutlivesTheLoopAndFreesWhatItUsesAtItsEnd() throws InterruptedException {
        CountDownLatch diskAnswers = new CountDownLatch(1);
        CompletableFuture<Boolean> busy = new CompletableFuture<>();
        List<Long> written = new ArrayList<>();
        List<Long> closed = new ArrayList<>();
        Supplier<Linux> kernels = () -> new SlowDisk(Linux.open(), busy, diskAnswers, written, closed);
        List<Thread> threads = new ArrayList<>();
        Heard heard;
        try (ThreadSpawner spawner = new ThreadSpawner(
                linux,
                kernels,
                poller,
                (name, body) ->
                        threads.add(Thread.ofPlatform().daemon().name(name).start(body)))) {
            heard = start(spawner, HelperKind.READ);
            heard.helper().read(file, 0, 100);
            busy.join();
        }
        assertEquals(1, written.size(), "it told of its start");
        assertTrue(closed.isEmpty(), "closed while a thread may still write to it");
        diskAnswers.countDown();
        threads.getFirst().join();
        assertEquals(List.of(written.getFirst()), closed, "the last one closes the descriptor");
        assertEquals(2, written.size(), "its reply went to the inbox, and nowhere else");
        assertEquals(written.getFirst(), written.getLast());
        poller.await(0);
        poller.dispatch();
        assertEquals(List.of(), heard.results);
        assertFalse(threads.getFirst().isAlive());
    }

    @Test
    void aThreadThatIsGivenUpIsLeftAloneAndNothingButItsEndIsHeardOf() {
        CountDownLatch diskAnswers = new CountDownLatch(1);
        CompletableFuture<Boolean> busy = new CompletableFuture<>();
        Supplier<Linux> kernels =
                () -> new SlowDisk(Linux.open(), busy, diskAnswers, new ArrayList<>(), new ArrayList<>());
        try (ThreadSpawner spawner = spawner(kernels)) {
            Heard heard = start(spawner, HelperKind.READ);
            heard.helper().read(file, 0, 100);
            busy.join();
            heard.helper().giveUp();
            start(spawner, HelperKind.READ); // it can be replaced
            assertEquals(0, heard.ends);
            diskAnswers.countDown();
            runUntil(() -> heard.ends == 1);
            assertEquals(List.of(), heard.results);
            assertEquals(List.of(), heard.losses);
        }
    }

    /** A kernel whose reads wait for a latch, and which writes down the descriptors that are written and closed. */
    private record SlowDisk(
            Linux real,
            CompletableFuture<Boolean> busy,
            CountDownLatch diskAnswers,
            List<Long> written,
            List<Long> closed)
            implements Linux {
        @Override
        public long syscall(int number, long a, long b, long c, long d, long e, long f) {
            switch (SystemCall.ofNumber(number)) {
                case PREAD64 -> await();
                case WRITE -> written.add(a);
                case CLOSE -> closed.add(a);
                case null, default -> {}
            }
            return real.syscall(number, a, b, c, d, e, f);
        }

        private void await() {
            busy.complete(true);
            try {
                diskAnswers.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
