package io.laio.server.amted;

import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.testkit.AllocationContract;
import io.laio.http.testkit.RunningServer;
import io.laio.http.testkit.ServerSettings;
import io.laio.http.testkit.VariantServer;
import java.nio.file.Path;

class FlashNbAmtedAllocationTest extends AllocationContract {
    @Override
    protected RunningServer start(Path docroot, ServerSettings settings) throws UnfitEnvironmentException {
        return VariantServer.start(new FlashNbAmted(), docroot, settings);
    }
}
