package io.laio.comparison.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupVersion2Test {
    @TempDir
    Path root;

    private RecordedTree tree;
    private ProcessGroups groups;

    @BeforeEach
    void copyTree() throws IOException {
        tree = new RecordedTree("v2", root);
        groups = new V2ProcessGroups(root, tree);
    }

    @Test
    void controllersNotYetHandedDownAreAskedFor() throws IOException {
        groups.create("laio-1", CpuList.of(0)).close();
        // A plain file keeps the last thing written; "cpu" was handed down before and is not asked for again.
        assertEquals("+cpuset", tree.read("cgroup.subtree_control"));
    }

    @Test
    void ownMemoryIsAnonymousSharedSocketAndKernelMemory() throws IOException {
        try (ProcessGroup group = groups.create("laio-1", CpuList.of(0))) {
            assertEquals(new MemoryUse(37_048_320 + 1_490_944 + 40_960 + 8_192, 20_074_496 - 8_192), group.memory());
        }
    }

    @Test
    void kernelMemoryIsSummedUpWhereTheKernelDoesNot() throws IOException {
        try (ProcessGroup group = groups.create("laio-1", CpuList.of(0))) {
            tree.write("laio-1/memory.stat", "anon 1000\nfile 1\nkernel_stack 2\npagetables 3\npercpu 4\nslab 5\n");
            assertEquals(new MemoryUse(1014, 1), group.memory());
        }
    }

    @Test
    void processesLimitCpuTimeAndProcessorsUseTheGroupsFiles() throws IOException {
        try (ProcessGroup group = groups.create("laio-1", CpuList.parse("0,2-3"))) {
            assertEquals("0,2,3", tree.read("laio-1/cpuset.cpus"));
            assertEquals(List.of(4711L, 4712L), group.processes());
            assertTrue(group.limitMemory(123_456_789));
            assertEquals("123456789", tree.read("laio-1/memory.max"));
            assertEquals(184_624, group.cpuMicros());
            assertEquals(2, group.outOfMemoryKills());
        }
        assertFalse(tree.exists("laio-1"));
    }

    @Test
    void readsAreLimitedByOneLineForAll() throws IOException {
        assertTrue(groups.mayLimitReads());
        try (ProcessGroup group = groups.create("laio-1", CpuList.of(0))) {
            group.limitReads("254:0", new ReadLimit(OptionalLong.of(300), OptionalLong.of(60_000_000)));
            assertEquals("254:0 riops=300 rbps=60000000", tree.read("laio-1/io.max"));
            group.limitReads("254:0", new ReadLimit(OptionalLong.empty(), OptionalLong.of(1000)));
            assertEquals("254:0 rbps=1000", tree.read("laio-1/io.max"));
        }
    }

    @Test
    void withoutTheControllerOfBlockDevicesReadsMayNotBeLimited() throws IOException {
        tree.write("cgroup.controllers", "memory cpu\n");
        assertFalse(groups.mayLimitReads());
    }

    @Test
    void detectionFindsVersion2() throws IOException {
        Path mountinfo = tree.mountinfo(List.of("34 30 0:30 / " + root + " rw,nosuid - cgroup2 cgroup2 rw,nsdelegate"));
        CgroupSupport support = new CgroupDetector(mountinfo, tree, CpuList.of(1)).detect();
        assertEquals(
                2,
                assertInstanceOf(CgroupSupport.Available.class, support)
                        .groups()
                        .version());
        assertFalse(tree.exists("laio-probe-" + ProcessHandle.current().pid()));
    }

    @Test
    void withoutTheMemoryControllerTheReasonIsGiven() throws IOException {
        tree.write("cgroup.controllers", "hugetlb\n");
        Path mountinfo = tree.mountinfo(List.of("34 30 0:30 / " + root + " rw - cgroup2 cgroup2 rw"));
        CgroupSupport support = new CgroupDetector(mountinfo, tree, CpuList.of(1)).detect();
        String cause =
                assertInstanceOf(CgroupSupport.Unavailable.class, support).cause();
        assertTrue(cause.contains("no memory controller"), cause);
    }
}
