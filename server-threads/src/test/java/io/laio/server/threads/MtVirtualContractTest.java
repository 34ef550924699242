package io.laio.server.threads;

import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.testkit.RunningServer;
import io.laio.http.testkit.ServerContract;
import io.laio.http.testkit.ServerSettings;
import io.laio.http.testkit.VariantServer;
import java.nio.file.Path;

class MtVirtualContractTest extends ServerContract {
    @Override
    protected RunningServer start(Path docroot, ServerSettings settings) throws UnfitEnvironmentException {
        return VariantServer.start(new MtVirtual(), docroot, settings);
    }
}
