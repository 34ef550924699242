package io.laio.http.server;

import io.laio.http.document.MappedFiles;
import io.laio.http.loop.Clock;
import io.laio.http.loop.Deadline;
import io.laio.http.loop.DeadlineQueue;
import io.laio.http.loop.EventLoop;
import io.laio.linux.Linux;
import java.util.List;

/** The options that only servers of the thttpd profile have, and the one cache that they are about. */
public final class ThttpdOptions {
    /** More than the kernel gives a process by default: {@code vm.max_map_count} is 65,530. */
    private static final int MAX_MAPPED_FILES = 1 << 20;

    /** The most mappings; thttpd 2.24 wants no more than 1,000 ({@code DESIRED_MAX_MAPPED_FILES} in its {@code config.h}). */
    static final ServerOption MAPPED_FILES = new ServerOption(
            "--mapped-files",
            "N",
            1_000,
            1,
            MAX_MAPPED_FILES,
            "Files that a loop keeps mapped; only those being sent may be more.");

    /** How long an unused mapping is kept; thttpd 2.24: 600 s ({@code DEFAULT_EXPIRE_AGE} in its {@code mmc.c}). */
    static final ServerOption MAPPING_EXPIRY_MILLIS = new ServerOption(
            "--mapping-expiry-millis",
            "MS",
            600_000,
            0,
            Integer.MAX_VALUE,
            "How long a file stays mapped when nobody asks for it; 0: not at all.");

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** As thttpd: it looks every 120 s for what is older than 600 s. */
    private static final int SWEEPS_AN_EXPIRY = 5;

    private static final long MIN_SWEEP_NANOS = 100 * NANOS_PER_MILLI;

    private ThttpdOptions() {}

    /**
     * All of them.
     *
     * @return in the order of help
     */
    public static List<ServerOption> all() {
        return List.of(MAPPED_FILES, MAPPING_EXPIRY_MILLIS);
    }

    /** Makes a loop's cache, and has the loop look from time to time for what has expired. */
    static MappedFiles cache(ServerOptions options, Linux linux, Clock clock, EventLoop loop) {
        long expiryNanos = options.value(MAPPING_EXPIRY_MILLIS) * NANOS_PER_MILLI;
        MappedFiles files = new MappedFiles(linux, clock, options.value(MAPPED_FILES), expiryNanos);
        if (expiryNanos > 0) {
            new Sweep(files, loop, Math.max(MIN_SWEEP_NANOS, expiryNanos / SWEEPS_AN_EXPIRY)).later();
        }
        return files;
    }

    /** Looks for expired mappings again and again. */
    private static final class Sweep {
        private final MappedFiles files;
        private final EventLoop loop;
        private final DeadlineQueue deadlines;
        private final Deadline deadline = new Deadline(this::expire);

        Sweep(MappedFiles files, EventLoop loop, long nanos) {
            this.files = files;
            this.loop = loop;
            this.deadlines = loop.deadlines(nanos);
        }

        private void later() {
            deadlines.set(deadline, loop.nowNanos());
        }

        private void expire() {
            files.expire();
            later();
        }
    }
}
