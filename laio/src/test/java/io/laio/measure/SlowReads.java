package io.laio.measure;

import io.laio.Engine;
import io.laio.EngineUnavailableException;
import io.laio.LaioOptions;
import io.laio.Laziness;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Random reads of 4 KB of a file that is not in memory, from one thread: one at a time, and many. How many a second, and how
 * long no call keeps the caller.
 */
final class SlowReads {
    private static final int MEGABYTE = 1 << 20;
    private static final long SEED = 20040627;

    /** What is compared. */
    private record Way(String name, Engine engine, Laziness laziness) {}

    private static final List<Way> WAYS = List.of(
            new Way("ring, tried", Engine.RING, Laziness.DIRECT),
            new Way("ring", Engine.RING, Laziness.RING),
            new Way("ring, eager", Engine.RING, Laziness.OFF),
            new Way("workers", Engine.WORKERS, Laziness.DIRECT),
            new Way("workers, eager", Engine.WORKERS, Laziness.OFF));

    private final Path file;
    private final int megabytes;
    private final int depth;
    private final int rounds;
    private final Linux linux = Linux.open();
    private final List<Round> all = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(SEED);

    private SlowReads(Path file, int megabytes, int depth, int rounds) {
        this.file = file;
        this.megabytes = megabytes;
        this.depth = depth;
        this.rounds = rounds;
    }

    /**
     * The command.
     *
     * @param arguments directory, megabytes of the file, depth, rounds
     */
    public static void main(String[] arguments) throws IOException, EngineUnavailableException {
        Path file = Path.of(arguments[0], "slow-reads.dat");
        SlowReads measure = new SlowReads(
                file, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        try {
            measure.make();
            measure.run();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void make() throws IOException {
        byte[] block = new byte[MEGABYTE];
        random.nextBytes(block);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < megabytes; i++) {
                channel.write(ByteBuffer.wrap(block));
            }
            channel.force(true);
        }
    }

    private void run() throws EngineUnavailableException {
        System.out.println(
                "us of the calling thread: median, 99 %, longest, longest on a processor; calls that slept, longest of them");
        int fd = open();
        for (int round = 0; round <= rounds; round++) { // the first is for the compiler
            for (Way way : WAYS) {
                Round got = new Round(round, way, measure(way, fd, 1, 1000), measure(way, fd, depth, 500 * depth));
                System.out.println(got.text(depth));
                if (round > 0) {
                    all.add(got);
                }
            }
        }
        linux.close(fd);
        WAYS.forEach(this::summarize);
    }

    private RandomReads.Result measure(Way way, int fd, int inFlight, int reads) throws EngineUnavailableException {
        int threads = Math.max(inFlight, LaioOptions.DEFAULTS.maxKernelWorkers());
        LaioOptions options = new LaioOptions(256, 4096, threads, threads, Laziness.DIRECT, way.engine);
        try (RandomReads run = new RandomReads(options, way.laziness, fd, inFlight)) {
            run.evict();
            return run.read(pages(reads));
        }
    }

    /** Different ones, in random order. */
    private int[] pages(int count) {
        return random.ints(0, megabytes * (MEGABYTE / RandomReads.PAGE_BYTES))
                .distinct()
                .limit(count)
                .toArray();
    }

    private void summarize(Way way) {
        List<Round> own = all.stream().filter(round -> round.way.equals(way)).toList();
        System.out.printf(
                "%-15s median of %d rounds: %.0f reads/s alone, %.0f with %d in flight, x%.1f%n",
                way.name,
                rounds,
                median(own, round -> round.one.readsPerSecond()),
                median(own, round -> round.many.readsPerSecond()),
                depth,
                median(own, round -> round.many.readsPerSecond() / round.one.readsPerSecond()));
        summarize(own, "read", RandomReads.Result::reads);
        summarize(own, "poll", RandomReads.Result::polls);
        summarize(own, "nothing", RandomReads.Result::nothing);
    }

    private static void summarize(List<Round> own, String name, Function<RandomReads.Result, CallTimes.Summary> part) {
        List<CallTimes.Summary> all = own.stream()
                .flatMap(round -> Stream.of(round.one, round.many))
                .map(part)
                .toList();
        System.out.printf(
                "    %-8s longest %.0f us, on a processor %.0f us; %d slept, the longest %.0f us%n",
                name,
                all.stream().mapToDouble(CallTimes.Summary::longest).max().orElseThrow(),
                all.stream().mapToDouble(CallTimes.Summary::longestOnCpu).max().orElseThrow(),
                all.stream().mapToInt(CallTimes.Summary::slept).sum(),
                all.stream().mapToDouble(CallTimes.Summary::longestAsleep).max().orElseThrow());
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private int open() {
        try (NativeBuffer path = NativeBuffer.ofString(file.toString());
                NativeBuffer how = new NativeBuffer(OpenHow.BYTES)) {
            OpenHow.put(how.address(), OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
            int fd = linux.openat2(OpenHow.AT_FDCWD, path.address(), how.address());
            if (fd < 0) {
                throw new IllegalStateException(file + ": " + Errno.describe(-fd));
            }
            return fd;
        }
    }

    /** One way, once. */
    private record Round(int number, Way way, RandomReads.Result one, RandomReads.Result many) {
        String text(int depth) {
            return (number == 0 ? "warm-up " : "round " + number + " ") + way.name + "\n" + line(1, one) + "\n"
                    + line(depth, many);
        }

        private static String line(int inFlight, RandomReads.Result result) {
            return "  %3d in flight %8.0f reads/s, %d at once | read %s | poll %s | nothing %s"
                    .formatted(
                            inFlight,
                            result.readsPerSecond(),
                            result.atOnce(),
                            result.reads(),
                            result.polls(),
                            result.nothing());
        }
    }
}
