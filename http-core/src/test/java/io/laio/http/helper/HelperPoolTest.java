package io.laio.http.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.helper.ScriptedSpawner.State;
import io.laio.linux.Errno;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many helpers there are, who gets which request, and what follows when helpers come to nothing. */
class HelperPoolTest {
    private static final int FD = 3;
    private static final int IDLE_MILLIS = 1_000;
    private static final long IDLE_NANOS = IDLE_MILLIS * 1_000_000L;
    private static final int ANSWER_MILLIS = 60_000;
    private static final long ANSWER_NANOS = ANSWER_MILLIS * 1_000_000L;

    private final HelperFixture it = new HelperFixture(new HelperLimits(3, 2, 1, IDLE_MILLIS, ANSWER_MILLIS));

    @BeforeEach
    void makeFiles() {
        it.files.file(FD, 100_000).name("a").name("b");
    }

    @AfterEach
    void close() {
        it.close();
    }

    private int spawned() {
        return it.spawner.of(HelperKind.READ).size();
    }

    @Test
    void theReserveIsStartedWithTheLoop() {
        assertEquals(1, it.spawner.of(HelperKind.READ).size());
        assertEquals(1, it.spawner.of(HelperKind.NAME).size());
        assertEquals(0, it.reads().running());
        it.spawner.startAll();
        assertEquals(1, it.reads().running());
    }

    @Test
    void requestsStartHelpersUpToTheLimitAndThenQueueInTheirOrder() {
        for (int i = 0; i < 6; i++) {
            it.read(FD, i * 100L, 100);
        }
        assertEquals(3, spawned());
        it.spawner.startAll();
        assertEquals("read 3 0 100", it.reader(0).asked);
        assertEquals("read 3 100 100", it.reader(1).asked);
        assertEquals("read 3 200 100", it.reader(2).asked);
        it.reader(1).finish();
        assertEquals("read 3 300 100", it.reader(1).asked);
        it.reader(0).finish();
        assertEquals("read 3 400 100", it.reader(0).asked);
        assertEquals(3, spawned());
        assertEquals(6, it.reads().queuedMax());
        assertEquals(3, it.reads().limit());
    }

    @Test
    void readsWaitWhenEveryHelperThereMayBeHasOne() {
        it.read(FD, 0, 100);
        it.read(FD, 100, 100);
        assertFalse(it.disk.readsWait(), "a third helper may be started");
        it.read(FD, 200, 100);
        assertTrue(it.disk.readsWait());
        it.spawner.startAll();
        assertTrue(it.disk.readsWait());
        it.reader(2).finish();
        assertFalse(it.disk.readsWait());
    }

    @Test
    void aFreeHelperIsUsedBeforeAnotherIsStarted() {
        it.spawner.startAll();
        it.read(FD, 0, 100);
        it.reader(0).finish();
        it.read(FD, 5_000, 100);
        assertEquals(1, spawned());
        assertEquals("read 3 5000 100", it.reader(0).asked);
    }

    @Test
    void aHelperThatIsStartingIsCountedOn() {
        it.read(FD, 0, 100);
        assertEquals(1, spawned(), "the reserve is about to start");
        it.read(FD, 100, 100);
        assertEquals(2, spawned());
    }

    @Test
    void theKindsKeepApart() {
        it.spawner.startAll();
        it.read(FD, 0, 100);
        it.open("a");
        assertEquals("convert a", it.converter(0).asked);
        assertEquals(1, spawned());
    }

    @Test
    void helpersThatAreIdleForLongRetireButTheReserveStays() {
        it.spawner.startAll();
        it.read(FD, 0, 100);
        it.read(FD, 100, 100);
        it.spawner.startAll();
        it.reader(0).finish();
        it.reader(1).finish();
        it.pass(IDLE_NANOS - 1);
        assertEquals(2, it.reads().running());
        it.pass(1);
        assertEquals(1, it.reads().running());
        assertEquals(1, it.reads().retired());
        it.pass(10 * IDLE_NANOS);
        assertEquals(1, it.reads().running());
        assertEquals(1, it.names().running());
        it.read(FD, 50_000, 100);
        assertEquals(2, spawned(), "who stays is used");
    }

    @Test
    void aBusyHelperDoesNotRetire() {
        it.spawner.startAll();
        it.read(FD, 0, 100);
        it.read(FD, 100, 100);
        it.spawner.startAll();
        it.pass(2 * IDLE_NANOS);
        assertEquals(2, it.reads().running());
        assertEquals(State.BUSY, it.reader(0).state);
        assertEquals(State.BUSY, it.reader(1).state);
    }

    @Test
    void theLastUsedIsUsedNextSoThatOthersBecomeIdle() {
        it.spawner.startAll();
        it.read(FD, 0, 100);
        it.read(FD, 100, 100);
        it.spawner.startAll();
        it.reader(0).finish();
        it.reader(1).finish();
        for (int i = 0; i < 5; i++) {
            it.pass(IDLE_NANOS / 4);
            it.files.keep(FD, 0);
            it.read(FD, 0, 100);
            it.reader(1).finish();
        }
        assertEquals(State.GONE, it.reader(0).state);
        assertEquals(1, it.reads().running());
    }

