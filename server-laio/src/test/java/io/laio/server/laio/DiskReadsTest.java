package io.laio.server.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.http.loop.Clock;
import io.laio.http.loop.Deadlines;
import io.laio.http.loop.KernelThreadTimes;
import io.laio.http.loop.OperationCounters;
import io.laio.http.loop.Pauses;
import io.laio.http.loop.StallTracker;
import io.laio.http.server.LoopContext;
import io.laio.http.server.ServerOptions;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.linux.BlockDevices;
import io.laio.linux.Linux;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskReadsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private static ServerOptions options(Path documents) {
        return ServerOptions.of(documents, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static int limit(ServerOptions options) throws UnfitEnvironmentException {
        Linux linux = Linux.open();
        try (KernelThreadTimes times = new KernelThreadTimes(linux)) {
            StallTracker tracker = new StallTracker(Clock.SYSTEM, times, Pauses.NONE);
            return DiskReads.limit(new LoopContext(
                    linux, Linux::open, Clock.SYSTEM, new OperationCounters(), tracker, new Deadlines(), options));
        }
    }

    @ParameterizedTest
    @CsvSource({"256, 1, 128", "128, 1, 64", "128, 4, 16", "1023, 2, 255", "64, 16, 8", "2, 1, 8"})
    void loopsShareHalfOfTheQueue(int queue, int loops, int each) {
        assertEquals(each, DiskReads.share(queue, loops));
    }

    @Test
    void whatIsAskedForIsTaken() throws UnfitEnvironmentException {
        assertEquals(5, limit(options(root).withLoops(3).withValue(DiskReads.OPTION, 5)));
    }

    @Test
    void theDiskOfTheDocumentsIsAsked() throws IOException, UnfitEnvironmentException {
        Path disk = BlockDevices.below(root).orElse(null);
        Assumptions.assumeTrue(
                disk != null && Files.isRegularFile(disk.resolve("queue/nr_requests")),
                "the temporary directory has no disk that tells how long its queue is");
        int queue = Integer.parseInt(
                Files.readString(disk.resolve("queue/nr_requests")).strip());
        assertEquals(DiskReads.share(queue, 1), limit(options(root)));
    }

    /** What has no disk is asked of nobody. */
    @Test
    void withoutADiskItIsHalfOfTheUsualQueue() throws UnfitEnvironmentException {
        assertEquals(128, limit(options(Path.of("/proc"))));
    }

    @Test
    void aDocumentRootThatCannotBeLookedAtIsNamed() {
        Path missing = root.resolve("missing");
        UnfitEnvironmentException e =
                Assertions.assertThrows(UnfitEnvironmentException.class, () -> limit(options(missing)));
        Assertions.assertTrue(String.valueOf(e.getMessage()).contains(missing.toString()));
    }
}
