package io.laio.http.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.document.NameConversion.Outcome;
import io.laio.http.loop.Clock;
import io.laio.http.loop.OperationCounters;
import io.laio.http.protocol.Request;
import io.laio.http.protocol.RequestLimits;
import io.laio.http.protocol.RequestParser;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversions whose answers come when the test says so. */
class NameConversionTest {
    private final Linux real = Linux.open();
    private final OperationCounters counters = new OperationCounters();
    private final Deque<Runnable> pending = new ArrayDeque<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private int descriptorsLeft = Integer.MAX_VALUE;
    private boolean owner = true;
    private boolean namesInMemory;
    private long diskAnswer;
    private int opened;
    private int closed;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Documents documents;

    private int rootFd;

    /** A kernel that has no name in memory unless told so, and perhaps gives O_NOATIME to nobody. */
    private final Linux linux = (number, a, b, c, d, e, f) -> {
        SystemCall call = SystemCall.ofNumber(number);
        if (call == SystemCall.OPENAT2) {
            return open(a, b, c);
        }
        closed += call == SystemCall.CLOSE ? 1 : 0;
        return real.syscall(number, a, b, c, d, e, f);
    };

    private long open(long directory, long path, long how) {
        boolean cached = (Memory.getLong(how + 16) & OpenHow.RESOLVE_CACHED) != 0;
        if (opened - closed >= descriptorsLeft) {
            return -Errno.EMFILE;
        }
        if (cached && !namesInMemory) {
            return -Errno.EAGAIN;
        }
        if (!owner && (Memory.getLong(how) & OpenHow.O_NOATIME) != 0) {
            return -Errno.EPERM;
        }
        int fd = real.openat2((int) directory, path, how);
        opened += fd >= 0 ? 1 : 0;
        return fd;
    }

    private final Disk disk = new Disk() {
        @Override
        public long open(int directory, long path, long how, DiskCompletion completion) {
            long result = diskAnswer < 0 ? diskAnswer : linux.openat2(directory, path, how);
            pending.addLast(() -> completion.completed(result));
            return PENDING;
        }

        @Override
        public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
            throw new AssertionError("no conversion reads");
        }

