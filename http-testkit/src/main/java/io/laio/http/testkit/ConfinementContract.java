package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nothing outside the document root, nothing hidden and nothing that is not a file leaves the server. */
interface ConfinementContract extends ContractPart {
    /**
     * Ways out of the root, and to what is hidden in it.
     *
     * @return a test for each
     */
    @TestFactory
    default Stream<DynamicTest> nothingLeavesTheRoot() {
        return Stream.of(
                        "/../outside/secret.txt",
                        "/nested/../../outside/secret.txt",
                        "/nested/a/b/../../../../outside/secret.txt",
                        "/%2e%2e/outside/secret.txt",
                        "/%2E%2E/outside/secret.txt",
                        "/.%2e/outside/secret.txt",
                        "/..%2foutside/secret.txt",
                        "/..%2foutside%2fsecret.txt",
                        "/%2e%2e%2foutside%2fsecret.txt",
                        "/..%5coutside%5csecret.txt",
                        "//../outside/secret.txt",
                        "/index.html%00.txt",
                        "/nested%2findex.html",
                        "/..",
                        "/links/escaping.txt",
                        "/links/outside/secret.txt",
                        "/links/outside/",
                        "/links/outside",
                        "/links/absolute.txt",
                        "/links/loop",
                        "/links/dangling",
                        "/.hidden",
                        "/%2ehidden",
                        "/.git/config",
                        "/nested/.hidden/file.txt",
                        "http://test/../outside/secret.txt")
                .map(target -> DynamicTest.dynamicTest(target, () -> assertRefused(target)));
    }

    /** Dot segments that stay within the root are resolved before anything is opened (RFC 3986, 5.2.4). */
    @Test
    default void dotSegmentsWithinTheRootAreResolved() throws IOException {
        for (String target : new String[] {"/nested/..", "/.", "/./index.html", "/nested/a/%2e%2e/../index.html"}) {
            assertEquals(
                    "This is index.html.\n",
                    servers().ask("GET " + target + " HTTP/1.1").text(),
                    target);
        }
    }

    private void assertRefused(String target) throws IOException {
        Response answer = servers().ask("GET " + target + " HTTP/1.1");
        assertTrue(Set.of(400, 403, 404).contains(answer.status()), answer::toString);
        assertFalse(answer.text().contains(DocumentTree.SECRET), answer::toString);
        assertFalse(answer.toString().contains(servers().tree().root().toString()), answer::toString);
    }

    /** Opening a FIFO would wait for a writer: the loop never does, and others are served meanwhile. */
    @Test
    default void aFifoIsRefusedWithoutWaiting() throws Exception {
        Path fifo = servers().tree().resolve("fifo");
        run("mkfifo", fifo.toString());
        try {
            assertRefused("/fifo");
            assertRefused("/fifo/");
        } finally {
            Files.delete(fifo);
        }
        assertEquals(200, servers().ask("GET / HTTP/1.1").status());
    }

    /** A socket in the file system is no document. */
    @Test
    default void aSocketIsRefused() throws IOException {
        Path file = servers().tree().resolve("socket");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(file));
            assertRefused("/socket");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A device node is no document, though it can be opened and read. */
    @Test
    @Tag("root")
    default void aDeviceIsRefused() throws Exception {
        assumeTrue(isRoot(), "only root can make a device node");
        Path device = servers().tree().resolve("zero");
        assumeTrue(status("mknod", device.toString(), "c", "1", "5") == 0, "this root may make no device node");
        try {
            assertRefused("/zero");
        } finally {
            Files.delete(device);
        }
    }

    /** What the server may not read is refused, in files and in directories. */
    @Test
    default void whatMayNotBeReadIsRefused() throws IOException {
        assumeFalse(isRoot(), "root may read everything: run as another user");
        Path file = servers().tree().write("unreadable/file.txt", ResponseReader.bytes(DocumentTree.SECRET));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assertRefused("/unreadable/file.txt");
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("---------"));
        try {
            assertRefused("/unreadable/file.txt");
            assertRefused("/unreadable/");
        } finally {
            Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertEquals(0, status(command), () -> String.join(" ", command));
    }

    private static int status(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
