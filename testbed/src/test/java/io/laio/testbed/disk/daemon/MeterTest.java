package io.laio.testbed.disk.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MeterTest {
    private final Meter meter = new Meter(1_000);

    private DiskStatistics at(long nowNanos) {
        return meter.statistics(nowNanos, 42, true, "RING");
    }

    @Test
    void depthAndUseAreIntegralsOverTime() {
        meter.arrived(1_100);
        meter.arrived(1_200);
        meter.answered(1_300);
        meter.answered(1_400);
        DiskStatistics told = at(2_000);
        assertEquals(1_000, told.uptimeNanos());
        assertEquals(400, told.depthNanos());
        assertEquals(300, told.busyNanos());
        assertEquals(2, told.maxDepth());
        assertEquals(0.4, told.meanDepth());
        assertEquals(0.3, told.utilisation());
    }

    @Test
    void whatIsOutstandingCountsUpToNow() {
        meter.arrived(1_500);
        assertEquals(500, at(2_000).depthNanos());
        assertEquals(1_500, at(3_000).depthNanos());
    }

    @Test
    void requestsAndDelaysAreSummed() {
        meter.read(4096);
        meter.read(8192);
        meter.written(512);
        meter.flushed();
        meter.failed();
        meter.delayed(30);
        meter.delayed(50);
        meter.late(7);
        meter.late(5);
        DiskStatistics told = at(1_000);
        assertEquals(4, told.requests());
        assertEquals(12288, told.readBytes());
        assertEquals(512, told.writtenBytes());
        assertEquals(1, told.failures());
        assertEquals(80, told.answerDelayNanos());
        assertEquals(50, told.worstAnswerDelayNanos());
        assertEquals(20, told.meanAnswerDelayNanos());
        assertEquals(2, told.lateRequests());
        assertEquals(12, told.lateNanos());
        assertEquals(7, told.worstLateNanos());
        assertEquals(0, told.meanDepth());
    }
}
