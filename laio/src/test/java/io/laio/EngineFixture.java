package io.laio;

import io.laio.linux.Linux;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** For tests that hold on either engine: a library for each test, opened by this thread. */
@ParameterizedClass
@EnumSource(names = {"RING", "WORKERS"})
abstract class EngineFixture {
    @Parameter
    @SuppressWarnings("NullAway.Init")
    Engine engine;

    @SuppressWarnings("NullAway.Init")
    TestLoop loop;

    @SuppressWarnings("NullAway.Init")
    Laio laio;

    @SuppressWarnings("NullAway.Init")
    Linux linux;

    final LaioOptions options() {
        return LaioOptions.DEFAULTS.withEngine(engine);
    }

    @BeforeEach
    final void open() throws EngineUnavailableException {
        loop = new TestLoop(options());
        laio = loop.laio;
        linux = loop.linux;
    }

    @AfterEach
    final void close() {
        loop.close();
    }
}
