package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.Messages;
import io.laio.workload.trace.TraceHeader;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ThresholdTest {
    /** A hundred requests in a second, two of which failed; response times 1 to 98 ms, service times half of that. */
    private final ReplayResult result = result(98, 2);

    @ParameterizedTest
    @CsvSource({
        "p50<60ms, true",
        "p50<40ms, false",
        "p99>=97ms, true",
        "p99.9 <= 99 ms, true",
        "max<0.09s, false",
        "mean<60000us, true",
        "response.p50>40ms, true",
        "service.p50<30ms, true",
        "lag.max<1ms, false", // nobody recorded any
        "errors<2.1%, true",
        "errors<2%, false",
        "errors<=0.02, true",
        "rate>97, true",
        "rate>98, false",
        "throughput>=8, true"
    })
    void aResultKeepsItOrNot(String text, boolean kept) {
        assertEquals(
                kept, Threshold.of(text).isKeptBy(result), Threshold.of(text).found(result));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "p99",
                "p99<",
                "p99=5ms",
                "p99<5",
                "p99<5%",
                "p101<5ms",
                "px<5ms",
                "errors<5ms",
                "rate>5s",
                "latency<5ms",
                "wait.p50<1ms",
                "service.errors<1%",
                "p99<-5ms"
            })
    void whatMakesNoSenseIsRefused(String text) {
        String message = Messages.of(assertThrows(IllegalArgumentException.class, () -> Threshold.of(text)));
        assertTrue(message.startsWith("'" + text + "'"), message);
    }

    @Test
    void onlyErrorsAreAboutErrors() {
        assertTrue(Threshold.of("errors<1%").isAboutErrors());
        assertFalse(Threshold.of("rate>1").isAboutErrors());
    }

    @Test
    void whereNothingWasAnsweredNoTimeIsKept() {
        ReplayResult silent = result(0, 5);
        assertFalse(Threshold.of("p50<1s").isKeptBy(silent));
        assertFalse(Threshold.of("p50>0ms").isKeptBy(silent));
        assertEquals("no answer", Threshold.of("p50<1s").found(silent));
        assertEquals("100.0 %", Threshold.of("errors<1%").found(silent));
    }

    /** Nine of ten requests had waited for a second when it was stopped: the median is a second, at least. */
    @Test
    void whoWasNotAnsweredCountsForTheResponseTime() {
        Unfinished unfinished = Unfinished.none();
        for (int i = 0; i < 900; i++) {
            Latencies.record(unfinished.waited(), 1_000_000_000);
        }
        ReplayResult frozen = result(98, 2, new Unfinished(64, 836, unfinished.waited()));
        assertFalse(Threshold.of("p50<60ms").isKeptBy(frozen));
        assertFalse(Threshold.of("max<0.5s").isKeptBy(frozen));
        assertTrue(Threshold.of("service.p50<30ms").isKeptBy(frozen), "of those that were served");
        Unfinished brief = new Unfinished(1, 0, Unfinished.none().waited());
        Latencies.record(brief.waited(), 1);
        assertEquals(
                Threshold.of("mean<1s").found(result),
                Threshold.of("mean<1s").found(result(98, 2, brief)),
                "who has just asked makes nothing better");
    }

    private static ReplayResult result(int answered, long failed) {
        return result(answered, failed, Unfinished.none());
    }

    private static ReplayResult result(int answered, long failed, Unfinished unfinished) {
        Latencies latencies = Latencies.empty();
        for (int i = 1; i <= answered; i++) {
            Latencies.record(latencies.responseTime(), i * 1_000_000L);
            Latencies.record(latencies.serviceTime(), i * 500_000L);
        }
        return new ReplayResult(
                "1.0",
                "h:1",
                Manner.closedLoop(1),
                new TraceHeader(1, "t", 7, Map.of(), "abc", 2, 100, 10, 20),
                Instant.EPOCH,
                1_000_000_000,
                StopReason.TRACE_END,
                1,
                answered + failed,
                1_000_000,
                0,
                0,
                0,
                0,
                1,
                new TreeMap<>(),
                Map.of(FailureClass.RESET, failed),
                Map.of(),
                latencies,
                unfinished,
                1,
                1,
                new GeneratorLoad(1, 0, 0, 1),
                Optional.empty());
    }
}
