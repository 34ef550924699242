package io.laio.server.laio;

import io.laio.Engine;
import io.laio.EngineUnavailableException;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.http.server.LoopContext;
import io.laio.http.server.UnfitEnvironmentException;

/** Opens the library for a loop with the engine that was asked for, and with no other. */
final class OpenLaio {
    private static final String WITHOUT_RING = " To do without io_uring: --engine workers, or --engine auto, which "
            + "takes worker threads where io_uring is refused.";

    private OpenLaio() {}

    static Laio with(LoopContext context) throws UnfitEnvironmentException {
        Engine engine = context.options().mode().engine();
        try {
            return Laio.open(context.kernels(), LaioOptions.DEFAULTS.withEngine(engine));
        } catch (EngineUnavailableException e) {
            throw new UnfitEnvironmentException(e.getMessage() + (engine == Engine.RING ? WITHOUT_RING : ""), e);
        }
    }
}
