package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.plan.MemorySize;
import io.laio.comparison.plan.PlannedRun;
import io.laio.comparison.results.CacheState;
import io.laio.testbed.disk.UnfitMachineException;
import io.laio.workload.trace.TracePrefix;
import io.laio.workload.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetsTest {
    private static final int DOCUMENT_BYTES = 32 << 20; // ten of them are touched
    private static final List<String> SIZES = List.of("0.1x", "0.4x", "1.5x", "1M");

    private final Workload workload;

    BudgetsTest(@TempDir Path directory) throws IOException {
        Path trace = new Fixture(directory, StudyTest.host(directory), DOCUMENT_BYTES).trace();
        try (TraceReader reader = TraceReader.open(trace)) {
            workload = new Workload("x", trace, reader.header(), TracePrefix.read(trace, 0), directory, 1);
        }
    }

    @Test
    void aProportionIsOfWhatTheRunTouchesAndTooLittleOfItIsLeftOutByName() {
        Budgets budgets = new Budgets(Map.of("x", workload), true);
        assertEquals(List.of(1L << 20, 128L << 20, 480L << 20), budgets.all(runs()));
        List<String> skipped = budgets.skipped(runs());
        assertEquals(1, skipped.size());
        assertTrue(skipped.getFirst().startsWith("memory 0.1x of x: 32.0 MiB"), skipped::toString);
    }

    @Test
    void withoutControlGroupsSeveralSizesAreRefusedAndOneIsNone() throws Exception {
        Budgets budgets = new Budgets(Map.of("x", workload), false);
        assertThrows(UnfitMachineException.class, () -> budgets.requireKept(runs()));
        budgets.requireKept(runs().subList(0, 1));
        assertEquals(List.of(), budgets.all(runs()));
    }

    private static List<PlannedRun> runs() {
        return SIZES.stream()
                .map(size -> new PlannedRun(1, "a", "x", CacheState.COLD, MemorySize.parse(size), 4, 1))
                .toList();
    }
}
