package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.measure.Allocations;
import io.laio.measure.SteadyCall;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A steady loop allocates nothing once it is compiled, and neither do the worker threads that it gives calls to. */
@ParameterizedClass
@EnumSource(names = {"RING", "WORKERS"})
class AllocationTest {
    private static final int TURNS = 50_000; // laio/measure/allocations makes a million

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Engine engine;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @ParameterizedTest
    @EnumSource
    void aCallAllocatesNothing(SteadyCall call) throws IOException, EngineUnavailableException {
        Allocations.Result result = Allocations.measure(engine, call, directory, TURNS);
        assertEquals(0, result.bytesATurn(), result::toString);
    }
}
