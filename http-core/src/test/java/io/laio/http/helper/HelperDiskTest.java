package io.laio.http.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.helper.ScriptedSpawner.Scripted;
import io.laio.http.loop.Operation;
import io.laio.linux.Errno;
import io.laio.linux.NativeBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of helpers, and what the loop makes of their answers. */
class HelperDiskTest {
    private static final int FD = 3;

    private final HelperFixture it = new HelperFixture(new HelperLimits(2, 1, 1, 1_000, 60_000));

    @BeforeEach
    void startTheReserve() {
        it.files.file(FD, 10_000).file(4, 500).name("a/b").name("c");
        it.spawner.startAll();
    }

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void aRangeIsReadByAHelperAndThenByTheLoop() {
        Asker asker = it.read(FD, 100, 300);
        assertFalse(asker.isAnswered());
        assertEquals("read 3 100 300", it.reader(0).asked);
        it.reader(0).finish();
        asker.assertRead(300);
        assertEquals(List.of(), it.files.waits);
    }

    @Test
    void aNameIsConvertedByAHelperAndThenOpenedByTheLoop() {
        Asker asker = it.open("a/b");
        assertEquals("convert a/b", it.converter(0).asked);
        it.converter(0).finish();
        assertEquals(FakeFiles.FIRST_OPENED, asker.result());
        assertEquals(List.of(), it.files.waits);
    }

    @Test
    void identicalRequestsAreJoinedAndEachGetsItsOwnAnswer() {
        Asker first = it.read(FD, 100, 300);
        Asker second = it.read(FD, 100, 300);
        Asker name = it.open("c");
        Asker sameName = it.open("c");
        assertEquals(1, it.spawner.of(HelperKind.READ).size());
        it.reader(0).finish();
        it.converter(0).finish();
        first.assertRead(300);
        second.assertRead(300);
        assertTrue(name.result() != sameName.result(), "a descriptor each");
        assertEquals(1, it.reads().joined());
        assertEquals(1, it.reads().asked());
        assertEquals(1, it.names().joined());
    }

    @Test
    void whatDiffersAtAllIsNotJoined() {
        it.files.file(5, 10_000);
        it.read(FD, 100, 300);
        it.read(FD, 101, 300);
        it.read(FD, 100, 301);
        it.read(5, 100, 300);
        it.open("a/b");
        it.open("a/c");
        assertEquals(0, it.reads().joined() + it.names().joined());
    }

    @Test
    void anAnsweredRequestIsJoinedNoMore() {
        it.read(FD, 0, 10);
        it.reader(0).finish();
        it.files.keep(FD, 0);
        Asker later = it.read(FD, 0, 10);
        it.reader(0).finish();
        later.assertRead(10);
        assertEquals(0, it.reads().joined());
        assertEquals(2, it.reads().asked());
    }

    @Test
    void whatWaitedIsBlockedForAsLongAsItWaited() {
        it.read(FD, 0, 10);
        it.open("c");
        it.clock.pass(7_000);
        it.reader(0).finish();
        it.converter(0).finish();
        assertEquals(1, it.operations.blockedCount(Operation.READ));
        assertEquals(7_000, it.operations.blockedNanos(Operation.READ));
        assertEquals(1, it.operations.blockedCount(Operation.OPEN));
        assertEquals(0, it.operations.atOnceCount(Operation.READ));
    }

    @Test
    void theEndOfTheFileEndsTheAnswer() {
        Asker beyond = it.read(4, 400, 300);
        it.reader(0).finish();
        beyond.assertRead(100);
        Asker behind = it.read(4, 600, 10);
        it.reader(0).finish();
        behind.assertRead(0);
        assertEquals(2, it.reads().asked());
    }

    @Test
    void aRangeThatIsOnlyPartlyThereIsAskedForAgain() {
        Asker asker = it.read(FD, 0, 300);
        it.reader(0).finish(evictedFrom(120));
        assertFalse(asker.isAnswered());
        assertEquals("read 3 0 300", it.reader(0).asked);
        it.reader(0).finish();
        asker.assertRead(300);
        assertEquals(List.of(), it.files.waits);
    }

    private int evictedFrom(int bytes) {
        it.files.keep(FD, bytes);
        return 300;
    }

