package io.laio.http.testkit;

/** All that a server of the study must do whose connections persist. */
interface WholeContract extends CommonContract, PersistenceContract {}
