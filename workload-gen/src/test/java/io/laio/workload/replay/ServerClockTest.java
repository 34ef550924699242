package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks compared by dates of whole seconds, in simulated time. */
final class ServerClockTest {
    private final ServerClock clock = new ServerClock();

    @Test
    void withoutADateNothingIsKnown() {
        assertEquals(Optional.empty(), clock.offset());
    }

    @Test
    void oneAnswerLeavesASecondOpen() {
        clock.sample(10_000, 13_200, 13_300);
        ClockOffset offset = clock.offset().orElseThrow();
        assertEquals(2_200, offset.lowMillis());
        assertEquals(3_300, offset.highMillis());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-123_456.7, -0.4, 0, 89.5, 5_000})
    void manyAnswersLeaveLittleMoreThanTheResponseTime(double aheadMillis) {
        Random random = new Random(1);
        double serverMillis = 1e12;
        for (int i = 0; i < 5_000; i++) {
            serverMillis += random.nextDouble() * 20;
            double sent = serverMillis + aheadMillis - 2 * random.nextDouble();
            double received = serverMillis + aheadMillis + 2 * random.nextDouble();
            long second = (long) (serverMillis / 1_000);
            clock.sample(second * 1_000, sent, received);
        }
        ClockOffset offset = clock.offset().orElseThrow();
        assertTrue(offset.isConsistent());
        assertTrue(offset.lowMillis() <= aheadMillis && aheadMillis <= offset.highMillis(), offset::toString);
        assertTrue(offset.highMillis() - offset.lowMillis() < 25, offset::toString);
    }

    @Test
    void aClockThatWasSetFitsNothing() {
        clock.sample(10_000, 10_100, 10_200);
        clock.sample(20_000, 25_100, 25_200);
        assertFalse(clock.offset().orElseThrow().isConsistent());
    }

    @Test
    void datesAreRead() {
        assertEquals(Instant.parse("1994-11-06T08:49:37Z").toEpochMilli(), date("Sun, 06 Nov 1994 08:49:37 GMT"));
        assertEquals(Instant.parse("2024-02-29T23:59:59Z").toEpochMilli(), date("Thu, 29 Feb 2024 23:59:59 GMT"));
    }

    @Test
    void whatIsNoDateIsNone() {
        for (String text : List.of(
                "",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Sun, 06 anF 1994 08:49:37 GMT",
                "Sun, 31 Feb 1994 08:49:37 GMT",
                "Sun, x6 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 UTC")) {
            assertEquals(HttpDate.NONE, date(text), text);
        }
    }

    private static long date(String text) {
        byte[] bytes = ("Date: " + text).getBytes(StandardCharsets.US_ASCII);
        return HttpDate.epochMillis(bytes, 6, bytes.length);
    }
}
