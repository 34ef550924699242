package io.laio.http.testkit;

/** The contract of {@link OneRequestServerContract} in every mode of {@link LaioServerContract}. */
public abstract class OneRequestLaioServerContract extends StartedLaioContract implements WholeOneRequestContract {
    /** For the server's test. */
    protected OneRequestLaioServerContract() {
        super(ConnectionRule.ENDS);
    }
}
