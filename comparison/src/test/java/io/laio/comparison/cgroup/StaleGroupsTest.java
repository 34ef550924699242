package io.laio.comparison.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleGroupsTest {
    /** Beyond the largest process id of Linux, 4,194,304 (proc_sys_kernel(5)). */
    private static final String ENDED = "99999999";

    private static final String OWN = Long.toString(ProcessHandle.current().pid());

    @TempDir
    Path root;

    private RecordedTree tree;

    @BeforeEach
    void copyTree() throws IOException {
        tree = new RecordedTree("v2", root);
    }

    private void group(String name, String processes) throws IOException {
        tree.create(root.resolve(name));
        tree.write(name + "/cgroup.procs", processes);
    }

    private CgroupSupport.Available detect() throws IOException {
        Path mountinfo = tree.mountinfo(List.of("34 30 0:30 / " + root + " rw - cgroup2 cgroup2 rw"));
        return assertInstanceOf(
                CgroupSupport.Available.class, new CgroupDetector(mountinfo, tree, CpuList.of(1)).detect());
    }

    @Test
    void emptyGroupsOfKilledComparisonsAreRemoved() throws IOException {
        group("laio-" + ENDED + "-001-flash-nb-b", "");
        group("laio-probe-" + ENDED, "");
        assertEquals(List.of(), detect().leftBehind());
        assertFalse(tree.exists("laio-" + ENDED + "-001-flash-nb-b"));
        assertFalse(tree.exists("laio-probe-" + ENDED));
    }

    @Test
    void groupsOfOthersAndOfLivingComparisonsStay() throws IOException {
        List<String> names = List.of("laio-" + OWN + "-001-flash-nb-b", "laio", "laio-x", "system-" + ENDED, "x.slice");
        for (String name : names) {
            group(name, "");
        }
        assertEquals(List.of(), detect().leftBehind());
        names.forEach(name -> assertTrue(tree.exists(name), name));
    }

    @Test
    void aServerThatNobodyWillEndIsTold() throws IOException {
        group("laio-" + ENDED + "-002-nginx", "4711\n4712\n");
        assertEquals(List.of(4711L, 4712L), detect().leftBehind());
        assertTrue(tree.exists("laio-" + ENDED + "-002-nginx"));
    }

    @Test
    void aServerThatNobodyWillEndCanBeEnded() throws Exception {
        Process server = new ProcessBuilder("sleep", "600").start();
        try {
            String stale = "laio-" + ENDED + "-002-nginx";
            group(stale, server.pid() + "\n");
            group("laio-" + OWN + "-001-mine", ProcessHandle.current().pid() + "\n");
            StaleGroups groups = new StaleGroups(
                    tree,
                    pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
            assertEquals(List.of(server.pid()), groups.end(List.of(root)));
            assertEquals(128 + 9, server.waitFor(), "SIGKILL");
            assertFalse(tree.exists(stale));
            assertTrue(tree.exists("laio-" + OWN + "-001-mine"));
            assertEquals(List.of(), groups.end(List.of(root)));
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void aGroupThatOnlyLooksEmptyStays() throws IOException {
        Path group = Files.createDirectory(root.resolve("laio-" + ENDED));
        Files.createFile(group.resolve("cgroup.procs"));
        GroupDirectories busy = new GroupDirectories() {
            @Override
            public void create(Path directory) {
                throw new AssertionError("nothing is to be made");
            }

            @Override
            public void remove(Path directory) throws IOException {
                throw new GroupBusyException(directory);
            }
        };
        assertEquals(List.of(), new StaleGroups(busy, pid -> false).remove(List.of(root)));
    }

    @Test
    void everyHierarchyOfVersion1IsLookedAt() throws IOException {
        Path other = Files.createDirectory(root.resolve("v1"));
        RecordedTree version1 = new RecordedTree("v1", other);
        String name = "laio-" + ENDED + "-001-a";
        for (String controller : CgroupMounts.V1_CONTROLLERS) {
            version1.create(other.resolve(controller).resolve(name));
            version1.write(controller + "/" + name + "/cgroup.procs", "");
        }
        V1ProcessGroups groups = new V1ProcessGroups(
                java.util.Map.of("memory", other.resolve("memory"), "cpuset", other.resolve("cpuset")), version1);
        assertEquals(List.of(), groups.removeStale());
        assertFalse(version1.exists("memory/" + name));
        assertFalse(version1.exists("cpuset/" + name));
    }
}
