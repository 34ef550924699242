package io.laio.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.laio.Engine;
import io.laio.EngineUnavailableException;
import io.laio.LaioOptions;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A short one; {@code laio/measure/soak} takes an hour. */
class SoakTest {
    private static final long SEED = 1;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private SoakOptions options(Engine engine, long calls) {
        return SoakOptions.parse(new String[] {
            "--engine",
            engine.name(),
            "--calls",
            Long.toString(calls),
            "--check",
            Long.toString(calls / 4),
            "--seed",
            Long.toString(SEED),
            "--processors",
            "2",
            "--files",
            "4",
            "--file-bytes",
            "1000000",
            "--directory",
            directory.toString()
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"RING", "WORKERS"})
    void mixedOperationsWithCancellationLeaveNothingBehind(Engine engine)
            throws IOException, EngineUnavailableException {
        List<String> lines = new ArrayList<>();
        assertEquals(List.of(), Soak.findings(options(engine, 20_000), lines::add));
        assertFalse(lines.isEmpty(), "it says what it did");
    }

    private World world() {
        LaioOptions options = LaioOptions.DEFAULTS.withEngine(Engine.WORKERS);
        return new World(options, RandomGeneratorFactory.getDefault().create(SEED), new Tally());
    }

    @Test
    void aDescriptorThatIsLeftOpenIsFound() throws IOException {
        try (World world = world();
                NativeBuffer pair = new NativeBuffer(2 * Integer.BYTES)) {
            Residue residue = new Residue(world, 0);
            assertEquals(0, world.linux().pipe(pair.address(), OpenHow.O_CLOEXEC));
            residue.checkClosed();
            assertFalse(world.findings().isEmpty());
            world.linux().close(pair.asByteBuffer().getInt(0));
            world.linux().close(pair.asByteBuffer().getInt(Integer.BYTES));
        }
    }

    @Test
    void anOperationThatIsStillInFlightIsFound() throws IOException, EngineUnavailableException {
        try (World world = world()) {
            Residue residue = new Residue(world, 0);
            world.open();
            residue.checkQuiet(world.laio());
            assertEquals(List.of(), world.findings());
            world.begin(new LockTask(world, new Fixture(directory, 0, 0), SEED));
            residue.checkQuiet(world.laio());
            assertFalse(world.findings().isEmpty());
            world.shut();
        }
    }

    @Test
    void aWrongByteIsFound() {
        try (NativeBuffer bytes = new NativeBuffer(1000)) {
            Content.fill(bytes.address(), 1000, 7, 12_345);
            assertEquals(-1, Content.firstDifference(bytes.address(), 1000, 7, 12_345));
            bytes.asByteBuffer().put(500, (byte) ~bytes.asByteBuffer().get(500));
            assertEquals(500, Content.firstDifference(bytes.address(), 1000, 7, 12_345));
            assertFalse(Content.firstDifference(bytes.address(), 1000, 8, 12_345) > 100, "another stream's bytes");
        }
    }
}
