package io.laio.server.laio;

import io.laio.http.server.ServerVariant;
import io.laio.http.testkit.LaioServerContract;

class FlashNbLaioContractTest extends LaioServerContract {
    @Override
    protected ServerVariant variant() {
        return new FlashNbLaio();
    }
}
