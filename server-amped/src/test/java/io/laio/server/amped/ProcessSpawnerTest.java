package io.laio.server.amped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.helper.Helper;
import io.laio.http.helper.HelperKind;
import io.laio.http.helper.HelperListener;
import io.laio.http.process.AotCache;
import io.laio.http.process.ChildFailedException;
import io.laio.http.process.ChildJvm;
import io.laio.http.process.ChildStarter;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Helper processes at the loop's end of their sockets: what crosses, and what is heard when they die. The test is the loop. */
class ProcessSpawnerTest {
    private static final int SIGSTOP = 19; // include/uapi/asm-generic/signal.h
    private static final AotCache NO_CACHE = new AotCache.None("");

    private final Linux linux = Linux.open();
    private final BareLoop loop = new BareLoop();
    private final List<String> lost = new ArrayList<>();
    private final List<Integer> results = new ArrayList<>();
    private final List<Helper> started = new ArrayList<>();
    private int ends;
    private final List<Integer> descriptors = new ArrayList<>();
    private final NativeBuffer how = new NativeBuffer(OpenHow.BYTES);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private ProcessSpawner spawner;

    private final HelperListener listener = new HelperListener() {
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
            lost.add(why);
        }

        @Override
        public void ended() {
            ends++;
        }
    };

    @BeforeEach
    void open() throws ChildFailedException {
        OpenHow.put(how.address(), OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
        spawner = loop.spawner(new ChildStarter(HelperMain.jvm(), NO_CACHE));
    }

    @AfterEach
    void close() {
        spawner.close();
        loop.close();
        descriptors.forEach(linux::close);
        how.close();
    }

    private Helper spawn(HelperKind kind) {
        int before = started.size();
        spawner.spawn(kind, listener);
        loop.runUntil(() -> started.size() > before || !lost.isEmpty());
        assertEquals(List.of(), lost);
        return started.getLast();
    }

    private int open(Path path) {
        try (NativeBuffer name = NativeBuffer.ofString(path.toString())) {
            descriptors.add(linux.openat2(OpenHow.AT_FDCWD, name.address(), how.address()));
            return descriptors.getLast();
        }
    }

    private int answer(Runnable request) {
        int before = results.size();
        request.run();
        loop.runUntil(() -> results.size() > before || !lost.isEmpty());
        assertEquals(List.of(), lost);
        return results.getLast();
    }

    private int read(Helper helper, int fd, long offset, int length) {
        return answer(() -> helper.read(fd, offset, length));
    }

    private int convert(Helper helper, int root, String name) {
        try (NativeBuffer path = NativeBuffer.ofString(name)) {
            return answer(() -> helper.convert(root, path.address(), path.capacity() - 1, how.address()));
        }
    }

    @Test
    void helpersAreProcessesThatReadTheRangeTheyAreAskedFor() throws IOException {
        int fd = open(Files.write(directory.resolve("file"), new byte[300_000]));
        Helper helper = spawn(HelperKind.READ);
        assertNotEquals(ProcessHandle.current().pid(), helper.processId());
        assertEquals(200_000, read(helper, fd, 0, 200_000));
        assertEquals(100_000, read(helper, fd, 200_000, 200_000), "the file ends");
        assertEquals(-Errno.EISDIR, read(helper, open(directory), 0, 1));
        assertEquals(1, read(helper, fd, 5, 1), "a failed request is no reason to die");
    }

    @Test
    void namesAreConvertedBelowTheRootThatWasPassed() throws IOException {
        Files.createFile(Files.createDirectory(directory.resolve("sub")).resolve("file"));
        int root = open(directory);
        Helper helper = spawn(HelperKind.NAME);
        assertEquals(0, convert(helper, root, "sub/file"));
        assertEquals(-Errno.ENOENT, convert(helper, root, "sub/other"));
        assertEquals(0, convert(helper, root, "sub/" + "./".repeat(2000) + "file"), "a long path");
    }

    @Test
    void noDescriptorStaysBehindInAHelper() throws IOException {
        int fd = open(Files.write(directory.resolve("file"), new byte[10]));
        Helper helper = spawn(HelperKind.READ);
        read(helper, fd, 0, 10);
        long before = descriptorsOf(helper);
        for (int i = 0; i < 50; i++) {
            read(helper, fd, 0, 10);
        }
        assertEquals(before, descriptorsOf(helper));
    }

    private static long descriptorsOf(Helper helper) throws IOException {
        try (var files = Files.list(Path.of("/proc", Long.toString(helper.processId()), "fd"))) {
            return files.count();
        }
    }

    @Test
    void aHelperThatIsKilledIsLostAtOnce() {
        Helper helper = spawn(HelperKind.READ);
        ProcessHandle.of(helper.processId()).orElseThrow().destroyForcibly();
        loop.runUntil(() -> !lost.isEmpty());
        assertTrue(lost.getFirst().contains(Long.toString(helper.processId())), lost.getFirst());
    }

    @Test
    void aStoppedHelperThatIsGivenUpIsKilledAndNothingButItsEndIsHeardOf() throws IOException {
        int fd = open(Files.write(directory.resolve("file"), new byte[10]));
        Helper helper = spawn(HelperKind.READ);
        ProcessHandle process = ProcessHandle.of(helper.processId()).orElseThrow();
        linux.syscall(SystemCall.KILL, process.pid(), SIGSTOP, 0, 0);
        helper.read(fd, 0, 10);
        helper.giveUp();
        loop.runUntil(() -> ends == 1);
        assertFalse(process.isAlive());
        assertEquals(List.of(), lost);
        assertEquals(List.of(), results);
    }

    @Test
    void aRequestThatCannotBeSentLosesTheHelper() {
        Helper helper = spawn(HelperKind.READ);
        helper.read(-1, 0, 1); // the kernel takes no message with a descriptor that is not open
        assertEquals(List.of(), lost, "not before the call has returned");
        loop.runUntil(() -> !lost.isEmpty());
        assertEquals(List.of(), results);
    }

    @Test
    void retiredHelpersAndThoseOfAClosedSpawnerEndAndNothingIsHeardOfThem() {
        List<ProcessHandle> processes = new ArrayList<>();
        for (HelperKind kind : HelperKind.values()) {
            processes.add(ProcessHandle.of(spawn(kind).processId()).orElseThrow());
        }
        started.getFirst().retire();
        processes.getFirst().onExit().join();
        spawner.close();
        processes.getLast().onExit().join();
        assertEquals(List.of(), lost);
    }

    @Test
    void aHelperThatGetsNoKernelIsLostLater() throws ChildFailedException {
        spawner.close();
        spawner = loop.spawner(new ChildStarter(HelperMain.jvm(), NO_CACHE), () -> {
            throw new IllegalStateException("no kernel today");
        });
        spawner.spawn(HelperKind.READ, listener);
        assertEquals(List.of(), lost, "heard inside the call");
        loop.runUntil(() -> !lost.isEmpty());
        assertEquals(List.of("no kernel today"), lost);
    }

    @Test
    void aHelperThatCannotStartIsLostAndSaysWhy() {
        spawner.close();
        spawner = loop.spawner(new ChildStarter(new ChildJvm("nowhere", "none.Such", List.of()), NO_CACHE));
        spawner.spawn(HelperKind.NAME, listener);
        loop.runUntil(() -> !lost.isEmpty());
        assertTrue(lost.getFirst().contains("status 1"), lost.getFirst());
    }
}
