package io.laio.analysis.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class LabelLayoutTest {
    @Test
    void labelsWithRoomStayWhereTheyBelong() {
        assertArrayEquals(new double[] {80, 20, 50}, LabelLayout.place(List.of(80.0, 20.0, 50.0), 10, 0, 100), 1e-9);
    }

    @Test
    void labelsInOnePlaceSpreadEvenlyAroundIt() {
        assertArrayEquals(new double[] {40, 50, 60}, LabelLayout.place(List.of(50.0, 50.0, 50.0), 10, 0, 100), 1e-9);
    }

    @Test
    void theEndsHold() {
        assertArrayEquals(new double[] {90, 100}, LabelLayout.place(List.of(100.0, 100.0), 10, 0, 100), 1e-9);
    }

    @Test
    void tooManyMoveCloser() {
        double[] places = LabelLayout.place(List.of(1.0, 2.0, 3.0, 4.0, 5.0), 50, 0, 100);
        assertArrayEquals(new double[] {0, 25, 50, 75, 100}, places, 1e-9);
    }

    @Test
    void noneIsNoTrouble() {
        assertEquals(0, LabelLayout.place(List.of(), 10, 0, 100).length);
    }

    @Test
    void anyLabelsKeepTheirOrderAndDistance() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 2000; round++) {
            List<Double> wanted = DoubleStream.generate(() -> random.nextDouble(300))
                    .limit(random.nextInt(1, 12))
                    .sorted()
                    .boxed()
                    .toList();
            double[] places = LabelLayout.place(wanted, 16, 0, 300);
            String what = "seed 5: " + wanted + " to " + Arrays.toString(places);
            for (int i = 0; i < places.length; i++) {
                assertTrue(places[i] >= -1e-9 && places[i] <= 300 + 1e-9, what);
                assertTrue(i == 0 || places[i] - places[i - 1] >= 16 - 1e-9, what);
            }
        }
    }
}
