package io.laio.http.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    private final FakeTime time = new FakeTime();
    private final ScriptedPoller poller = new ScriptedPoller();
    private final List<String> seen = new ArrayList<>();
    private final EventLoop loop = new EventLoop(
            poller, time, new StallTracker(time, time, Pauses.NONE), new Deadlines(), () -> seen.add("turn"));

    /** Waits as long as the loop lets it, and then delivers one event of the script a turn. */
    private final class ScriptedPoller implements Poller {
        final ArrayDeque<Runnable> events = new ArrayDeque<>();
        final List<Long> waits = new ArrayList<>();
        boolean ready;
        int wakeups;

        @Override
        public boolean submit() {
            return ready;
        }

        @Override
        public void await(long timeoutNanos) {
            waits.add(timeoutNanos);
            time.sleep(timeoutNanos == Long.MAX_VALUE ? 1 : timeoutNanos);
        }

        @Override
        public void dispatch() {
            Runnable event = events.pollFirst();
            if (event != null) {
                event.run();
            }
        }

        @Override
        public void wakeup() {
            wakeups++;
        }

        @Override
        public void close() {
            events.clear();
        }
    }

    private void event(Runnable event) {
        poller.events.addLast(event);
    }

    @Test
    void eventsComeBeforeDeferredTasksAndTheseBeforeDeadlines() {
        DeadlineQueue deadlines = loop.deadlines(10);
        event(() -> {
            deadlines.set(new Deadline(() -> seen.add("deadline")), loop.nowNanos());
            loop.defer(() -> seen.add("deferred"));
            loop.execute(() -> seen.add("task"));
            seen.add("event");
        });
        event(() -> seen.add("event"));
        event(loop::stop);
        loop.run();
        assertEquals(List.of("turn", "event", "deferred", "task", "turn", "event", "deadline", "turn"), seen);
    }

    @Test
    void aTaskThatDefersItselfLetsEventsPass() {
        Runnable[] again = new Runnable[1];
        again[0] = () -> {
            seen.add("again");
            loop.defer(again[0]);
        };
        event(again[0]);
        event(() -> seen.add("event"));
        event(loop::stop);
        loop.run();
        assertEquals(List.of("turn", "again", "again", "turn", "event", "again", "turn", "again"), seen);
        assertEquals(List.of(Long.MAX_VALUE, 0L, 0L), poller.waits, "it does not wait while there is something to do");
    }

    @Test
    void itWaitsForTheNearestDeadline() {
        loop.deadlines(1_000).set(new Deadline(() -> seen.add("late")), loop.nowNanos());
        loop.deadlines(70).set(new Deadline(() -> seen.add("early")), loop.nowNanos());
        event(() -> {});
        event(loop::stop);
        loop.run();
        assertEquals(List.of(70L, 930L), poller.waits);
        assertEquals(List.of("turn", "early", "turn", "late"), seen);
    }

    @Test
    void itDoesNotWaitWhenEventsAreReady() {
        poller.ready = true;
        event(() -> seen.add("event"));
        event(loop::stop);
        loop.run();
        assertEquals(List.of(), poller.waits);
    }

    @Test
    void aTaskOfAnotherThreadWakesTheLoopAndRunsBeforeItWaits() {
        loop.execute(() -> seen.add("task"));
        assertEquals(1, poller.wakeups);
        event(loop::stop);
        loop.run();
        assertEquals(List.of("turn", "task"), seen);
        assertEquals(List.of(), poller.waits);
    }

    @Test
    void aStopBeforeTheStartHolds() {
        loop.stop();
        loop.run();
        assertEquals(List.of(), seen);
    }

    @Test
    void whatAHandlerThrowsEndsTheLoop() {
        event(() -> {
            throw new IllegalStateException("broken");
        });
        assertThrows(IllegalStateException.class, loop::run);
    }
}
