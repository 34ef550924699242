package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Tries things under deadlines. A test that must itself be faster than the deadline cannot know that it was: on a busy machine
 * its thread may stand still for longer. Where the connection has ended before the test had said what it wanted, it says so
 * again to a server whose deadline is longer, up to the longest.
 */
final class Deadlines {
    /** The deadline that tests ask for first, in milliseconds. */
    static final int SHORT_MILLIS = 150;

    /** How many times as long the next deadline is, where one was too short for the test. */
    private static final int LONGER = 5;

    /** The longest deadline that is tried, in milliseconds: a test that is slower than this has another trouble. */
    private static final int LONGEST_MILLIS = SHORT_MILLIS * LONGER * LONGER;

    private Deadlines() {}

    /** What is tried under one deadline. */
    @FunctionalInterface
    interface Attempt {
        /** Tries; an {@link IOException} says that the connection ended too early. */
        void with(RawClient client, RunningServer server) throws IOException;
    }

    /** Tries under a deadline for heads and for idle connections alike. */
    static void tryUnder(ContractServers servers, Attempt attempt) throws Exception {
        tryUnder(
                servers,
                millis ->
                        ServerSettings.patient().withHeaderTimeoutMillis(millis).withIdleTimeoutMillis(millis),
                attempt);
    }

    /** Tries under settings that are made for a deadline. */
    static void tryUnder(ContractServers servers, IntFunction<ServerSettings> settings, Attempt attempt)
            throws Exception {
        for (int millis = SHORT_MILLIS; ; millis *= LONGER) {
            try (RunningServer server = servers.start(settings.apply(millis));
                    RawClient client = RawClient.connect(server.port(), BadLuckContract.SMALL_WINDOW_BYTES)) {
                attempt.with(client, server);
                return;
            } catch (IOException tooLate) {
                if (millis >= LONGEST_MILLIS || tooLate instanceof SocketTimeoutException) {
                    throw tooLate;
                }
            }
        }
    }

    /** Waits for 408 and the end of the connection. */
    static void assertTimedOut(RawClient client) throws IOException {
        Response answer = client.read();
        assertEquals(408, answer.status());
        assertEquals("close", answer.require("Connection").toLowerCase(Locale.ROOT));
        client.expectClosed();
    }
}
