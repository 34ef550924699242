package io.laio.comparison.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.comparison.results.CacheState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SetupNamesTest {
    private static Setup setup(String workload, String disk, @Nullable Long memory) {
        return new Setup(workload, "5".repeat(64), 0.1, disk, "loopback", memory);
    }

    @Test
    void anotherNetworkThanLoopbackIsNamedAlsoAlone() {
        Setup gigabit = new Setup("rice", "5".repeat(64), 0.1, "native", "gigabit", null);
        assertEquals(
                "rice, gigabit, warm", new SetupNames(List.of(gigabit)).of(new Condition(gigabit, CacheState.WARM)));
    }

    @Test
    void theWorkloadAndWhatIsEmulatedAreEnoughIfNothingElseVaries() {
        Setup rice = setup("rice", "native", 200_000_000L);
        Setup berkeley = setup("berkeley", "hdd-2004", null);
        SetupNames names = new SetupNames(List.of(rice, berkeley));
        assertEquals("rice", names.of(rice));
        assertEquals("berkeley, hdd-2004, cold data", names.of(new Condition(berkeley, CacheState.COLD_DATA)));
    }

    @Test
    void whatVariesIsNamed() {
        Setup small = setup("rice", "native", 200_000_000L);
        Setup unlimited = setup("rice", "hdd-2004", null);
        SetupNames names = new SetupNames(List.of(small, unlimited));
        assertEquals("rice, native, 200 MB of page cache", names.of(small));
        assertEquals("rice, hdd-2004, unlimited memory", names.of(unlimited));
    }

    @Test
    void anotherTraceOfTheSameNameIsAnotherWorkload() {
        Setup one = new Setup("mine", "aaaaaaaaaaaa", 1, "native", "loopback", null);
        Setup two = new Setup("mine", "bbbbbbbbbbbb", 1, "native", "loopback", null);
        assertEquals("mine, trace aaaaaaaa", new SetupNames(List.of(one, two)).of(one));
    }
}
