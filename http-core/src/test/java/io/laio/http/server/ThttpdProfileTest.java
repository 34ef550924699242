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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection a request, names opened anew, one cache of mappings, and one send for head and content. */
class ThttpdProfileTest {
    private static final String SMALL = "small".repeat(1_000);
    private static final String LARGE = "A large one. ".repeat(60_000);

    private final FaultyKernel kernel = new FaultyKernel();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Server server;

    private void start(boolean late, boolean pageFaults) throws IOException, UnfitEnvironmentException {
        start(late, pageFaults, ThttpdOptions.MAPPED_FILES.defaultValue());
    }

    private void start(boolean late, boolean pageFaults, int mappedFiles)
            throws IOException, UnfitEnvironmentException {
        Files.writeString(root.resolve("small"), SMALL);
        Files.writeString(root.resolve("large"), LARGE);
        ServerOptions options = TestServers.options(root).withValue(ThttpdOptions.MAPPED_FILES, mappedFiles);
        server = Server.start(new ThttpdVariant(late, pageFaults), options, kernel);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        assertEquals(0, Descriptors.below(root), "no descriptor is kept");
    }

    private Answer get(String path) throws IOException {
        return TestClient.ask(server.port(), "GET " + path, "Connection: close");
    }

    private void assertServed(String path, String content) throws IOException {
        Answer answer = get(path);
        assertEquals(200, answer.status());
        assertEquals(content.length(), answer.body().length());
        assertTrue(content.equals(answer.body()), "other bytes than the file's");
    }

    private long reads(String member) throws IOException {
        Matcher matcher = Pattern.compile("\"read\":\\{[^}]*\"" + member + "\":(\\d+)")
                .matcher(get("/.laio/stats").body());
        assertTrue(matcher.find(), member);
        return Long.parseLong(matcher.group(1));
    }

    private void cutAt(String name, int bytes) {
        try (RandomAccessFile file = new RandomAccessFile(root.resolve(name).toFile(), "rw")) {
            file.setLength(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void headAndContentAreOneSendAndTheMappingIsShared() throws Exception {
        start(false, true);
        assertServed("/small", SMALL);
        int opens = kernel.count(SystemCall.OPENAT2);
        for (int i = 0; i < 4; i++) {
            assertServed("/small", SMALL);
        }
        assertEquals(4, kernel.count(SystemCall.OPENAT2) - opens, "every request opens its name");
        assertEquals(5, kernel.count(SystemCall.SENDMSG));
        assertEquals(0, kernel.count(SystemCall.SENDTO));
        assertEquals(1, kernel.count(SystemCall.MMAP));
        assertEquals(5, reads("atOnce"));
        assertEquals(0, kernel.count(SystemCall.PREADV2), "nothing is copied");
    }

    @Test
    void whatIsNotSentIsNotMapped() throws Exception {
        start(false, true);
        Files.writeString(root.resolve("empty"), "");
        assertEquals(200, get("/empty").status());
        assertEquals(
                304,
                TestClient.ask(server.port(), "GET /small", "If-None-Match: *").status());
        assertEquals(200, TestClient.ask(server.port(), "HEAD /small").status());
        assertEquals(0, kernel.count(SystemCall.MMAP));
    }

    @Test
    void pageFaultsAreCountedAsBlockedReads() throws Exception {
        start(false, true);
        assertServed("/small", SMALL);
        kernel.fail(SystemCall.MINCORE, Errno.ENOMEM); // nobody knows that it is resident
        assertServed("/small", SMALL);
        assertEquals(1, reads("blocked"));
        assertEquals(1, reads("atOnce"));
        assertEquals(2, reads("issued"));
        assertTrue(reads("blockedNanos") > 0);
        assertEquals(2, kernel.count(SystemCall.SENDMSG), "sent from the mapping all the same");
    }

    @Test
    void pageFaultsAfterTheSocketWasFullAreCountedToo() throws Exception {
        start(false, true);
        assertServed("/small", SMALL);
        kernel.pass(SystemCall.MINCORE).takeFirstPieceOnly(() -> kernel.fail(SystemCall.MINCORE, Errno.ENOMEM));
        assertServed("/small", SMALL);
        assertTrue(kernel.isDone(SystemCall.MINCORE));
        assertEquals(1, reads("blocked"));
        assertTrue(reads("blockedNanos") > 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsNotResidentIsReadFirstWhereTheLoopMustNotFault(boolean late) throws Exception {
        start(late, false);
        for (int i = 0; i < 10; i++) {
            kernel.fail(SystemCall.MINCORE, Errno.ENOMEM);
        }
        assertServed("/large", LARGE);
        assertServed("/small", SMALL);
        assertEquals(late ? reads("issued") : 0, reads("blocked"));
        assertTrue(reads("issued") > 2);
    }

    @Test
    void aFileReplacedOrChangedGetsAnotherMapping() throws Exception {
        start(false, true);
        assertServed("/small", SMALL);
        Files.writeString(root.resolve("next"), "replaced");
        Files.move(root.resolve("next"), root.resolve("small"), StandardCopyOption.REPLACE_EXISTING);
        assertServed("/small", "replaced");
        Files.writeString(root.resolve("small"), "changed in place");
        assertServed("/small", "changed in place");
        assertEquals(3, kernel.count(SystemCall.MMAP));
    }

    @Test
    void namesOfOneFileShareItsMappingAndNotItsHead() throws Exception {
        start(false, true);
        Files.createLink(root.resolve("small.html"), root.resolve("small"));
        assertTrue(get("/small").head().contains("Content-Type: application/octet-stream"));
        assertTrue(get("/small.html").head().contains("Content-Type: text/html"));
        assertEquals(1, kernel.count(SystemCall.MMAP));
    }

    @Test
    void noMoreFilesStayMappedThanMay() throws Exception {
        start(false, true, 1);
        for (int i = 0; i < 3; i++) {
            assertServed("/small", SMALL);
            assertServed("/large", LARGE);
        }
        assertEquals(6, kernel.count(SystemCall.MMAP));
        assertEquals(5, kernel.count(SystemCall.MUNMAP));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileCutShortBeforeItIsSentIsServedAsItIsNow(boolean pageFaults) throws Exception {
        start(false, pageFaults);
        assertServed("/small", SMALL);
        for (boolean resident : new boolean[] {true, false}) {
            int bytes = resident ? 3_001 : 1_001;
            kernel.answer(SystemCall.MINCORE, (real, call, a, b, c, d, e, f) -> {
                long result = real.syscall(call.number(), a, b, c, d, e, f);
                cutAt("small", bytes);
                return resident ? result : -Errno.ENOMEM;
            });
            assertServed("/small", SMALL.substring(0, bytes));
        }
        assertTrue(kernel.isDone(SystemCall.MINCORE));
    }

    @Test
    void aPageThatCannotBeReadEndsTheConnection() throws Exception {
        start(false, true);
        kernel.fail(SystemCall.SENDMSG, Errno.EFAULT);
        try (TestClient client = new TestClient(server.port())) {
            client.say("GET /large");
            assertEquals(0, client.rest().length);
        }
        assertServed("/large", LARGE);
    }

    @Test
    void whatCannotBeMappedIsRead() throws Exception {
        start(false, true);
        kernel.fail(SystemCall.MMAP, Errno.ENODEV);
        assertServed("/small", SMALL);
        assertEquals(1, kernel.count(SystemCall.PREADV2));
        assertFalse(kernel.count(SystemCall.MUNMAP) > 0);
    }
}
