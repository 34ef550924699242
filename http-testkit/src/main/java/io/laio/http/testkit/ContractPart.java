package io.laio.http.testkit;

/** One theme of the contract: an interface whose default methods are the tests. */
interface ContractPart {
    /**
     * What the tests of this theme run against.
     *
     * @return the servers of the running suite
     */
    ContractServers servers();
}
