package io.laio.comparison.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CpuListTest {
    @Test
    void readsTheKernelsFormat() {
        assertEquals(List.of(0, 1, 2, 3, 6), CpuList.parse("0-3,6\n").cpus());
        assertEquals(List.of(), CpuList.parse("\n").cpus());
    }

    @Test
    void writesWhatTheKernelReads() {
        assertEquals("0,1,5", CpuList.parse("5,0-1").toString());
    }

    @Test
    void refusesWhatIsNoList() {
        assertThrows(IllegalArgumentException.class, () -> CpuList.parse("first"));
        assertThrows(IllegalArgumentException.class, () -> new CpuList(List.of(-1)));
    }
}
