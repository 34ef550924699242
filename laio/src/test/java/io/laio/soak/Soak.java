package io.laio.soak;

import io.laio.EngineUnavailableException;
import io.laio.LaioOptions;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.ResourceUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Mixed operations with random cancellation; every now and then everything must be as it was at the start. */
final class Soak implements AutoCloseable {
    private static final int TASKS = 40;
    private static final int DISTURB_ONE_IN = 12;
    private static final int SHUT_ONE_IN = 4; // of the checks: with everything in flight, not after all is over
    private static final long POLL_NANOS = 2_000_000;
    private static final int PATIENT_TURNS = 100;
    private static final int DRAIN_TURNS = 30_000;
    private static final long REPORT_NANOS = Duration.ofMinutes(1).toNanos();

    private final SoakOptions options;
    private final RandomGenerator random;
    private final Consumer<String> out;
    private final Tally tally = new Tally();
    private final World world;
    private final Fixture fixture;
    private final Tasks tasks;
    private final Linux linux = Linux.open();
    private final NativeBuffer usage = new NativeBuffer(ResourceUsage.BYTES);
    private final long startNanos = System.nanoTime();
    private final long startCpuMicros = cpuMicros();
    private long reportNanos = startNanos;

    Soak(SoakOptions options, Consumer<String> out) throws IOException {
        this.options = options;
        this.out = out;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(options.seed());
        this.fixture = new Fixture(
                Files.createTempDirectory(options.directory(), "soak"), options.files(), options.fileBytes());
        this.tasks = new Tasks(fixture);
        LaioOptions laio = LaioOptions.DEFAULTS
                .withEngine(options.engine())
                .withEntries(16, 64) // so small that they fill up
                .withMaxWorkers(24);
        this.world = new World(laio, random, tally);
    }

    /** Runs until the time or the number of calls is over, or something is found. */
    List<String> run() throws IOException, EngineUnavailableException {
        fixture.make();
        try (WakingThread waking = new WakingThread(world)) {
            waking.start();
            run(new Residue(world, Residue.TRIES));
        }
        return world.findings();
    }

    private void run(Residue residue) throws IOException, EngineUnavailableException {
        while (world.findings().isEmpty() && !isOver()) {
            world.open();
            tally.reopened++;
            work(residue, tally.calls + options.checkCalls());
            quiesce(residue);
            world.shut();
            report(residue.checkClosed());
            fixture.sweep();
            tally.checks++;
        }
    }

    private void work(Residue residue, long untilCalls) {
        while (tally.calls < untilCalls && world.findings().isEmpty() && !isOver()) {
            boolean busy = isTooBusy();
            if (!busy && world.tasks() < TASKS && world.hasRoom()) {
                world.begin(tasks.next(world, random));
            }
            world.turn(busy || world.tasks() >= TASKS ? POLL_NANOS : 0);
            if (random.nextInt(DISTURB_ONE_IN) == 0) {
                world.disturb();
                residue.checkCounters(world.laio());
            }
        }
    }

    /** Lets everything come to its end, with some help; or, now and then, leaves that to closing. */
    private void quiesce(Residue residue) {
        if (random.nextInt(SHUT_ONE_IN) == 0) {
            return;
        }
        for (int turns = 0; world.tasks() > 0 && turns < DRAIN_TURNS; turns++) {
            world.turn(POLL_NANOS);
            if (turns == PATIENT_TURNS) {
                world.endAll();
            }
        }
        if (world.tasks() > 0) {
            world.fail(world.tasks() + " tasks do not end, " + world.laio().inFlight() + " operations in flight");
        } else {
            world.turn(0);
            residue.checkQuiet(world.laio());
        }
    }

    private boolean isOver() {
        return tally.calls >= options.maxCalls()
                || System.nanoTime() - startNanos
                        >= Duration.ofSeconds(options.seconds()).toNanos();
    }

    private boolean isTooBusy() {
        long allowedMicros = (long) ((System.nanoTime() - startNanos) / 1e3 * options.processors());
        return cpuMicros() - startCpuMicros > allowedMicros;
    }

    private long cpuMicros() {
        linux.getrusage(ResourceUsage.RUSAGE_SELF, usage.address());
        return ResourceUsage.cpuMicros(usage.address());
    }

    private void report(Usage now) {
        if (System.nanoTime() - reportNanos >= REPORT_NANOS || isOver()) {
            reportNanos = System.nanoTime();
            long seconds = (reportNanos - startNanos) / 1_000_000_000;
            out.accept("%5d s: %s%n         %s".formatted(seconds, tally, now));
        }
    }

    @Override
    public void close() throws IOException {
        world.close();
        usage.close();
        fixture.remove();
    }

    /**
     * The command.
     *
     * @param arguments see {@link SoakOptions}
     */
    public static void main(String[] arguments) throws IOException, EngineUnavailableException {
        SoakOptions options = SoakOptions.parse(arguments);
        System.out.println(options);
        List<String> findings = findings(options, System.out::println);
        findings.forEach(System.out::println);
        System.out.println(findings.isEmpty() ? "PASSED: nothing leaked, every byte as it should be" : "FAILED");
        System.exit(findings.isEmpty() ? 0 : 1);
    }

    static List<String> findings(SoakOptions options, Consumer<String> out)
            throws IOException, EngineUnavailableException {
        try (Soak soak = new Soak(options, out)) {
            return soak.run();
        }
    }
}
