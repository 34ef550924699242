package io.laio.server.amped;

import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.testkit.AllocationContract;
import io.laio.http.testkit.RunningServer;
import io.laio.http.testkit.ServerSettings;
import io.laio.http.testkit.VariantServer;
import java.nio.file.Path;

class FlashNbAmpedAllocationTest extends AllocationContract {
    @Override
    protected RunningServer start(Path docroot, ServerSettings settings) throws UnfitEnvironmentException {
        return VariantServer.start(new FlashNbAmped(), docroot, settings);
    }
}