    @Test
    void whoJoinedOutlivesTheHelperToo() {
        it.spawner.startAll();
        Asker first = it.read(FD, 0, 100);
        Asker joined = it.read(FD, 0, 100);
        it.reader(0).die();
        assertFalse(first.isAnswered());
        it.reader(1).start();
        it.reader(1).finish();
        first.assertRead(100);
        joined.assertRead(100);
        assertEquals(List.of(), it.files.waits);
    }

    @Test
    void aHelperThatDiesIsReplacedAndItsRequestComesBeforeThoseThatWait() {
        useful(it.reader(0));
        Asker asker = it.read(FD, 300, 100);
        it.read(FD, 400, 100);
        it.read(FD, 500, 100);
        it.read(FD, 600, 100);
        it.reader(0).die();
        assertEquals(1, it.reads().retried());
        assertEquals(1, it.reads().died());
        assertEquals(4, spawned(), "three at a time, and one is gone");
        it.reader(1).start();
        assertEquals("read 3 300 100", it.reader(1).asked);
        it.reader(1).finish();
        asker.assertRead(100);
        assertEquals(List.of(), it.files.waits);
        assertEquals(1, it.warnings.size());
    }

    /** Starts a helper and lets it do something, so that it counts as useful. */
    private void useful(ScriptedSpawner.Scripted helper) {
        helper.start();
        it.read(FD, 90_000, 10);
        helper.finish();
        it.files.keep(FD, 0);
    }

    @Test
    void aRequestThatKillsTwiceIsMadeByTheLoop() {
        useful(it.reader(0));
        Asker asker = it.read(FD, 0, 100);
        it.reader(0).die();
        it.reader(1).start();
        it.reader(1).die();
        asker.assertRead(100);
        assertEquals(List.of("pread 3"), it.files.waits);
        assertEquals(1, it.reads().retried());
        assertEquals(2, it.reads().died());
        assertEquals(1, it.reads().repeatedBlocking());
        assertEquals(1, it.warnings.size(), "deaths are told once");
    }

    @Test
    void whatTheDeadHelperHadBroughtIntoMemoryIsNotWaitedFor() {
        useful(it.reader(0));
        Asker asker = it.read(FD, 0, 100);
        it.reader(0).die();
        it.reader(1).start();
        it.files.keep(FD, 100);
        it.reader(1).die();
        asker.assertRead(100);
        assertEquals(List.of(), it.files.waits);
    }

    @Test
    void whatAHelperDoesNotAnswerInTimeAnotherIsAsked() {
        useful(it.reader(0));
        Asker asker = it.read(FD, 0, 100);
        it.pass(ANSWER_NANOS - 1);
        assertEquals(State.BUSY, it.reader(0).state);
        it.pass(1);
        assertEquals(State.STUCK, it.reader(0).state);
        it.reader(1).start();
        assertEquals("read 3 0 100", it.reader(1).asked);
        it.reader(1).finish();
        asker.assertRead(100);
        it.reader(0).end();
        assertEquals(1, it.reads().hung());
        assertEquals(1, it.reads().retried());
        assertEquals(0, it.reads().died());
        assertEquals(List.of(), it.files.waits);
        assertEquals(1, it.warnings.size());
        assertTrue(it.warnings.getFirst().contains("a read helper (process 100) does not answer"));
    }

    @Test
    void whatTwoHelpersDoNotAnswerFailsAndTheLoopDoesNotWaitForIt() {
        useful(it.reader(0));
        Asker asker = it.read(FD, 0, 100);
        it.pass(ANSWER_NANOS);
        Asker joined = it.read(FD, 0, 100);
        it.reader(1).start();
        it.pass(ANSWER_NANOS);
        assertEquals(-Errno.ETIMEDOUT, asker.result());
        assertEquals(-Errno.ETIMEDOUT, joined.result());
        assertEquals(List.of(), it.files.waits);
        assertEquals(2, it.reads().hung());
        assertEquals(1, it.warnings.size(), "told once");
        Asker other = it.read(FD, 50_000, 100);
        it.reader(2).start();
        it.reader(2).finish();
        other.assertRead(100);
    }

    @Test
    void whatALateHelperHadBroughtIntoMemoryIsAnAnswer() {
        useful(it.reader(0));
        Asker asker = it.read(FD, 0, 100);
        it.pass(ANSWER_NANOS);
        it.reader(1).start();
        it.files.keep(FD, 100);
        it.pass(ANSWER_NANOS);
        asker.assertRead(100);
    }

    /** There are 2 at most: with the stuck ones, 4. */
    @Test
    void whileAllHelpersHangRequestsFailAtOnceUntilOneComesBack() {
        for (int hung = 0; hung < 4; hung += 2) {
            Asker asker = it.open("a");
            it.spawner.startAll();
            it.pass(ANSWER_NANOS);
            it.spawner.startAll();
            it.pass(ANSWER_NANOS);
            assertEquals(-Errno.ETIMEDOUT, asker.result());
        }
        assertEquals(4, it.names().hung());
        assertEquals(-Errno.ETIMEDOUT, it.open("b").result());
        assertEquals(List.of(), it.files.waits, "the loop does not go where the helpers are");
        it.converter(0).end();
        Asker again = it.open("b");
        it.spawner.startAll();
        it.converter(4).finish();
        assertTrue(again.result() >= 0);
    }

