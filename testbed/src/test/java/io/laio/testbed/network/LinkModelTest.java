package io.laio.testbed.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkModelTest {
    /** A full frame takes 1,538 bytes of the wire; the shaper counts 1,514 of them. */
    @Test
    void theShaperLeavesRoomForWhatItDoesNotCount() {
        LinkModel gigabit = Links.named("gigabit");
        assertEquals(984_395_319, gigabit.shapedBitsPerSecond());
        assertEquals(List.of("tbf", "rate", "984395319bit", "burst", "131072", "limit", "1514000"), gigabit.shaper());
        assertEquals(12.3, gigabit.queueMillis(), 0.01);
    }

    @Test
    void itSaysWhatItIs() {
        assertEquals(
                "gigabit: 1000 Mb/s in each direction, MTU 1500, a queue of 12.3 ms",
                Links.named("gigabit").words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Gigabit", "1000", "a b", "loopback", "abcdefghijklmnopq", "../up"})
    void namesThatWouldBeMistakenAreRefused(String name) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Links.named(name))
                .getMessage());
        assertTrue(message.startsWith("name: not " + name), message);
    }

    @Test
    void valuesOutOfRangeAreNamed() {
        assertRefused("rateMegabitsPerSecond", 0, 1500, 24, 131_072, 1_514_000);
        assertRefused("rateMegabitsPerSecond", Double.POSITIVE_INFINITY, 1500, 24, 131_072, 1_514_000);
        assertRefused("mtuBytes", 1000, 575, 24, 131_072, 1_514_000);
        assertRefused("mtuBytes", 1000, 65_536, 24, 131_072, 1_514_000);
        assertRefused("frameOverheadBytes", 1000, 1500, -1, 131_072, 1_514_000);
        assertRefused("burstBytes", 1000, 1500, 24, 1513, 1_514_000);
        assertRefused("queueBytes", 1000, 1500, 24, 131_072, 131_071);
    }

    private static void assertRefused(String field, double rate, int mtu, int overhead, int burst, int queue) {
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> new LinkModel("x", "d", rate, mtu, overhead, burst, queue, "s"))
                .getMessage());
        assertTrue(message.startsWith(field + ": not "), message);
    }
}
