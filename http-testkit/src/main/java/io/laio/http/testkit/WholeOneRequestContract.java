package io.laio.http.testkit;

/** All that a server of the study must do each of whose connections serves one request. */
interface WholeOneRequestContract extends CommonContract, OneRequestContract {}
