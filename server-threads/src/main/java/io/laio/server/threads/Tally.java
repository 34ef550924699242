package io.laio.server.threads;

import io.laio.http.connection.Counters;
import io.laio.http.loop.OperationCounters;
import io.laio.http.server.StatisticsSource;

/** Where everyone who counts has counters of its own, which are added up when somebody asks. */
interface Tally extends StatisticsSource {
    /**
     * Adds the counters of one more who counts, from the thread that counts.
     *
     * @param counters connections, requests, responses
     * @param operations what was asked for and what blocked
     */
    void add(Counters counters, OperationCounters operations);
}
