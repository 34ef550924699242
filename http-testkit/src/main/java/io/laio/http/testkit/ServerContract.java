package io.laio.http.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * What every server of the study must do. A server's test extends this class and says how the server is started:
 *
 * <pre>{@code
 * class FlashNbBContractTest extends ServerContract {
 *     @Override
 *     protected RunningServer start(Path docroot, ServerSettings settings) throws Exception {
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>No test waits for time to pass: each waits for the event it is about, an answer or the end of a connection.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServerContract implements WholeContract {
    private @Nullable ContractServers servers;

    /** For the server's test. */
    protected ServerContract() {}

    /**
     * Starts the server that this test is about, in whatever way: in this JVM or as a process.
     *
     * @param docroot what to serve
     * @param settings how
     * @return the server, listening on a free port of 127.0.0.1
     * @throws Exception if it does not start
     */
    protected abstract RunningServer start(Path docroot, ServerSettings settings) throws Exception;

    @Override
    public final ContractServers servers() {
        return Objects.requireNonNull(servers, "the servers start before the first test");
    }

    @BeforeAll
    final void startServers() throws Exception {
        servers = ContractServers.start(this::start);
    }

    @AfterAll
    final void stopServers() throws IOException {
        if (servers != null) { // null only if they did not start, which the test run has reported by now
            servers.close();
        }
    }
}
