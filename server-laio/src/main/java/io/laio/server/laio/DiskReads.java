package io.laio.server.laio;

import io.laio.http.server.LoopContext;
import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerOptions;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.linux.BlockDevices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How many reads a loop gives the disk at the same time. Who submits more than the disk's queue has places for
 * ({@code nr_requests}, {@code Documentation/block/queue-sysfs.rst}) sleeps in the submission until a place is free
 * ({@code blk_mq_get_tag} in block/blk-mq-tag.c, Linux 6.18): the loop would block after all. Half of the queue leaves room for the
 * opens, and for reads of more than one request (docs/decisions/0025-reads-in-flight.md).
 */
final class DiskReads {
    static final ServerOption OPTION = new ServerOption(
            "--disk-reads",
            "N",
            0,
            0,
            1 << 16,
            "The most reads that a loop has in flight; more wait in the loop, in their order."
                    + " 0: half of what the disk's queue holds, for all loops together.");

    static final List<ServerOption> OPTIONS = List.of(OPTION);

    /** Where there is no disk, or it does not tell: half of the 256 that most disks with one queue have. */
    private static final int UNKNOWN_QUEUE = 256;

    private static final int LEAST = 8;

    private DiskReads() {}

    /** The most reads of each loop. */
    static int limit(LoopContext context) throws UnfitEnvironmentException {
        ServerOptions options = context.options();
        int asked = options.value(OPTION);
        try {
            return asked > 0 ? asked : share(queue(options.documentRoot()), options.loops());
        } catch (IOException e) {
            throw new UnfitEnvironmentException(
                    "The disk of " + options.documentRoot() + " cannot be looked at, so --disk-reads must be given: "
                            + e,
                    e);
        }
    }

    static int share(int queue, int loops) {
        return Math.max(LEAST, queue / 2 / loops);
    }

    private static int queue(Path documentRoot) throws IOException {
        Optional<Path> disk = BlockDevices.below(documentRoot);
        Path places = disk.map(sys -> sys.resolve("queue/nr_requests")).orElse(documentRoot);
        return Files.isRegularFile(places)
                ? Integer.parseInt(Files.readString(places).strip())
                : UNKNOWN_QUEUE;
    }
}
