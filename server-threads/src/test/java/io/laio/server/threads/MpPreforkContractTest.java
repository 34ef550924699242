package io.laio.server.threads;

import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.testkit.RunningServer;
import io.laio.http.testkit.ServerContract;
import io.laio.http.testkit.ServerSettings;
import io.laio.http.testkit.VariantServer;
import java.nio.file.Path;

class MpPreforkContractTest extends ServerContract {
    /** Each is a JVM: as few as the contract permits. */
    private static final int PROCESSES = 4;

    @Override
    protected int servedAtOnce() {
        return PROCESSES;
    }

    @Override
    protected RunningServer start(Path docroot, ServerSettings settings) throws UnfitEnvironmentException {
        return VariantServer.startWith(
                new MpPrefork(), options -> options.withValue(MpPrefork.PROCESSES, PROCESSES), docroot, settings);
    }
}
