package io.laio.http.testkit;

/**
 * What every server of the study must do whose connections persist. A server's test extends this class and says how the server
 * is started:
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
public abstract class ServerContract extends StartedContract implements WholeContract {
    /** For the server's test. */
    protected ServerContract() {
        super(ConnectionRule.PERSISTS);
    }
}