        @Override
        public void close() {
            pending.clear();
        }
    };

    @BeforeEach
    void openRoot() throws IOException {
        Files.writeString(root.resolve("a"), "a");
        Files.writeString(root.resolve("b"), "b");
        Files.createDirectory(root.resolve("d"));
        Files.writeString(root.resolve("d/index.html"), "d");
        try (NativeBuffer memory = new NativeBuffer(8192)) {
            OpenHow.put(memory.address(), OpenHow.O_RDONLY | OpenHow.O_DIRECTORY, 0, 0);
            Memory.putString(memory.address() + 64, 4000, root.toString());
            rootFd = real.openat2(OpenHow.AT_FDCWD, memory.address() + 64, memory.address());
        }
        documents = new Documents(linux, disk, Clock.SYSTEM, counters, rootFd, 8, 0);
    }

    @AfterEach
    void everyDescriptorIsClosed() {
        documents.close();
        real.close(rootFd);
        assertEquals(opened, closed);
    }

    private NameConversion conversion() {
        return new NameConversion(documents, outcomes::add);
    }

    private static Request request(String path) {
        byte[] head = ("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        Request request = new Request();
        assertEquals(head.length, new RequestParser(RequestLimits.DEFAULT).parse(head, 0, head.length, request));
        return request;
    }

    private void answerAll() {
        while (!pending.isEmpty()) {
            pending.removeFirst().run();
        }
    }

    @Test
    void twoNamesUnderWayWhenTheKernelRefusesNoAtimeAreBothFound() {
        owner = false;
        NameConversion first = conversion();
        NameConversion second = conversion();
        assertEquals(Outcome.PENDING, first.start(request("/a")));
        assertEquals(Outcome.PENDING, second.start(request("/b")));
        answerAll();
        assertEquals(List.of(Outcome.FOUND, Outcome.FOUND), outcomes);
        first.take().release();
        second.take().release();
    }

    @Test
    void aFileThatIsOthersIsNotAskedForResidency() {
        owner = false;
        namesInMemory = true;
        NameConversion conversion = conversion();
        assertEquals(Outcome.FOUND, conversion.start(request("/a")));
        OpenFile file = conversion.take();
        boolean mapped = file.mapping() != 0;
        assertEquals(real.geteuid() == ownerOf("a"), mapped, "only an owner's mincore(2) tells the truth");
        file.release();
    }

    private int ownerOf(String name) {
        try {
            return (Integer) Files.getAttribute(root.resolve(name), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSameNameUnderWayTwiceBecomesOneDocument() {
        NameConversion first = conversion();
        NameConversion second = conversion();
        assertEquals(Outcome.PENDING, first.start(request("/a")));
        assertEquals(Outcome.PENDING, second.start(request("/a")));
        answerAll();
        OpenFile one = first.take();
        OpenFile other = second.take();
        assertSame(one, other);
        one.release();
        other.release();
        assertEquals(1, opened - closed, "the cache's");
    }

    @Test
    void aReplacedFileIsAnotherDocumentAndTheOldOneIsStillSent() throws IOException {
        namesInMemory = true;
        NameConversion conversion = conversion();
        assertEquals(Outcome.FOUND, conversion.start(request("/a")));
        OpenFile before = conversion.take();
        Files.delete(root.resolve("a"));
        Files.writeString(root.resolve("a"), "another");
        assertEquals(Outcome.FOUND, conversion.start(request("/a")));
        OpenFile after = conversion.take();
        assertNotSame(before, after);
        assertEquals(1, before.bytes());
        assertEquals(7, after.bytes());
        assertEquals(2, opened - closed);
        before.release();
        assertEquals(1, opened - closed);
        after.release();
    }

    @Test
    void documentsGiveTheirDescriptorsUpWhenTheseRunOut() {
        namesInMemory = true;
        NameConversion conversion = conversion();
        for (String path : List.of("/a", "/b")) {
            assertEquals(Outcome.FOUND, conversion.start(request(path)));
            conversion.take().release();
        }
        descriptorsLeft = 1;
        assertEquals(Outcome.FOUND, conversion.start(request("/d/")));
        OpenFile held = conversion.take();
        assertEquals(Outcome.EXHAUSTED, conversion.start(request("/a")), "what is being sent cannot be closed");
        descriptorsLeft = 2;
        assertEquals(Outcome.FOUND, conversion.start(request("/a")));
        conversion.take().release();
        held.release();
    }

    @Test
    void aLateWantOfDescriptorsIsMetInTheSameWay() {
        namesInMemory = true;
        NameConversion conversion = conversion();
        assertEquals(Outcome.FOUND, conversion.start(request("/b")));
        conversion.take().release();
        namesInMemory = false;
        diskAnswer = -Errno.EMFILE;
        assertEquals(Outcome.PENDING, conversion.start(request("/a")));
        diskAnswer = 0;
        pending.removeFirst().run();
        assertEquals(List.of(), outcomes, "asked again after a document was closed");
        answerAll();
        assertEquals(List.of(Outcome.FOUND), outcomes);
        conversion.take().release();
    }

    @Test
    void kindsOfNames() throws IOException {
        namesInMemory = true;
        NameConversion conversion = conversion();
        Files.createSymbolicLink(root.resolve("inside"), Path.of("a"));
        Files.createSymbolicLink(root.resolve("outside"), Path.of("/proc/self/status"));
        Files.createDirectory(root.resolve("odd"));
        Files.createDirectory(root.resolve("odd/index.html"));
        assertEquals(Outcome.DIRECTORY, outcome(conversion, "/d"));
        assertEquals(Outcome.NOT_FOUND, outcome(conversion, "/a/"));
        assertEquals(Outcome.NOT_FOUND, outcome(conversion, "/none"));
        assertEquals(Outcome.NOT_FOUND, outcome(conversion, "/outside"));
        Files.delete(root.resolve("outside")); // JUnit warns of links that lead out of what it deletes
        assertEquals(Outcome.FORBIDDEN, outcome(conversion, "/odd/"));
        assertEquals(Outcome.NOT_FOUND, outcome(conversion, "/" + "x".repeat(4_090)));
        assertEquals(Outcome.FOUND, outcome(conversion, "/inside"));
        conversion.take().release();
    }

    /** A name that is missing, or that leads out, is never "in memory" at first. */
    private Outcome outcome(NameConversion conversion, String path) {
        Outcome outcome = conversion.start(request(path));
        answerAll();
        return outcome == Outcome.PENDING ? outcomes.removeLast() : outcome;
    }
}
