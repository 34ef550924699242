package io.laio.server.amped;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.http.helper.HelperKind;
import io.laio.http.server.Server;
import io.laio.http.testkit.RawClient;
import io.laio.http.testkit.Response;
import io.laio.linux.Linux;
import io.laio.linux.MemoryMap;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of helpers that have a request outstanding: they are stopped first, so that they cannot answer it. */
class HelpersKilledTest {
    private static final int SIGSTOP = 19; // include/uapi/asm-generic/signal.h
    private static final int BYTES = 20_000;
    private static final int ROUNDS = 20;

    /** Much longer than a read takes on a busy machine, and short enough to wait for. */
    private static final int HELPER_TIMEOUT_MILLIS = 3_000;

    private final Linux linux = Linux.open();

    private byte[] document(Path file, long seed) throws IOException {
        byte[] content = new byte[BYTES];
        new Random(seed).nextBytes(content);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        evict(file);
        return content;
    }

    private void evict(Path file) {
        try (NativeBuffer path = NativeBuffer.ofString(file.toString());
                NativeBuffer how = new NativeBuffer(OpenHow.BYTES)) {
            OpenHow.put(how.address(), OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
            int fd = linux.openat2(OpenHow.AT_FDCWD, path.address(), how.address());
            assertEquals(0, linux.fadvise(fd, 0, 0, MemoryMap.POSIX_FADV_DONTNEED));
            linux.close(fd);
        }
    }

    @Test
    void everyRequestIsAnsweredByAnother(@TempDir Path root) throws Exception {
        try (Server server = ObservedServer.start(root)) {
            ObservedServer observed = new ObservedServer(server.port());
            for (int round = 0; round < ROUNDS; round++) {
                killWhatIsAsked(root, observed, round);
            }
            assertEquals(ROUNDS, observed.count(HelperKind.READ, "died"));
        }
    }

    /** Returns when every thread has stopped: they hear of the signal one after the other. */
    private void stop(ProcessHandle process) throws IOException {
        linux.syscall(SystemCall.KILL, process.pid(), SIGSTOP, 0, 0);
        boolean stopped = false;
        while (!stopped) {
            try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
                stopped = threads.allMatch(HelpersKilledTest::isStopped);
            }
        }
    }

    private static boolean isStopped(Path thread) {
        try {
            return Files.readString(thread.resolve("stat")).matches("(?s)\\d+ \\(.*\\) T .*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void killWhatIsAsked(Path root, ObservedServer observed, int round) throws IOException {
        byte[] content = document(root.resolve("d" + round), round);
        observed.await(HelperKind.READ, "running", 1);
        long asked = observed.count(HelperKind.READ, "asked");
        List<ProcessHandle> victims = observed.helpers(HelperKind.READ);
        assertEquals(1, victims.size());
        stop(victims.getFirst());
        try (RawClient client = RawClient.connect(observed.port())) {
            client.send("GET /d" + round + " HTTP/1.1\r\nHost: test\r\n\r\n");
            observed.await(HelperKind.READ, "asked", asked + 1);
            victims.forEach(ProcessHandle::destroyForcibly);
            Response response = client.read();
            assertEquals(200, response.status());
            assertArrayEquals(content, response.body());
        }
        assertEquals(round + 1, observed.count(HelperKind.READ, "retried"), "one was outstanding at each victim");
    }

    /** Nobody kills what is stopped, but the server, when it has waited for long enough. */
    @Test
    void whatAStoppedHelperDoesNotAnswerAnotherDoes(@TempDir Path root) throws Exception {
        byte[] content = document(root.resolve("document"), 1);
        try (Server server = ObservedServer.start(root, HELPER_TIMEOUT_MILLIS)) {
            ObservedServer observed = new ObservedServer(server.port());
            observed.awaitReserve();
            ProcessHandle victim = observed.helpers(HelperKind.READ).getFirst();
            stop(victim);
            try (RawClient client = RawClient.connect(observed.port())) {
                client.send("GET /document HTTP/1.1\r\nHost: test\r\n\r\n");
                Response response = client.read();
                assertEquals(200, response.status());
                assertArrayEquals(content, response.body());
            }
            victim.onExit().join();
            assertEquals(1, observed.count(HelperKind.READ, "hung"));
            assertEquals(1, observed.count(HelperKind.READ, "retried"));
            assertEquals(0, observed.count(HelperKind.READ, "repeatedBlocking"));
        }
    }

    @Test
    void noHelperOutlivesAServerThatStops(@TempDir Path root) throws Exception {
        Server server = ObservedServer.start(root);
        ObservedServer observed = new ObservedServer(server.port());
        observed.awaitReserve();
        var helpers = observed.helpers();
        server.close();
        assertEquals(2, helpers.size());
        helpers.forEach(helper -> helper.onExit().join());
    }
}
