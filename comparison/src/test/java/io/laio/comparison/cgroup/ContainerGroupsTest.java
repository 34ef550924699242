package io.laio.comparison.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Linux;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container's own group, as files show it that are mounted in a container: recorded ones. */
final class ContainerGroupsTest {
    private static final long MEGABYTE = 1 << 20;
    private static final long LIMIT_BYTES = 200 * MEGABYTE;

    @TempDir
    Path root;

    private final Ballast ballast = new Ballast(Linux::open);

    private ContainerGroups version1(RecordedTree tree) throws IOException {
        tree.write("memory/group/memory.limit_in_bytes", LIMIT_BYTES + "\n");
        return ContainerGroups.find(
                List.of(
                        "82 81 0:31 /docker/0a1b " + root + "/memory/group ro,nosuid - cgroup cgroup rw,memory",
                        "83 81 0:32 /docker/0a1b " + root + "/cpuacct/group ro,nosuid - cgroup cgroup rw,cpuacct"),
                ballast);
    }

    private ContainerGroups version2() throws IOException {
        return ContainerGroups.find(
                List.of("34 30 0:30 / " + root + "/group ro,nosuid - cgroup2 cgroup rw,nsdelegate"), ballast);
    }

    @Test
    void theLimitInForceIsReadInVersion1() throws IOException {
        ContainerGroups groups = version1(new RecordedTree("v1", root));
        assertEquals(1, groups.version());
        assertEquals(LIMIT_BYTES, groups.memoryLimitBytes());
    }

    @Test
    void theLimitInForceIsReadInVersion2() throws IOException {
        RecordedTree tree = new RecordedTree("v2", root);
        ContainerGroups groups = version2();
        assertEquals(2, groups.version());
        tree.write("group/memory.max", LIMIT_BYTES + "\n");
        assertEquals(LIMIT_BYTES, groups.memoryLimitBytes());
        tree.write("group/memory.max", "max\n");
        assertEquals(Long.MAX_VALUE, groups.memoryLimitBytes());
    }

    @Test
    void aLowerLimitIsBallastThatIsNobodysOwnMemory() throws IOException {
        ContainerGroups groups = version1(new RecordedTree("v1", root));
        try (ProcessGroup group = groups.create("run", CpuList.of(0))) {
            MemoryUse before = group.memory();
            assertTrue(group.limitMemory(LIMIT_BYTES - 3 * MEGABYTE));
            assertEquals(3 * MEGABYTE, ballast.bytes());
            assertEquals(before.ownBytes() - 3 * MEGABYTE, group.memory().ownBytes());
            assertTrue(group.limitMemory(LIMIT_BYTES - MEGABYTE));
            assertEquals(MEGABYTE, ballast.bytes());
            assertTrue(group.limitMemory(LIMIT_BYTES + MEGABYTE));
            assertEquals(0, ballast.bytes());
            group.limitMemory(0);
        }
        assertEquals(0, ballast.bytes());
    }

    @Test
    void onlyDeathsOfThisRunCount() throws IOException {
        RecordedTree tree = new RecordedTree("v2", root);
        ProcessGroup group = version2().create("run", CpuList.of(0));
        assertEquals(0, group.outOfMemoryKills());
        tree.write("group/memory.events", "oom 3\noom_kill 3\n");
        assertEquals(1, group.outOfMemoryKills());
    }

    @Test
    void nothingOfTheEnginesIsTouched() throws IOException {
        RecordedTree tree = new RecordedTree("v2", root);
        String limit = tree.read("group/memory.max");
        try (ProcessGroup group = version2().create("run", CpuList.of(0))) {
            group.add(1);
            assertEquals(List.of(), group.processes());
            assertThrows(
                    IOException.class,
                    () -> group.limitReads("254:0", new ReadLimit(OptionalLong.of(1), OptionalLong.empty())));
        }
        assertTrue(tree.exists("group"));
        assertEquals(limit, tree.read("group/memory.max"));
        assertFalse(version2().mayLimitReads());
    }

    @Test
    void withoutMemoryControllerThereIsNoGroup() {
        assertThrows(
                IOException.class, () -> ContainerGroups.find(List.of("1 1 0:3 / /sys rw - sysfs sysfs rw"), ballast));
    }
}
