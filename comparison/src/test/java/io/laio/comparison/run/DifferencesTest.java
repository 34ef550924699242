package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.ContestantInfo;
import io.laio.comparison.results.EnvironmentInfo;
import io.laio.comparison.results.PlanInfo;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What keeps a comparison from being gone on with, beside what {@link ResumeTest} shows. */
class DifferencesTest {
    private final Results begun = new SyntheticResults()
            .add(SyntheticRun.of("nginx", "rice", CacheState.COLD, 8, 1))
            .build();

    @Test
    void nothingDiffersFromItself() {
        assertEquals(List.of(), new Differences(begun).from(begun.plan(), begun.environment()));
    }

    @Test
    void anotherVersionOrConfigurationIsAnotherServer() {
        ContestantInfo was = begun.plan().contestants().getFirst();
        assertDiffers(
                "description of nginx was a server called nginx, is nginx/1.30",
                with(new ContestantInfo("nginx", "nginx/1.30", was.command(), was.filesSha256())));
        assertDiffers(
                "digest of the files of nginx was , is feed",
                with(new ContestantInfo("nginx", was.description(), was.command(), "feed")));
    }

    @Test
    void anotherDiskModelNetworkOrContainerIsAnotherMachine() {
        for (String name : List.of("emulatedDisk", "network", "container nginx")) {
            assertDiffers(name + " was one, is two", Map.of(name, "one"), Map.of(name, "two"));
        }
        assertDiffers("container nginx was unknown, is two", Map.of(), Map.of("container nginx", "two"));
    }

    @Test
    void theSameShaperUnderAnotherNumberIsTheSame() {
        assertEquals(
                List.of(),
                differences(
                        "c0ffee",
                        Map.of("network", "a link, qdisc tbf 8001: root refcnt 2"),
                        Map.of("network", "a link, qdisc tbf 80a2: root refcnt 2")));
    }

    /** In a container there is no repository. */
    @Test
    void whereNoCommitNamesTheBuildItIsCompared() {
        Map<String, String> one = Map.of("build", "one");
        Map<String, String> two = Map.of("build", "two");
        assertEquals(List.of(), differences("c0ffee", one, two));
        for (String commit : List.of("unknown", "c0ffee-dirty")) {
            assertEquals(List.of("the build, which no commit names, was one, is two"), differences(commit, one, two));
        }
    }

    private void assertDiffers(String words, PlanInfo now) {
        assertEquals(List.of(words), new Differences(begun).from(now, begun.environment()));
    }

    private void assertDiffers(String words, Map<String, String> before, Map<String, String> now) {
        List<String> found = differences("c0ffee", before, now);
        assertTrue(found.contains(words), found::toString);
    }

    private List<String> differences(String commit, Map<String, String> before, Map<String, String> now) {
        return new Differences(begun.withEnvironment(environment(commit, before)))
                .from(begun.plan(), environment(commit, now));
    }

    private EnvironmentInfo environment(String commit, Map<String, String> details) {
        EnvironmentInfo like = begun.environment();
        return new EnvironmentInfo(
                like.recordedAt(),
                commit,
                like.operatingSystem(),
                like.kernel(),
                like.architecture(),
                like.cpuModel(),
                like.cpus(),
                like.memoryBytes(),
                like.java(),
                like.ioUring(),
                like.cgroup(),
                like.fileSystem(),
                like.device(),
                details,
                List.of());
    }

    private PlanInfo with(ContestantInfo contestant) {
        PlanInfo like = begun.plan();
        return new PlanInfo(
                like.name(),
                like.commandLine(),
                like.seed(),
                List.of(contestant),
                like.workloads(),
                like.caches(),
                like.clients(),
                like.repeats(),
                like.scale(),
                like.memoryBudgetBytes(),
                like.maxSeconds(),
                like.disk(),
                like.network(),
                like.memoryBudgetsBytes(),
                like.skipped());
    }
}
