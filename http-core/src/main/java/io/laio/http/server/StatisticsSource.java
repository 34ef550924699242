package io.laio.http.server;

import io.laio.http.connection.Counters;
import io.laio.http.loop.OperationCounters;
import java.util.List;

/** What the statistics of a server without event loops are made of. May be asked by any thread. */
public interface StatisticsSource {
    /**
     * The counters of all that serve.
     *
     * @return one for each thread or process, in no order
     */
    List<Counted> counted();

    /** Starts all counters again from zero. */
    void reset();

    /**
     * What one thread or process counts.
     *
     * @param counters connections, requests, responses
     * @param operations what was asked for and what blocked
     */
    record Counted(Counters counters, OperationCounters operations) {}
}