    @Test
    void whatIsEvictedEveryTimeIsReadByTheLoopInTheEnd() {
        Asker asker = it.read(FD, 0, 300);
        for (int i = 0; i < HelperLane.MAX_ASKS; i++) {
            assertFalse(asker.isAnswered());
            it.reader(0).finish(evictedFrom(0));
        }
        asker.assertRead(300);
        assertEquals(List.of("pread 3"), it.files.waits);
        assertEquals(1, it.reads().repeatedBlocking());
        assertEquals(HelperLane.MAX_ASKS, it.reads().asked());
        it.tracker.waitStarts();
        assertEquals("read", it.tracker.stalls().longestBlockedOperation());
    }

    @Test
    void aNameThatIsForgottenEveryTimeIsOpenedByTheLoopInTheEnd() {
        Asker asker = it.open("c");
        for (int i = 0; i < HelperLane.MAX_ASKS; i++) {
            it.files.evictNames();
            it.converter(0).finish(0);
        }
        assertEquals(FakeFiles.FIRST_OPENED, asker.result());
        assertEquals(List.of("open c"), it.files.waits);
        assertEquals(1, it.names().repeatedBlocking());
        it.tracker.waitStarts();
        assertEquals("open", it.tracker.stalls().longestBlockedOperation());
    }

    @Test
    void anErrorThatAHelperMetIsTheAnswer() {
        it.files.readErrno = Errno.EIO;
        Asker range = it.read(FD, 0, 300);
        Asker name = it.open("missing");
        it.reader(0).finish();
        it.converter(0).finish(-Errno.EXDEV); // an escape: never in memory, as far as RESOLVE_CACHED can tell
        assertEquals(-Errno.EIO, range.result());
        assertEquals(-Errno.EXDEV, name.result());
        assertEquals(List.of(), it.files.waits);
        assertEquals(1, it.reads().asked());
    }

    @Test
    void anErrorThatIsTheHelpersOwnIsNotTheAnswer() {
        Asker asker = it.open("c");
        it.converter(0).finish(-Errno.EMFILE);
        assertFalse(asker.isAnswered());
        it.converter(0).finish();
        assertEquals(FakeFiles.FIRST_OPENED, asker.result());
    }

    @Test
    void whatIsThereComesBeforeTheErrorBehindIt() {
        Asker asker = it.read(FD, 0, 300);
        it.files.keep(FD, 120);
        it.reader(0).finish(-Errno.EIO);
        asker.assertRead(120);
    }

    @Test
    void aSignalDoesNotEndARead() {
        it.files.interruptions = 2;
        Asker asker = it.read(FD, 0, 300);
        it.reader(0).finish();
        asker.assertRead(300);
        assertEquals(0, it.files.interruptions);
    }

    @Test
    void whereTheKernelCannotTellWhatIsThereTheLoopMakesThePlainCall() {
        it.files.knowsResidency = false;
        Asker range = it.read(FD, 0, 300);
        Asker name = it.open("c");
        it.reader(0).finish();
        it.files.evictNames(); // so that RESOLVE_CACHED is refused as an old kernel does
        it.converter(0).finish(0);
        range.assertRead(300);
        assertEquals(FakeFiles.FIRST_OPENED, name.result());
        assertEquals(List.of("pread 3", "open c"), it.files.waits);
        assertEquals(1, it.reads().asked());
        assertEquals(1, it.reads().repeatedBlocking());
        assertEquals(1, it.names().repeatedBlocking());
    }

    @Test
    void anAnswerMayLeadToTheNextRequestAtOnce() {
        Asker[] second = new Asker[1];
        try (NativeBuffer memory = new NativeBuffer(64)) {
            it.disk.read(FD, memory.address(), 64, 0, result -> second[0] = it.read(FD, 64, 64));
            it.reader(0).finish();
        }
        assertEquals("read 3 64 64", it.reader(0).asked);
        it.reader(0).finish();
        second[0].assertRead(64);
    }

    @Test
    void theLoopMayStopWhileHelpersAreBusy() {
        Asker asker = it.read(FD, 0, 300);
        Asker name = it.open("c");
        it.stop();
        assertTrue(it.spawner.closed);
        assertFalse(asker.isAnswered());
        assertFalse(name.isAnswered());
        for (Scripted helper : it.spawner.helpers) {
            assertEquals(
                    ScriptedSpawner.State.BUSY, helper.state, "closing the spawner ends it, retiring is for the idle");
        }
    }

    @Test
    void statisticsStartAgainFromZeroButHelpersStay() {
        it.read(FD, 0, 10);
        it.reader(0).finish();
        it.disk.resetStatistics();
        assertEquals(new HelperStatistics(2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0), it.reads());
        assertEquals(List.of(100L, 101L), it.disk.processes());
    }
}
