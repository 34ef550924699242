package io.laio.http.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A contract whose servers are started once, before its first test, in the way that the server's test says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StartedContract implements ContractPart {
    private final ConnectionRule rule;
    private @Nullable ContractServers servers;

    /** For a contract whose connections follow a rule. */
    StartedContract(ConnectionRule rule) {
        this.rule = rule;
    }

    /**
     * Starts the server that this test is about, in whatever way: in this JVM or as a process.
     *
     * @param docroot what to serve
     * @param settings how
     * @return the server, listening on a free port of 127.0.0.1
     * @throws Exception if it does not start
     */
    protected abstract RunningServer start(Path docroot, ServerSettings settings) throws Exception;

    /**
     * How many connections it serves at once, at least, as it is started here. Only a server whose every connection costs a
     * process may say fewer than the contract's crowd has.
     *
     * @return connections, 4 or more
     */
    protected int servedAtOnce() {
        return CrowdContract.CROWD;
    }

    @Override
    public final ContractServers servers() {
        return Objects.requireNonNull(servers, "the servers start before the first test");
    }

    @BeforeAll
    final void startServers() throws Exception {
        servers = ContractServers.start(rule, servedAtOnce(), this::start);
    }

    @AfterAll
    final void stopServers() throws IOException {
        if (servers != null) { // null only if they did not start, which the test run has reported by now
            servers.close();
        }
    }
}
