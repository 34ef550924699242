package io.laio.server.threads;

import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.testkit.RunningServer;
import io.laio.http.testkit.ServerContract;
import io.laio.http.testkit.ServerSettings;
import io.laio.http.testkit.VariantServer;
import java.nio.file.Path;

class MtPoolContractTest extends ServerContract {
    /** More than the contract has clients at once, each of which keeps its connection. */
    private static final int THREADS = 256;

    @Override
    protected RunningServer start(Path docroot, ServerSettings settings) throws UnfitEnvironmentException {
        return VariantServer.startWith(
                new MtPool(), options -> options.withValue(MtPool.THREADS, THREADS), docroot, settings);
    }
}
