package io.laio.http.testkit;

import io.laio.Engine;
import io.laio.Laziness;
import io.laio.http.server.LaioMode;
import io.laio.http.server.ServerVariant;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A contract of a server that makes its calls through the library, whose servers are started anew in each of its six modes; in a
 * report, the last number behind a test's name is the mode's.
 */
@ParameterizedClass
@MethodSource("modes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StartedLaioContract implements ContractPart {
    @Parameter
    @Nullable
    LaioMode mode; // set before the servers of a mode start

    private final ConnectionRule rule;
    private @Nullable ContractServers servers;

    /** For a contract whose connections follow a rule. */
    StartedLaioContract(ConnectionRule rule) {
        this.rule = rule;
    }

    /**
     * The server that this test is about.
     *
     * @return the server, started anew in each mode
     */
    protected abstract ServerVariant variant();

    static Stream<LaioMode> modes() {
        return Stream.of(Engine.RING, Engine.WORKERS)
                .flatMap(engine -> Stream.of(Laziness.values()).map(laziness -> new LaioMode(engine, laziness)));
    }

    @Override
    public final ContractServers servers() {
        return Objects.requireNonNull(servers, "the servers start before the first test of a mode");
    }

    @BeforeParameterizedClassInvocation
    final void startServers() throws Exception {
        LaioMode now = Objects.requireNonNull(mode, "JUnit sets the mode");
        servers = ContractServers.start(
                rule,
                CrowdContract.CROWD,
                (docroot, settings) -> VariantServer.start(variant(), now, docroot, settings));
    }

    @AfterParameterizedClassInvocation
    final void stopServers() throws IOException {
        if (servers != null) { // null only if they did not start, which the test run has reported by now
            servers.close();
            servers = null;
        }
    }
}
