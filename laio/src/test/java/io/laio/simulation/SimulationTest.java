package io.laio.simulation;

import io.laio.Engine;
import io.laio.EngineUnavailableException;
import io.laio.LaioOptions;
import io.laio.Laziness;
import io.laio.SimulatedLaio;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random programs over a kernel in memory that is late, reordering, partial and failing: every operation completes once, whole
 * or with an error for a reason; nothing is lost, leaked, or touched too late.
 *
 * <p>A failure names its seed. To run that seed alone: {@code ./mvnw -pl laio -am test -Dtest=SimulationTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dlaio.seed=N}. For more seeds than usual: {@code -Dlaio.seeds=N}.
 */
class SimulationTest {
    private static final int SEEDS = Integer.getInteger("laio.seeds", 10_000);
    private static final int[] ENTRIES = {1, 2, 4, 64};

    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void randomProgramsOverARandomKernelGetWhatTheyWerePromised(Engine engine) {
        Long only = Long.getLong("laio.seed");
        if (only != null) {
            run(engine, only);
            return;
        }
        for (long seed = 0; seed < SEEDS; seed++) {
            run(engine, seed);
        }
    }

    private static void run(Engine engine, long seed) {
        try (World world = new World(seed)) {
            program(engine, world).run();
        } catch (AssertionError | RuntimeException | EngineUnavailableException e) {
            String again = "seed " + seed + ", run again with -Dlaio.seed=" + seed;
            throw new AssertionError(engine + ", " + again + ": " + e, e);
        }
    }

    private static Program program(Engine engine, World world) throws EngineUnavailableException {
        Chance chance = world.chance;
        int submissions = ENTRIES[chance.below(ENTRIES.length)];
        int completions = submissions * (1 + chance.below(4));
        Laziness[] lazinesses = Laziness.values();
        LaioOptions options = LaioOptions.DEFAULTS
                .withEntries(submissions, completions)
                .withMaxWorkers(1 + chance.below(4))
                .withLaziness(lazinesses[chance.below(lazinesses.length)])
                .withEngine(engine);
        WorkerKernel threads = new WorkerKernel(world.machine);
        SimulatedKernel kernel = new SimulatedKernel(world.machine);
        return new Program(world, SimulatedLaio.open(kernel, threads, threads, options));
    }
}
