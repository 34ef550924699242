package io.laio.comparison.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupVersion1Test {
    @TempDir
    Path root;

    private RecordedTree tree;
    private ProcessGroups groups;

    @BeforeEach
    void copyTree() throws IOException {
        tree = new RecordedTree("v1", root);
        groups = new V1ProcessGroups(
                Map.of(
                        "memory", root.resolve("memory"),
                        "cpuset", root.resolve("cpuset"),
                        "cpuacct", root.resolve("cpuacct"),
                        "blkio", root.resolve("blkio")),
                tree);
    }

    @Test
    void aGroupIsConfinedToItsProcessorsBeforeAnyProcessEnters() throws IOException {
        try (ProcessGroup group = groups.create("laio-1", CpuList.of(1))) {
            assertEquals("1", tree.read("cpuset/laio-1/cpuset.cpus"));
            assertEquals("0", tree.read("cpuset/laio-1/cpuset.mems"));
            group.add(99);
        }
    }

    @Test
    void aProcessEntersEveryHierarchy() throws IOException {
        try (ProcessGroup group = groups.create("laio-1", CpuList.of(0))) {
            group.add(99);
            for (String controller : CgroupMounts.V1_CONTROLLERS) {
                assertEquals("99", tree.read(controller + "/laio-1/cgroup.procs"));
            }
            assertEquals(List.of(99L), group.processes());
        }
    }

    @Test
    void ownMemoryIsAnonymousAndKernelMemoryWithoutPagesOfFiles() throws IOException {
        try (ProcessGroup group = groups.create("laio-1", CpuList.of(0))) {
            assertEquals(new MemoryUse(37_048_320 + 774_144, 20_074_496), group.memory());
        }
    }

    @Test
    void sharedMemoryIsOwnMemoryNotPageCache() throws IOException {
        try (ProcessGroup group = groups.create("laio-1", CpuList.of(0))) {
            tree.write("memory/laio-1/memory.stat", "total_cache 5000\ntotal_rss 100\ntotal_shmem 2000\nhigh 1\n");
            tree.write("memory/laio-1/memory.kmem.usage_in_bytes", "30\n");
            assertEquals(new MemoryUse(2130, 3000), group.memory());
        }
    }

    @Test
    void limitAndCpuTimeUseTheControllersOwnFiles() throws IOException {
        try (ProcessGroup group = groups.create("laio-1", CpuList.of(0))) {
            assertTrue(group.limitMemory(200_000_000));
            assertEquals("200000000", tree.read("memory/laio-1/memory.limit_in_bytes"));
            assertEquals(184_624, group.cpuMicros());
            assertEquals(3, group.outOfMemoryKills());
        }
    }

    @Test
    void readsAreLimitedByOneLineForEachKindOfLimit() throws IOException {
        assertTrue(groups.mayLimitReads());
        try (ProcessGroup group = groups.create("laio-1", CpuList.of(0))) {
            group.limitReads("254:0", new ReadLimit(OptionalLong.of(300), OptionalLong.empty()));
            assertEquals("254:0 300", tree.read("blkio/laio-1/blkio.throttle.read_iops_device"));
            assertEquals("", tree.read("blkio/laio-1/blkio.throttle.read_bps_device"));
            group.limitReads("254:0", new ReadLimit(OptionalLong.empty(), OptionalLong.of(60_000_000)));
            assertEquals("254:0 60000000", tree.read("blkio/laio-1/blkio.throttle.read_bps_device"));
        }
    }

    @Test
    void withoutTheControllerOfBlockDevicesReadsAreNotLimitedInSilence() throws IOException {
        ProcessGroups memoryOnly = new V1ProcessGroups(Map.of("memory", root.resolve("memory")), tree);
        assertFalse(memoryOnly.mayLimitReads());
        try (ProcessGroup group = memoryOnly.create("laio-1", CpuList.of(0))) {
            ReadLimit limit = new ReadLimit(OptionalLong.of(300), OptionalLong.empty());
            assertThrows(IOException.class, () -> group.limitReads("254:0", limit));
        }
    }

    @Test
    void aKernelWithoutThrottlingMayNotLimitReads() throws IOException {
        Files.delete(root.resolve("blkio/blkio.throttle.read_iops_device"));
        assertFalse(groups.mayLimitReads());
    }

    @Test
    void withoutCpuAccountingTheGroupSaysSo() throws IOException {
        ProcessGroups memoryOnly = new V1ProcessGroups(Map.of("memory", root.resolve("memory")), tree);
        try (ProcessGroup group = memoryOnly.create("laio-1", CpuList.of(0))) {
            assertEquals(-1, group.cpuMicros());
        }
    }

    @Test
    void controllersThatShareAHierarchyShareTheDirectory() throws IOException {
        Path shared = root.resolve("memory");
        ProcessGroups together = new V1ProcessGroups(Map.of("memory", shared, "cpuacct", shared), tree);
        together.create("laio-1", CpuList.of(0)).close();
        assertFalse(tree.exists("memory/laio-1"));
    }

    @Test
    void closingRemovesEveryDirectory() throws IOException {
        groups.create("laio-1", CpuList.of(0)).close();
        for (String controller : CgroupMounts.V1_CONTROLLERS) {
            assertFalse(tree.exists(controller + "/laio-1"));
        }
    }

    @Test
    void aRefusedGroupLeavesNothingBehind() {
        GroupDirectories refusing = new GroupDirectories() {
            @Override
            public void create(Path directory) throws IOException {
                if (directory.startsWith(root.resolve("cpuset"))) {
                    throw new IOException("Read-only file system");
                }
                tree.create(directory);
            }

            @Override
            public void remove(Path directory) {
                tree.remove(directory);
            }
        };
        ProcessGroups half = new V1ProcessGroups(
                Map.of("memory", root.resolve("memory"), "cpuset", root.resolve("cpuset")), refusing);
        assertThrows(IOException.class, () -> half.create("laio-1", CpuList.of(0)));
        assertFalse(tree.exists("memory/laio-1"));
    }

    @Test
    void detectionFindsVersion1BesideAVersion2WithoutControllers() throws IOException {
        Path mountinfo = tree.mountinfo(List.of(
                "31 30 0:27 / " + root + "/memory rw,relatime - cgroup cgroup rw,memory",
                "32 30 0:28 / " + root + "/cpuset rw,relatime - cgroup cgroup rw,cpuset",
                "33 30 0:29 / " + root + "/cpuacct rw,relatime shared:9 - cgroup cgroup rw,cpu,cpuacct",
                "34 30 0:30 / " + root + "/unified rw,relatime - cgroup2 cgroup2 rw"));
        CgroupSupport support = new CgroupDetector(mountinfo, tree, CpuList.of(1)).detect();
        assertEquals(
                1,
                assertInstanceOf(CgroupSupport.Available.class, support)
                        .groups()
                        .version());
    }

    @Test
    void detectionTriesAProcessorThatMayBeUsed() throws IOException {
        Path mountinfo = tree.mountinfo(List.of(
                "31 30 0:27 / " + root + "/memory rw,relatime - cgroup cgroup rw,memory",
                "32 30 0:28 / " + root + "/cpuset rw,relatime - cgroup cgroup rw,cpuset"));
        List<String> tried = new ArrayList<>();
        GroupDirectories recording = new GroupDirectories() {
            @Override
            public void create(Path directory) throws IOException {
                tree.create(directory);
            }

            @Override
            public void remove(Path directory) throws IOException {
                if (directory.startsWith(root.resolve("cpuset"))) {
                    tried.add(ControlFile.read(directory.resolve("cpuset.cpus")));
                }
                tree.remove(directory);
            }
        };
        new CgroupDetector(mountinfo, recording, CpuList.parse("2-3")).detect();
        assertEquals(List.of("2,3"), tried);
    }

    @Test
    void whoMayMakeNoGroupIsToldWhyAndWhatToDo() throws IOException {
        Path mountinfo =
                tree.mountinfo(List.of("31 30 0:27 / " + root + "/memory rw,relatime - cgroup cgroup rw,memory"));
        GroupDirectories forbidding = new GroupDirectories() {
            @Override
            public void create(Path directory) throws IOException {
                throw new AccessDeniedException(directory.toString());
            }

            @Override
            public void remove(Path directory) {}
        };
        CgroupSupport.Unavailable unavailable = assertInstanceOf(
                CgroupSupport.Unavailable.class, new CgroupDetector(mountinfo, forbidding, CpuList.of(1)).detect());
        assertTrue(unavailable.cause().contains("permission denied"), unavailable::toString);
        assertTrue(unavailable.remedy().contains("root"), unavailable::toString);
    }
}
