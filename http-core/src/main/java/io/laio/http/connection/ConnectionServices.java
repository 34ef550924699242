package io.laio.http.connection;

import io.laio.http.document.Documents;
import io.laio.http.document.FileReader;
import io.laio.http.loop.Clock;
import io.laio.http.loop.DeadlineQueue;
import io.laio.http.loop.EventLoop;
import io.laio.http.protocol.DateLine;
import org.jspecify.annotations.Nullable;

/**
 * What the connections of one loop share. Confined to the loop.
 *
 * @param loop the loop
 * @param clock the time
 * @param keepsConnections whether a connection goes on after a response, unless its client wants otherwise
 * @param documents the document root
 * @param reader reads its files
 * @param counters the loop's counters
 * @param limits what clients may ask
 * @param dateLine the time of day
 * @param log gets a line for every response
 * @param statistics what {@code /.laio/stats} answers, null if it answers 404
 * @param headerDeadlines deadlines of request heads
 * @param idleDeadlines deadlines of connections on which nothing moves
 * @param responseDeadlines deadlines of responses
 * @param lingerDeadlines deadlines of refused clients
 */
public record ConnectionServices(
        EventLoop loop,
        Clock clock,
        boolean keepsConnections,
        Documents documents,
        FileReader reader,
        Counters counters,
        ConnectionLimits limits,
        DateLine dateLine,
        ResponseLog log,
        @Nullable StatisticsResource statistics,
        DeadlineQueue headerDeadlines,
        DeadlineQueue idleDeadlines,
        DeadlineQueue responseDeadlines,
        DeadlineQueue lingerDeadlines) {
    /**
     * Makes the deadline queues that the limits ask for.
     *
     * @param loop the loop
     * @param clock the time
     * @param keepsConnections whether a connection goes on after a response, unless its client wants otherwise
     * @param documents the document root
     * @param reader reads its files
     * @param counters the loop's counters
     * @param limits what clients may ask
     * @param dateLine the time of day
     * @param log gets a line for every response
     * @param statistics what {@code /.laio/stats} answers, null if it answers 404
     * @return the services
     */
    public static ConnectionServices of(
            EventLoop loop,
            Clock clock,
            boolean keepsConnections,
            Documents documents,
            FileReader reader,
            Counters counters,
            ConnectionLimits limits,
            DateLine dateLine,
            ResponseLog log,
            @Nullable StatisticsResource statistics) {
        return new ConnectionServices(
                loop,
                clock,
                keepsConnections,
                documents,
                reader,
                counters,
                limits,
                dateLine,
                log,
                statistics,
                loop.deadlines(limits.headerTimeoutMillis() * 1_000_000L),
                loop.deadlines(limits.idleTimeoutMillis() * 1_000_000L),
                loop.deadlines(limits.responseTimeoutMillis() * 1_000_000L),
                loop.deadlines(limits.lingerTimeoutMillis() * 1_000_000L));
    }
}
