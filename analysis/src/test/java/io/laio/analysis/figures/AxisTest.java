package io.laio.analysis.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AxisTest {
    @Test
    void ticksAreRoundNumbersUpToTheLargestValue() {
        assertEquals(
                List.of(0.0, 20.0, 40.0, 60.0, 80.0, 100.0),
                Axis.holding(30, 93).ticks());
        assertEquals(
                List.of(0.0, 2.5, 5.0, 7.5, 10.0, 12.5, 15.0),
                Axis.holding(3, 14).ticks());
    }

    @Test
    void valuesFarApartGetALogarithmicAxis() {
        assertInstanceOf(Axis.Logarithmic.class, Axis.holding(1, 60));
        assertInstanceOf(Axis.Linear.class, Axis.holding(0, 1e9));
    }

    @Test
    void logarithmicTicksAreOneTwoFive() {
        assertEquals(
                List.of(2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0),
                Axis.holding(3, 150).ticks());
    }

    @Test
    void everyAxisHoldsItsValuesAndNamesItsEnds() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            double smallest = Math.pow(10, random.nextDouble(-6, 6));
            double largest = smallest * Math.pow(10, random.nextDouble(0, 9));
            Axis axis = Axis.holding(smallest, largest);
            String what = "seed 11: " + smallest + " to " + largest + " on " + axis;
            assertTrue(axis.place(smallest) >= -1e-9 && axis.place(largest) <= 1 + 1e-9, what);
            assertTrue(axis.ticks().size() >= 2 && axis.ticks().size() <= 20, what + ": " + axis.ticks());
            assertEquals(0, axis.place(axis.ticks().getFirst()), 1e-9, what);
            assertEquals(1, axis.place(axis.ticks().getLast()), 1e-9, what);
        }
    }
}