    @Test
    void anIdleHelperThatDiesIsNotUsedAnyMore() {
        useful(it.reader(0));
        it.reader(0).die();
        assertEquals(2, spawned(), "the reserve");
        it.reader(1).start();
        it.read(FD, 0, 100);
        assertEquals("read 3 0 100", it.reader(1).asked);
        assertEquals(0, it.reads().retried());
        it.pass(2 * IDLE_NANOS);
        assertEquals(0, it.reads().retired(), "the dead one's deadline is gone");
    }

    @Test
    void theReserveIsFilledAgainThoughNobodyAsks() {
        for (int death = 0; death < 2; death++) {
            it.converter(death).start();
            it.converter(death).die();
        }
        assertEquals(2, it.spawner.of(HelperKind.NAME).size(), "not again so soon");
        it.pass(HelperDeadlines.REFILL_NANOS);
        it.converter(2).start();
        assertEquals(1, it.names().running());
        it.pass(10 * HelperDeadlines.REFILL_NANOS);
        assertEquals(3, it.spawner.of(HelperKind.NAME).size(), "the reserve, and no more");
    }

    @Test
    void fillingTheReserveKeepsToThePausesBetweenStarts() {
        int deaths = 20;
        for (int death = 0; death < deaths; death++) {
            long lost = it.clock.nanos();
            it.converter(death).die();
            while (it.spawner.of(HelperKind.NAME).size() == death + 1) {
                it.pass(HelperDeadlines.REFILL_NANOS);
            }
            long pause = death == 0 ? 0 : StartPauses.MIN_NANOS << Math.min(death - 1, 10);
            assertTrue(it.clock.nanos() - lost >= pause, "after death " + death);
            assertTrue(it.clock.nanos() - lost <= pause + HelperDeadlines.REFILL_NANOS, "after death " + death);
        }
    }

    @Test
    void withoutHelpersEveryRequestIsAnsweredAllTheSame() {
        Asker waiting = it.read(FD, 0, 100);
        it.reader(0).die();
        assertFalse(waiting.isAnswered(), "another start");
        it.reader(1).die();
        waiting.assertRead(100);
        it.read(FD, 200, 100).assertRead(100);
        assertEquals(List.of("pread 3", "pread 3"), it.files.waits);
        assertEquals(2, it.reads().repeatedBlocking());
        assertEquals(2, spawned(), "not again so soon");
        assertEquals(1, it.warnings.size());
        assertTrue(it.warnings.getFirst().contains("could not be started: it was killed"));
    }

    @Test
    void startingIsTriedAgainAfterAPauseThatGrows() {
        it.reader(0).die();
        long lost = it.clock.nanos();
        it.reader(1).die();
        long pause = StartPauses.MIN_NANOS;
        for (int start = 2; start < 16; start++) {
            it.pass(lost + pause - 1 - it.clock.nanos());
            it.read(FD, 1_000L * start, 100);
            assertEquals(start, spawned(), "too early");
            Asker asker = it.read(FD, 1_000L * start, 101);
            assertEquals(start + 1, spawned(), "the disk took longer than the rest of the pause");
            lost = it.clock.nanos();
            it.reader(start).die();
            asker.assertRead(101);
            pause = Math.min(2 * pause, StartPauses.MAX_NANOS);
        }
        assertEquals(StartPauses.MAX_NANOS, pause);
        assertEquals(1, it.warnings.size());
    }

    @Test
    void whileOneHelperLivesRequestsWaitForItWhenOthersCannotBeStarted() {
        it.reader(0).start();
        it.read(FD, 0, 100);
        Asker second = it.read(FD, 100, 100);
        it.reader(1).die();
        assertFalse(second.isAnswered());
        it.reader(0).finish();
        it.reader(0).finish();
        second.assertRead(100);
        assertEquals(List.of(), it.files.waits);
    }

    @Test
    void aHelperThatDoesSomethingEndsThePauses() {
        it.reader(0).die();
        useful(it.reader(1));
        it.reader(1).die();
        it.reader(2).die();
        assertEquals(4, spawned(), "at once");
    }

    @Test
    void withoutAReserveHelpersComeOnlyWhenTheyAreNeededAndAllGo() {
        try (HelperFixture bare = new HelperFixture(new HelperLimits(2, 1, 0, IDLE_MILLIS, ANSWER_MILLIS))) {
            bare.files.file(FD, 1_000);
            assertEquals(0, bare.spawner.helpers.size());
            Asker asker = bare.read(FD, 0, 100);
            bare.reader(0).start();
            bare.reader(0).finish();
            asker.assertRead(100);
            bare.pass(IDLE_NANOS);
            assertEquals(0, bare.reads().running());
            assertEquals(List.of(), bare.disk.processes());
        }
    }
}
