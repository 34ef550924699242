package io.laio.server.laio;

import io.laio.http.server.ServerVariant;
import io.laio.http.testkit.OneRequestLaioServerContract;

class ThttpdLaioLaioContractTest extends OneRequestLaioServerContract {
    @Override
    protected ServerVariant variant() {
        return new ThttpdLaioLaio();
    }
}
