package io.laio.server.laio;

import io.laio.Engine;
import io.laio.Laziness;
import io.laio.http.server.LaioMode;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.testkit.AllocationContract;
import io.laio.http.testkit.RunningServer;
import io.laio.http.testkit.ServerSettings;
import io.laio.http.testkit.VariantServer;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

@ParameterizedClass(name = "engine {0}, laziness {1}")
@CsvSource({"RING, RING", "RING, DIRECT", "WORKERS, RING", "WORKERS, DIRECT"})
class FlashNbLaioAllocationTest extends AllocationContract {
    private final LaioMode mode;

    FlashNbLaioAllocationTest(Engine engine, Laziness laziness) {
        mode = new LaioMode(engine, laziness);
    }

    @Override
    protected RunningServer start(Path docroot, ServerSettings settings) throws UnfitEnvironmentException {
        return VariantServer.start(new FlashNbLaio(), mode, docroot, settings);
    }
}
