package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlarmsTest {
    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 500, -500}) // also where the clock wraps around, or passes zero
    void clientsAreWokenInOrderOfTheirMoments(long origin) {
        Random random = new Random(4);
        Alarms alarms = new Alarms(1_000);
        Map<Integer, Long> moments = new HashMap<>();
        for (int token = 0; token < 1_000; token++) {
            long offset = random.nextInt(1_000); // some of them together
            moments.put(token, offset);
            alarms.set(token, origin + offset);
        }
        List<Long> woken = new ArrayList<>();
        int token = alarms.takeDue(origin + 1_000);
        while (token != Alarms.NONE) {
            woken.add(moments.get(token));
            token = alarms.takeDue(origin + 1_000);
        }
        assertEquals(moments.values().stream().sorted().toList(), woken);
        assertTrue(alarms.isEmpty());
    }

    @Test
    void nobodyIsWokenTooEarly() {
        Alarms alarms = new Alarms(2);
        alarms.set(1, 100);
        alarms.set(0, 200);
        assertEquals(Alarms.NONE, alarms.takeDue(99));
        assertEquals(1, alarms.nanosUntilNext(99));
        assertEquals(1, alarms.takeDue(100));
        assertEquals(Alarms.NONE, alarms.takeDue(100));
        assertEquals(0, alarms.nanosUntilNext(300));
        assertEquals(0, alarms.takeDue(300));
    }

    @Test
    void alarmsComeAndGo() {
        Random random = new Random(5);
        Alarms alarms = new Alarms(50);
        long now = 0;
        long last = 0;
        for (int token = 0; token < 50; token++) {
            alarms.set(token, random.nextInt(1_000));
        }
        for (int i = 0; i < 10_000; i++) {
            now += alarms.nanosUntilNext(now);
            assertTrue(now >= last);
            last = now;
            alarms.set(alarms.takeDue(now), now + random.nextInt(1_000));
        }
    }
}
