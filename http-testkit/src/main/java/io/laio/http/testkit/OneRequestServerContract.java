package io.laio.http.testkit;

/**
 * The contract of {@link ServerContract} for a server of the thttpd profile, each of whose connections serves one request: the
 * same in all but what becomes of the connection.
 */
public abstract class OneRequestServerContract extends StartedContract implements WholeOneRequestContract {
    /** For the server's test. */
    protected OneRequestServerContract() {
        super(ConnectionRule.ENDS);
    }
}
