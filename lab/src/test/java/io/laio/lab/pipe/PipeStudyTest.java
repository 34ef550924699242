package io.laio.lab.pipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.EngineUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PipeStudyTest {
    @Test
    void everyCellIsMeasuredOnceARound() throws EngineUnavailableException {
        List<String> progress = new ArrayList<>();
        PipePlan plan = new PipePlan(30, 2, List.of(64, 65_536), 5);
        PipeResults results = new PipeStudy(plan, progress::add).carryOut();
        assertEquals(
                3 * PipeState.values().length * Contender.values().length,
                results.nanos().size());
        results.nanos().forEach((cell, values) -> {
            assertEquals(2, values.size(), cell::toString);
            assertTrue(values.stream().allMatch(value -> value > 0), cell::toString);
        });
        assertEquals(List.of("warming up", "round 1 of 2", "round 2 of 2"), progress);
    }

    @Test
    void slicesMakeUpARound() {
        for (int calls : new int[] {1, 7, 20, 2000, 100_003}) {
            int sum = IntStream.range(0, PipeStudy.SLICES)
                    .map(slice -> PipeStudy.ofSlice(calls, slice))
                    .sum();
            assertEquals(calls, sum);
        }
    }

    @Test
    void plansAreChecked() {
        assertEquals(List.of(1, 16), new PipePlan(100, 1, List.of(16, 16), 0).sizes());
        assertEquals(1, new PipePlan(3, 1, List.of(), 0).calls(16));
        assertThrows(IllegalArgumentException.class, () -> new PipePlan(0, 1, List.of(), 0));
        assertThrows(IllegalArgumentException.class, () -> new PipePlan(1, 0, List.of(), 0));
        assertThrows(IllegalArgumentException.class, () -> new PipePlan(1, 1, List.of(0), 0));
        assertThrows(IllegalArgumentException.class, () -> new PipePlan(1, 1, List.of(65_537), 0));
    }
}
