package io.laio.http.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadlineQueueTest {
    private final DeadlineQueue queue = new DeadlineQueue(100);
    private final List<String> expired = new ArrayList<>();

    private Deadline named(String name) {
        return new Deadline(() -> expired.add(name));
    }

    @Test
    void deadlinesPassInTheOrderInWhichTheyWereSet() {
        queue.set(named("a"), 1);
        queue.set(named("b"), 1);
        queue.set(named("c"), 2);
        queue.expire(100);
        assertEquals(List.of(), expired);
        queue.expire(101);
        assertEquals(List.of("a", "b"), expired);
        queue.expire(500);
        assertEquals(List.of("a", "b", "c"), expired);
    }

    @Test
    void itTellsHowLongUntilTheNext() {
        assertEquals(Long.MAX_VALUE, queue.nanosToNext(7));
        queue.set(named("a"), 10);
        queue.set(named("b"), 20);
        assertEquals(100, queue.nanosToNext(10));
        assertEquals(5, queue.nanosToNext(105));
        assertEquals(0, queue.nanosToNext(1_000));
    }

    @Test
    void aClockThatOverflowsDisturbsNothing() {
        queue.set(named("a"), Long.MAX_VALUE - 10);
        assertEquals(100, queue.nanosToNext(Long.MAX_VALUE - 10));
        queue.expire(Long.MAX_VALUE);
        assertEquals(List.of(), expired);
        queue.expire(Long.MIN_VALUE + 89);
        assertEquals(List.of("a"), expired);
    }

    @Test
    void settingAgainPutsItOff() {
        Deadline a = named("a");
        queue.set(a, 0);
        queue.set(named("b"), 1);
        queue.set(a, 2);
        queue.expire(101);
        assertEquals(List.of("b"), expired);
        assertTrue(a.isSet());
    }

    @Test
    void aDeadlineMovesFromOneQueueToAnother() {
        Deadline a = named("a");
        DeadlineQueue longer = new DeadlineQueue(1_000);
        queue.set(a, 0);
        longer.set(a, 0);
        queue.expire(999);
        assertEquals(List.of(), expired);
        longer.expire(1_000);
        assertEquals(List.of("a"), expired);
        assertFalse(a.isSet());
    }

    @Test
    void whatIsCancelledInsideAnExpiryDoesNotExpire() {
        Deadline[] others = {named("b"), named("c"), named("d")};
        queue.set(
                new Deadline(() -> {
                    others[0].cancel();
                    others[2].cancel();
                }),
                0);
        for (Deadline other : others) {
            queue.set(other, 0);
        }
        queue.expire(100);
        assertEquals(List.of("c"), expired);
        assertEquals(Long.MAX_VALUE, queue.nanosToNext(100));
    }

    @Test
    void whatIsSetInsideAnExpiryWaitsForItsOwnTime() {
        Deadline[] self = new Deadline[1];
        self[0] = new Deadline(() -> {
            expired.add("self");
            queue.set(self[0], 100);
        });
        queue.set(self[0], 0);
        queue.expire(100);
        assertEquals(List.of("self"), expired);
        assertEquals(100, queue.nanosToNext(100));
    }

    @Test
    void cancellingTwiceOrUnsetDoesNothing() {
        Deadline a = named("a");
        a.cancel();
        queue.set(a, 0);
        a.cancel();
        a.cancel();
        queue.expire(1_000);
        assertEquals(List.of(), expired);
    }

    @Test
    void aDurationIsPositive() {
        assertThrows(IllegalArgumentException.class, () -> new DeadlineQueue(0));
    }

    @Test
    void itAgreesWithAMapWhateverIsDone() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Integer, Long> model = new LinkedHashMap<>();
        List<Deadline> deadlines = new ArrayList<>();
        List<Integer> passed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int id = i;
            deadlines.add(new Deadline(() -> passed.add(id)));
        }
        long now = 0;
        for (int step = 0; step < 20_000; step++) {
            now += random.nextInt(10);
            int id = random.nextInt(deadlines.size());
            model.remove(id);
            if (random.nextInt(3) > 0) {
                queue.set(deadlines.get(id), now);
                model.put(id, now + 100);
            } else {
                deadlines.get(id).cancel();
            }
            long moment = now;
            List<Integer> due = model.keySet().stream()
                    .filter(k -> model.getOrDefault(k, Long.MAX_VALUE) <= moment)
                    .toList();
            queue.expire(now);
            assertEquals(due, passed, "seed " + seed);
            model.keySet().removeAll(due);
            passed.clear();
        }
    }
}
