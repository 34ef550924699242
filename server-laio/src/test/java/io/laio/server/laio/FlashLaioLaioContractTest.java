package io.laio.server.laio;

import io.laio.Engine;
import io.laio.Laziness;
import io.laio.http.server.LaioMode;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.testkit.RunningServer;
import io.laio.http.testkit.ServerContract;
import io.laio.http.testkit.ServerSettings;
import io.laio.http.testkit.VariantServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** The contract is the same whatever carries the calls out, and whoever finds out that they block. */
class FlashLaioLaioContractTest {
    @Nested
    class RingLazy extends InMode {
        RingLazy() {
            super(Engine.RING, Laziness.RING);
        }
    }

    @Nested
    class RingDirect extends InMode {
        RingDirect() {
            super(Engine.RING, Laziness.DIRECT);
        }
    }

    @Nested
    class RingEager extends InMode {
        RingEager() {
            super(Engine.RING, Laziness.OFF);
        }
    }

    @Nested
    class WorkersLazy extends InMode {
        WorkersLazy() {
            super(Engine.WORKERS, Laziness.RING);
        }
    }

    @Nested
    class WorkersDirect extends InMode {
        WorkersDirect() {
            super(Engine.WORKERS, Laziness.DIRECT);
        }
    }

    @Nested
    class WorkersEager extends InMode {
        WorkersEager() {
            super(Engine.WORKERS, Laziness.OFF);
        }
    }

    abstract static class InMode extends ServerContract {
        private final LaioMode mode;

        InMode(Engine engine, Laziness laziness) {
            mode = new LaioMode(engine, laziness);
        }

        @Override
        protected RunningServer start(Path docroot, ServerSettings settings) throws UnfitEnvironmentException {
            return VariantServer.start(new FlashLaioLaio(), mode, docroot, settings);
        }
    }
}
