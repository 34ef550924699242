package io.laio.http.testkit;

/**
 * The contract of {@link ServerContract} for a server that makes its calls through the library: the same whatever carries the
 * calls out, and whoever finds out that they block. All of it runs in each of the six modes; in a report, the last number
 * behind a test's name is the mode's.
 *
 * <pre>{@code
 * class FlashLaioLaioContractTest extends LaioServerContract {
 *     @Override
 *     protected ServerVariant variant() {
 *         return new FlashLaioLaio();
 *     }
 * }
 * }</pre>
 */
public abstract class LaioServerContract extends StartedLaioContract implements WholeContract {
    /** For the server's test. */
    protected LaioServerContract() {
        super(ConnectionRule.PERSISTS);
    }
}
