package io.laio.measure;

import io.laio.Engine;
import io.laio.EngineUnavailableException;
import io.laio.LaioOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How many bytes of garbage a million calls leave, on both engines, once they are compiled. */
public final class Allocations {
    private static final int WARM_TURNS = 20_000;
    private static final int MAX_WARM_UPS = 50;

    private Allocations() {}

    /**
     * The command; exit code 1 if there is a call that allocates.
     *
     * @param arguments how many turns
     */
    public static void main(String[] arguments) throws IOException, EngineUnavailableException {
        int turns = Integer.parseInt(arguments[0]);
        boolean clean = true;
        Path directory = Files.createTempDirectory("allocations");
        for (Engine engine : List.of(Engine.RING, Engine.WORKERS)) {
            for (SteadyCall call : SteadyCall.values()) {
                Result result = measure(engine, call, directory, turns);
                System.out.println(result);
                clean &= result.bytesATurn() == 0;
            }
        }
        Files.delete(directory.resolve("steady"));
        Files.delete(directory);
        System.exit(clean ? 0 : 1);
    }

    /**
     * Measures one kind of call.
     *
     * @param engine of the library
     * @param call which
     * @param directory for a small file
     * @param turns how many times
     * @return what was allocated after the compiler was done with it
     */
    public static Result measure(Engine engine, SteadyCall call, Path directory, int turns)
            throws IOException, EngineUnavailableException {
        try (SteadyLoop loop = new SteadyLoop(LaioOptions.DEFAULTS.withEngine(engine), directory)) {
            SteadyCall.Turn turn = call.prepare(loop);
            Result result = run(engine, call, turn, WARM_TURNS);
            for (int warmUps = 1; warmUps < MAX_WARM_UPS && result.bytes() > 0; warmUps++) {
                result = run(engine, call, turn, WARM_TURNS);
            }
            return run(engine, call, turn, turns);
        }
    }

    private static Result run(Engine engine, SteadyCall call, SteadyCall.Turn turn, int turns) {
        Allocation.now(); // allocates, the first time more than later
        Allocation before = Allocation.now();
        long startNanos = System.nanoTime();
        for (int i = 0; i < turns; i++) {
            turn.run();
        }
        long nanos = (System.nanoTime() - startNanos) / turns;
        Allocation after = Allocation.now();
        Allocation idle = Allocation.now();
        long own = after.since(before) - idle.since(after); // what asking itself allocates
        return new Result(engine, call, turns, Math.max(0, own), after.workersSince(before), nanos);
    }

    /**
     * What was measured.
     *
     * @param engine of the library
     * @param call which
     * @param turns how many times
     * @param callerBytes what the calling thread allocated
     * @param workerBytes what the library's threads allocated
     * @param nanos time a turn
     */
    public record Result(Engine engine, SteadyCall call, int turns, long callerBytes, long workerBytes, long nanos) {
        /** Of all threads. */
        long bytes() {
            return callerBytes + workerBytes;
        }

        /** The compiler, which may come once more, leaves a few bytes to the thread; any object a turn would be 16. */
        public long bytesATurn() {
            return bytes() / turns;
        }

        @Override
        public String toString() {
            return "%-8s %-22s %,10d turns: %,8d bytes by the caller, %,8d by worker threads; %,8d ns a turn"
                    .formatted(
                            engine.name().toLowerCase(Locale.ROOT),
                            call.name().toLowerCase(Locale.ROOT),
                            turns,
                            callerBytes,
                            workerBytes,
                            nanos);
        }
    }
}
