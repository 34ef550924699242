package io.laio.http.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StallTrackerTest {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;

    private final FakeTime time = new FakeTime();
    private final StallTracker tracker = new StallTracker(time, time, time);

    private void waitFor(long nanos) {
        tracker.waitStarts();
        time.sleep(nanos);
        tracker.waitEnded();
    }

    @Test
    void aTurnIsSplitIntoRunningQueuedAndBlocked() {
        time.run(300 * MICRO);
        time.queue(2 * MILLI);
        time.sleep(5 * MILLI);
        waitFor(9 * MILLI);
        Stalls stalls = tracker.stalls();
        assertEquals(1, stalls.turns());
        assertEquals(300 * MICRO, stalls.cpuNanos());
        assertEquals(2 * MILLI, stalls.runQueueNanos());
        assertEquals(5 * MILLI, stalls.blockedNanos());
        assertEquals(5 * MILLI, stalls.longestBlockedNanos());
        assertEquals(9 * MILLI, stalls.waitNanos());
        assertEquals(16 * MILLI + 300 * MICRO, stalls.wallNanos());
    }

    @Test
    void aTurnWithoutASleepIsNeverBlocked() {
        time.run(3 * MILLI);
        time.queue(8 * MILLI);
        waitFor(MILLI);
        assertEquals(0, tracker.stalls().blockedNanos());
        assertEquals(0, Arrays.stream(tracker.stalls().histogram()).sum());
    }

    @Test
    void theWaitIsNoStallHoweverLong() {
        waitFor(60_000 * MILLI);
        waitFor(60_000 * MILLI);
        assertEquals(0, tracker.stalls().blockedNanos());
        assertEquals(120_000 * MILLI, tracker.stalls().waitNanos());
        assertEquals(2, tracker.stalls().turns());
    }

    @Test
    void turnsInARowAreTakenTogetherUntilTheyLastLongEnough() {
        int readings = time.readings();
        for (int i = 0; i < 10; i++) {
            time.run(StallTracker.MIN_SPAN_NANOS / 20);
            tracker.turnWithoutWait();
        }
        assertEquals(readings, time.readings(), "short turns read nothing");
        assertEquals(10, tracker.stalls().turns());
        time.sleep(30 * MILLI);
        tracker.turnWithoutWait();
        assertEquals(readings + 1, time.readings());
        assertEquals(30 * MILLI, tracker.stalls().blockedNanos());
        assertEquals(StallTracker.MIN_SPAN_NANOS / 2, tracker.stalls().cpuNanos());
        assertEquals(1, tracker.stalls().turnsBlockedOverMillis(10));
    }

    @Test
    void twoStallsInOneSpanCountAsOneTurn() {
        time.sleep(60 * MICRO);
        tracker.turnWithoutWait();
        time.sleep(60 * MICRO);
        time.run(StallTracker.MIN_SPAN_NANOS);
        tracker.turnWithoutWait();
        Stalls stalls = tracker.stalls();
        assertEquals(120 * MICRO, stalls.longestBlockedNanos());
        assertEquals(1, Arrays.stream(stalls.histogram()).sum());
    }

    @Test
    void aShortTurnBeforeAWaitIsNotMeasured() {
        time.sleep(StallTracker.MIN_TURN_NANOS - 1);
        int readings = time.readings();
        tracker.waitStarts();
        assertEquals(readings, time.readings());
        assertEquals(StallTracker.MIN_TURN_NANOS - 1, tracker.stalls().cpuNanos());
    }

    @Test
    void theLongestOperationOfTheLongestTurnIsNamed() {
        tracker.operationTook("open", 2 * MILLI);
        tracker.operationTook("read", 3 * MILLI);
        tracker.operationTook("open", MILLI);
        time.sleep(6 * MILLI);
        waitFor(MILLI);
        assertEquals("read", tracker.stalls().longestBlockedOperation());
        tracker.operationTook("open", MILLI);
        time.sleep(5 * MILLI);
        waitFor(MILLI);
        assertEquals("read", tracker.stalls().longestBlockedOperation(), "a shorter stall came later");
        time.sleep(7 * MILLI);
        waitFor(MILLI);
        assertNull(tracker.stalls().longestBlockedOperation(), "nobody said what the loop did then");
    }

    @Test
    void aPauseIsWhatBlockedTheLoopNotTheOperationsBesideIt() {
        tracker.operationTook("read", MILLI);
        time.run(2 * MILLI);
        time.sleep(MILLI);
        time.pause(5 * MILLI);
        waitFor(MILLI);
        assertEquals(
                List.of(
                        new Stalls.OfOperation("read", MILLI, MILLI),
                        new Stalls.OfOperation(StallTracker.GARBAGE_COLLECTION, 5 * MILLI, 5 * MILLI)),
                tracker.stalls().operations());
        assertEquals(StallTracker.GARBAGE_COLLECTION, tracker.stalls().longestBlockedOperation());
    }

    @Test
    void aPauseOfTheWaitIsNotTheCauseOfALaterStall() {
        tracker.waitStarts();
        time.pause(5 * MILLI);
        tracker.waitEnded();
        time.sleep(3 * MILLI);
        waitFor(MILLI);
        assertEquals(3 * MILLI, tracker.stalls().blockedNanos());
        assertEquals(List.of(), tracker.stalls().operations());
    }

    @Test
    void aPauseBeforeTurnsInARowIsForgottenToo() {
        time.pause(MILLI);
        tracker.turnWithoutWait();
        time.sleep(2 * MILLI);
        tracker.turnWithoutWait();
        assertEquals(
                List.of(new Stalls.OfOperation(StallTracker.GARBAGE_COLLECTION, MILLI, MILLI)),
                tracker.stalls().operations());
    }

    @Test
    void anOperationOfAShortTurnIsNotBlamedForALaterStall() {
        tracker.operationTook("open", 20 * MICRO);
        time.run(20 * MICRO);
        waitFor(MILLI);
        time.sleep(9 * MILLI);
        waitFor(MILLI);
        assertEquals(9 * MILLI, tracker.stalls().longestBlockedNanos());
        assertNull(tracker.stalls().longestBlockedOperation());
    }

    @Test
    void blockedTimeIsDividedAmongTheOperationsThatMadeItWait() {
        tracker.operationTook("open", 2 * MILLI);
        tracker.operationTook("read", 3 * MILLI);
        tracker.operationTook("open", MILLI);
        time.sleep(7 * MILLI);
        waitFor(MILLI);
        tracker.operationTook("read", 8 * MILLI);
        time.sleep(8 * MILLI);
        waitFor(MILLI);
        assertEquals(
                List.of(
                        new Stalls.OfOperation("open", 3 * MILLI, 3 * MILLI),
                        new Stalls.OfOperation("read", 11 * MILLI, 8 * MILLI)),
                tracker.stalls().operations());
        assertEquals(15 * MILLI, tracker.stalls().blockedNanos(), "one millisecond is nobody's");
    }

    @Test
    void operationsThatAlsoRanAreCutToTheTimeTheyBlocked() {
        tracker.operationTook("open", 4 * MILLI);
        tracker.operationTook("read", 12 * MILLI);
        time.run(8 * MILLI);
        time.sleep(8 * MILLI);
        waitFor(MILLI);
        assertEquals(
                List.of(
                        new Stalls.OfOperation("open", 2 * MILLI, 2 * MILLI),
                        new Stalls.OfOperation("read", 6 * MILLI, 6 * MILLI)),
                tracker.stalls().operations());
    }

    @Test
    void operationsOfATurnThatWasNotBlockedHaveNoPart() {
        tracker.operationTook("read", MILLI);
        time.run(MILLI);
        waitFor(MILLI);
        assertEquals(List.of(), tracker.stalls().operations());
        time.sleep(MILLI);
        waitFor(MILLI);
        assertEquals(List.of(), tracker.stalls().operations(), "nor in the next");
    }

    @Test
    void moreNamesThanAreExpectedAreNobodys() {
        for (int i = 0; i < 100; i++) {
            tracker.operationTook("operation " + i, MILLI);
        }
        time.sleep(100 * MILLI);
        waitFor(MILLI);
        Stalls stalls = tracker.stalls();
        assertTrue(stalls.operations().size() < 100, () -> stalls.operations().toString());
        assertEquals(100 * MILLI, stalls.blockedNanos());
    }

    @Test
    void theHistogramsClassesIncludeTheirUpperBound() {
        for (long micros : new long[] {60, 100, 101, 1_000, 1_001, 10_000, 10_001, 100_001, 2_000_000}) {
            time.sleep(micros * MICRO);
            waitFor(MILLI);
        }
        Stalls stalls = tracker.stalls();
        assertArrayEquals(new long[] {2, 1, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 1}, stalls.histogram());
        assertEquals(5, stalls.turnsBlockedOverMillis(1));
        assertEquals(3, stalls.turnsBlockedOverMillis(10));
        assertEquals(2, stalls.turnsBlockedOverMillis(100));
        assertEquals(stalls.histogramMicros().length + 1, stalls.histogram().length);
    }

    @Test
    void resetStartsFromZero() {
        tracker.operationTook("read", MILLI);
        time.sleep(5 * MILLI);
        waitFor(MILLI);
        tracker.reset();
        Stalls stalls = tracker.stalls();
        assertEquals(0, stalls.turns() + stalls.wallNanos() + stalls.waitNanos() + stalls.cpuNanos());
        assertEquals(0, stalls.runQueueNanos() + stalls.blockedNanos() + stalls.longestBlockedNanos());
        assertNull(stalls.longestBlockedOperation());
        assertEquals(List.of(), stalls.operations());
        assertEquals(0, Arrays.stream(stalls.histogram()).sum());
    }

    @Test
    void thePartsAlwaysMakeTheWhole() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long began = time.nanos();
        for (int turn = 0; turn < 5_000; turn++) {
            time.run(random.nextLong(80 * MICRO));
            if (random.nextInt(4) == 0) {
                time.queue(random.nextLong(MILLI));
            }
            if (random.nextInt(4) == 0) {
                time.sleep(random.nextLong(MILLI));
            }
            if (random.nextBoolean()) {
                tracker.turnWithoutWait();
            } else {
                waitFor(random.nextLong(MILLI));
            }
        }
        time.run(MILLI);
        waitFor(0);
        Stalls s = tracker.stalls();
        assertEquals(time.nanos() - began, s.wallNanos(), "seed " + seed);
        assertEquals(
                s.wallNanos(), s.waitNanos() + s.cpuNanos() + s.runQueueNanos() + s.blockedNanos(), "seed " + seed);
        assertEquals(5_001, s.turns(), "seed " + seed);
    }
}
