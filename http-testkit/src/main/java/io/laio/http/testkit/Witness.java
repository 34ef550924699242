package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Another client, who must be served whatever becomes of the one that a test is about. */
final class Witness implements AutoCloseable {
    private final ContractServers servers;
    private final @Nullable RawClient connection;

    /**
     * A witness with a connection of its own, if connections persist.
     *
     * @param servers whom it asks
     * @param connection the connection, or null if each request has one
     */
    Witness(ContractServers servers, @Nullable RawClient connection) {
        this.servers = servers;
        this.connection = connection;
    }

    /** Asks for a document and waits for the answer. */
    void expectServed() throws IOException {
        if (connection != null) {
            connection.expectOpen();
        } else {
            assertEquals(200, servers.ask("GET / HTTP/1.1").status());
        }
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.close();
        }
    }
}
