package io.laio.server.amped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.helper.HelperKind;
import io.laio.http.helper.HelperLimits;
import io.laio.http.server.Server;
import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server says of how many descriptors its helpers deprive its clients. */
class HelperDescriptorsTest {
    private final FlashNbAmped amped = new FlashNbAmped();

    private ServerOptions options(Path root, int readHelpers, int nameHelpers, int reserve, int loops) {
        List<Integer> asked = List.of(readHelpers, nameHelpers, reserve);
        ServerOptions options = ServerOptions.of(root, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withLoops(loops)
                .withStatistics(true);
        for (int i = 0; i < asked.size(); i++) {
            ServerOption option = HelperLimits.OPTIONS.get(i);
            options = options.withValue(option, asked.get(i));
        }
        return options;
    }

    @Test
    void everyHelperOfEveryLoopHasOne() {
        int few = amped.descriptors(options(Path.of("/"), 4, 2, 1, 1));
        assertEquals(few + 20, amped.descriptors(options(Path.of("/"), 16, 10, 1, 1)));
        assertEquals(3 * few, amped.descriptors(options(Path.of("/"), 4, 2, 1, 3)));
    }

    @Test
    void thatManyAreEnoughWhenAllHelpersRun(@TempDir Path root) throws Exception {
        ServerOptions options = options(root, 3, 3, 3, 1);
        long before = socketsAndEvents();
        try (Server server = Server.start(amped, options)) {
            ObservedServer observed = new ObservedServer(server.port());
            for (HelperKind kind : HelperKind.values()) {
                observed.await(kind, "running", 3);
            }
            long opened = socketsAndEvents() - before - 1; // the socket that listens
            assertTrue(opened >= 6 && opened <= amped.descriptors(options), () -> opened + " were opened");
        }
    }

    /** What no class loader opens. */
    private static long socketsAndEvents() throws IOException {
        try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
            return links.filter(link -> isSocketOrEvent(link)).count();
        }
    }

    private static boolean isSocketOrEvent(Path link) {
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("socket:") || target.startsWith("anon_inode:");
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
