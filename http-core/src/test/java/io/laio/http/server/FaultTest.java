package io.laio.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.server.TestClient.Answer;
import io.laio.linux.Errno;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel may answer on a bad day, and what a server makes of it: with a disk that answers at once, or later. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class FaultTest {
    private static final int SMALL_BYTES = 1_000;
    private static final int LARGE_BYTES = 700_001;

    private final FaultyKernel kernel = new FaultyKernel();
    private final boolean late;
    private final String small;
    private final String large;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Server server;

    FaultTest(boolean late) {
        this.late = late;
        this.small = text(1, SMALL_BYTES);
        this.large = text(2, LARGE_BYTES);
    }

    private static String text(int seed, int length) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('A' + random.nextInt(26)));
        }
        return text.toString();
    }

    @BeforeEach
    void start() throws IOException, UnfitEnvironmentException {
        Files.writeString(root.resolve("small"), small);
        Files.writeString(root.resolve("large"), large);
        server = Server.start(new TestVariant(late), TestServers.options(root), kernel);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer get(String path) throws IOException {
        return TestClient.ask(server.port(), "GET " + path);
    }

    private void assertServed(String path, String content) throws IOException {
        Answer answer = get(path);
        assertEquals(200, answer.status());
        assertEquals(content.length(), answer.body().length());
        assertTrue(content.equals(answer.body()), "other bytes than the file's");
    }

    private long statistic(String name) throws IOException {
        Matcher matcher = Pattern.compile('"' + name + "\":(\\d+)")
                .matcher(get("/.laio/stats").body());
        assertTrue(matcher.find(), name);
        return Long.parseLong(matcher.group(1));
    }

    /** Nothing is resident, whatever the mapping says. */
    private void nothingIsResident() {
        for (int i = 0; i < 20; i++) {
            kernel.fail(SystemCall.MINCORE, Errno.ENOMEM);
        }
    }

    private void cutAt(String name, int bytes) {
        try (RandomAccessFile file = new RandomAccessFile(root.resolve(name).toFile(), "rw")) {
            file.setLength(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aReadThatEndsAtTheEdgeOfResidencyGoesOnFromThere() throws IOException {
        kernel.answer(
                SystemCall.PREADV2,
                (real, call, a, b, c, d, e, f) -> Math.min(400, real.syscall(call.number(), a, b, c, d, e, f)));
        assertServed("/small", small);
        assertTrue(kernel.isDone(SystemCall.PREADV2));
    }

    @Test
    void aTryThatIsRefusedIsMadeByTheDisk() throws IOException {
        for (int errno : new int[] {Errno.EAGAIN, Errno.EOPNOTSUPP, Errno.EINTR}) {
            kernel.fail(SystemCall.PREADV2, errno);
            assertServed("/small", small);
        }
        assertTrue(kernel.isDone(SystemCall.PREADV2));
    }

    @Test
    void anErrorBeforeTheHeadIsSentLooksAtTheNameAgain() throws IOException {
        kernel.fail(SystemCall.PREADV2, Errno.EIO);
        assertServed("/small", small);
    }

    @Test
    void anErrorThatStaysIsAnsweredAndTheConnectionGoesOn() throws IOException {
        kernel.fail(SystemCall.PREADV2, Errno.EIO).fail(SystemCall.PREADV2, Errno.EIO);
        try (TestClient client = new TestClient(server.port())) {
            assertEquals(500, client.ask("GET /small").status());
            assertEquals(200, client.ask("GET /small").status());
        }
        assertEquals(0, statistic("responsesBroken"));
    }

    @Test
    void anErrorAfterTheHeadEndsTheConnectionAndTheNextRequestIsRight() throws IOException {
        nothingIsResident();
        kernel.pass(SystemCall.PREAD64).fail(SystemCall.PREAD64, Errno.EIO);
        Answer answer = get("/large");
        assertEquals(200, answer.status());
        assertFalse(answer.whole());
        assertTrue(large.startsWith(answer.body()));
        assertFalse(answer.body().isEmpty(), "the first piece was read");
        assertEquals(1, statistic("responsesBroken"));
        assertServed("/large", large);
    }

    @Test
    void aFileCutShortBeforeTheHeadIsSentIsServedAsItIsNow() throws IOException {
        kernel.answer(SystemCall.PREADV2, (real, call, a, b, c, d, e, f) -> {
            cutAt("small", 300);
            return real.syscall(call.number(), a, b, c, d, e, f);
        });
        assertServed("/small", small.substring(0, 300));
    }

    @Test
    void aMappedFileCutShortAfterItWasFoundResidentIsNotPadded() throws IOException {
        assertServed("/large", large); // so that all of it is in memory
        kernel.answer(SystemCall.MINCORE, (real, call, a, b, c, d, e, f) -> {
            long result = real.syscall(call.number(), a, b, c, d, e, f);
            cutAt("large", 100_001);
            return result;
        });
        assertServed("/large", large.substring(0, 100_001));
        assertTrue(kernel.isDone(SystemCall.MINCORE));
    }

    @Test
    void aMappedFileCutShortWhileTheSocketIsFullIsNotPadded() throws IOException {
        assertServed("/large", large);
        kernel.takeFirstPieceOnly(() -> cutAt("large", 100_001));
        Answer answer = get("/large");
        assertTrue(kernel.isDone(SystemCall.SENDMSG));
        assertFalse(answer.whole());
        assertTrue(large.substring(0, 100_001).startsWith(answer.body()), "no byte that is not the file's");
        assertEquals(1, statistic("responsesBroken"));
        assertServed("/large", large.substring(0, 100_001));
    }

    @Test
    void whatTheSocketHadNoRoomForIsNotSentFromPagesThatAreGone() throws IOException {
        assertServed("/large", large);
        int reads = kernel.count(SystemCall.PREAD64);
        kernel.pass(SystemCall.MINCORE).takeFirstPieceOnly(this::nothingIsResident);
        assertServed("/large", large);
        int copied = 4096; // waits for room
        assertEquals(Math.ceilDiv(LARGE_BYTES - copied, 128 * 1024), kernel.count(SystemCall.PREAD64) - reads);
    }

    @Test
    void aFileCutShortAfterTheHeadIsBrokenOffAtItsNewEnd() throws IOException {
        nothingIsResident();
        kernel.pass(SystemCall.PREAD64).answer(SystemCall.PREAD64, (real, call, a, b, c, d, e, f) -> {
            cutAt("large", 140_000);
            return real.syscall(call.number(), a, b, c, d, e, f);
        });
        Answer answer = get("/large");
        assertFalse(answer.whole());
        assertTrue(large.startsWith(answer.body()));
        assertTrue(answer.body().length() <= 140_000);
        assertEquals(1, statistic("responsesBroken"));
        assertServed("/large", large.substring(0, 140_000));
    }

    @Test
    void aPageThatCannotBeReadWhileItIsSentIsTheFilesFault() throws IOException {
        assertServed("/large", large);
        kernel.fail(SystemCall.SENDMSG, Errno.EFAULT);
        try (TestClient client = new TestClient(server.port())) {
            client.say("GET /large");
            assertEquals(0, client.rest().length);
        }
        assertEquals(1, statistic("responsesBroken"));
        assertEquals(0, statistic("clientsVanished"));
    }

    @Test
    void whatCannotBeOpenedForNowIsAnswered503() throws IOException {
        for (int errno : new int[] {Errno.EMFILE, Errno.ENFILE, Errno.ENOMEM}) {
            kernel.fail(SystemCall.OPENAT2, errno);
            assertEquals(503, get("/small").status(), Errno.describe(errno));
        }
        assertServed("/small", small);
    }

    @Test
    void anOpenDocumentGivesItsDescriptorToAnother() throws IOException {
        assertServed("/large", large);
        kernel.fail(SystemCall.OPENAT2, Errno.EMFILE);
        assertServed("/small", small);
    }

    @Test
    void aNameThatIsNotInMemoryIsLeftToTheDisk() throws IOException {
        kernel.fail(SystemCall.OPENAT2, Errno.EAGAIN);
        assertServed("/small", small);
        kernel.fail(SystemCall.OPENAT2, Errno.EINVAL); // a kernel that does not know RESOLVE_CACHED
        assertServed("/small", small);
        kernel.fail(SystemCall.OPENAT2, Errno.EAGAIN).fail(SystemCall.OPENAT2, Errno.EACCES);
        assertEquals(403, get("/small").status());
        kernel.fail(SystemCall.OPENAT2, Errno.EAGAIN).fail(SystemCall.OPENAT2, Errno.EIO);
        assertEquals(500, get("/small").status());
    }

    @Test
    void aFileWhoseMetadataCannotBeReadIsAnswered500AndClosed() throws IOException {
        kernel.fail(SystemCall.STATX, Errno.EIO);
        assertEquals(500, get("/small").status());
        assertServed("/small", small);
        assertEquals(0, Descriptors.below(root) - 1 - 1, "the root and the cached document");
    }

    @Test
    void acceptingPausesWithoutDescriptorsAndGoesOn() throws IOException {
        int before = kernel.count(SystemCall.ACCEPT4);
        kernel.fail(SystemCall.ACCEPT4, Errno.EMFILE)
                .fail(SystemCall.ACCEPT4, Errno.ENFILE)
                .fail(SystemCall.ACCEPT4, Errno.ENOMEM);
        assertServed("/small", small);
        assertTrue(kernel.isDone(SystemCall.ACCEPT4));
        int tries = kernel.count(SystemCall.ACCEPT4) - before;
        assertTrue(tries <= 6, "it does not spin: " + tries + " tries");
        assertEquals(3, statistic("acceptPauses"));
    }

    @Test
    void acceptingTakesTheDescriptorOfADocumentFirst() throws IOException {
        assertServed("/small", small);
        kernel.fail(SystemCall.ACCEPT4, Errno.EMFILE);
        assertServed("/large", large);
        assertEquals(0, statistic("acceptPauses"));
    }

    @Test
    void anAcceptThatIsInterruptedOrAbortedIsMadeAgain() throws IOException {
        kernel.fail(SystemCall.ACCEPT4, Errno.EINTR).fail(SystemCall.ACCEPT4, Errno.ECONNABORTED);
        assertServed("/small", small);
        assertEquals(0, statistic("acceptPauses"));
    }

    @Test
    void aConnectionThatCannotBeWatchedIsClosedAndTheNextIsServed() throws IOException {
        kernel.fail(SystemCall.EPOLL_CTL, Errno.ENOMEM);
        try (TestClient unlucky = new TestClient(server.port())) {
            assertEquals(0, unlucky.rest().length);
        }
        assertServed("/small", small);
        assertEquals(1, statistic("acceptPauses"));
    }

    @Test
    void interruptedReceivesAndSendsAreMadeAgain() throws IOException {
        kernel.fail(SystemCall.RECVFROM, Errno.EINTR).fail(SystemCall.SENDTO, Errno.EINTR);
        assertServed("/small", small);
    }

    @Test
    void sendsThatTakeLittleAddUp() throws IOException {
        for (int i = 0; i < 50; i++) {
            kernel.answer(
                    SystemCall.SENDTO,
                    (real, call, a, b, c, d, e, f) -> real.syscall(call.number(), a, b, Math.min(c, 7), d, e, f));
        }
        assertServed("/small", small);
        assertServed("/large", large);
    }

    @Test
    void signalsDoNotEndTheWait() throws IOException {
        kernel.fail(SystemCall.EPOLL_PWAIT, Errno.EINTR).fail(SystemCall.EPOLL_PWAIT, Errno.EINTR);
        assertServed("/small", small);
    }

    @Test
    void aClientThatVanishedIsCounted() throws IOException {
        kernel.fail(SystemCall.SENDTO, Errno.ECONNRESET);
        try (TestClient client = new TestClient(server.port())) {
            client.send("GET /small HTTP/1.1\r\nHost: test\r\n\r\n");
            assertEquals("", new String(client.rest(), StandardCharsets.ISO_8859_1));
        }
        assertEquals(1, statistic("clientsVanished"));
    }
}
