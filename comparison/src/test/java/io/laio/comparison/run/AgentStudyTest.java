package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.cache.NameCache;
import io.laio.comparison.cgroup.Ballast;
import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.cgroup.ContainerGroups;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.remote.Agent;
import io.laio.comparison.remote.AgentServer;
import io.laio.comparison.remote.Lease;
import io.laio.comparison.remote.RemoteStages;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import io.laio.linux.Linux;
import io.laio.testbed.disk.UnfitMachineException;
import io.laio.testbed.network.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A comparison whose server an agent starts: all that goes between them goes over HTTP, and the container is recorded files. */
@Timeout(240)
final class AgentStudyTest {
    private static final long BUDGET_BYTES = 134_217_728; // 1/16 of 2 GiB
    private static final long OWN_BYTES = 30_000_000;
    private static final long ROOM_BYTES = 8 << 20;

    @TempDir
    Path directory;

    private final Ballast ballast = new Ballast(Linux::open);
    private Optional<AgentServer> server = Optional.empty();

    @BeforeEach
    void container() throws IOException {
        Path cgroup = Files.createDirectories(directory.resolve("cgroup"));
        Files.writeString(cgroup.resolve("memory.stat"), "anon " + OWN_BYTES + "\nfile 1000000\nkernel 0\n");
        Files.writeString(cgroup.resolve("memory.events"), "oom_kill 1\n");
        Files.writeString(cgroup.resolve("cpu.stat"), "usage_usec 86400000000\n");
        limit(BUDGET_BYTES + OWN_BYTES + ROOM_BYTES);
    }

    private void limit(long bytes) throws IOException {
        Files.writeString(directory.resolve("cgroup/memory.max"), bytes + "\n");
    }

    @AfterEach
    void endAgent() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }

    /** Where it is. */
    private String agent(String name) throws IOException {
        ContainerGroups groups =
                ContainerGroups.find(List.of("34 30 0:30 / " + directory + "/cgroup ro - cgroup2 cgroup rw"), ballast);
        Path own = Files.createDirectories(directory.resolve("agent"));
        Agent agent =
                new Agent(new Agent.Setting(name, directory, own, new Loopback()), groups, ballast, Affinity.allowed());
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = Optional.of(new AgentServer(agent, new Lease(name, System::nanoTime), any));
        return "http://127.0.0.1:" + server.get().address().getPort() + "/{server}/";
    }

    private Fixture fixture() throws IOException {
        return new Fixture(
                directory,
                new Host(
                        Linux.open(),
                        Processors.divide(Affinity.allowed()),
                        new CgroupSupport.Unavailable("not asked", "none"),
                        new NameCache(directory.resolve("absent")),
                        List.of()));
    }

    private static Study study(Fixture fixture, String servers, String caches, String agent) throws Exception {
        StudySetup local = fixture.setup(servers, caches);
        RemoteStages stages = RemoteStages.connect(agent, local.plan());
        return new Study(local.at(stages.host(), stages), List.of("bin/laio", "compare"));
    }

    private static String message(Exception error) {
        return String.valueOf(error.getMessage());
    }

    @Test
    void aServerIsMeasuredWhereItsAgentStartsIt() throws Exception {
        Fixture fixture = fixture();
        fixture.contestant("a", "well");
        Results results = study(fixture, "a", "cold,warm", agent("a")).carryOut();
        assertEquals(2, results.runs().size());
        for (RunResult run : results.runs()) {
            assertEquals(List.of(), run.validity().invalidReasons());
            assertEquals(40, run.performance().requests());
            assertEquals(BUDGET_BYTES, run.setting().memoryBudgetBytes());
        }
        String container = results.environment().details().get("container a");
        assertTrue(String.valueOf(container).contains("in force (cgroup v2)"), () -> "details: " + container);
        assertEquals("v2", results.environment().cgroup());
        assertEquals(List.of(), fixture.survivors());
        assertEquals(0, ballast.bytes());
    }

    @Test
    void aServersOutputIsKeptWithTheResults() throws Exception {
        Fixture fixture = fixture();
        fixture.contestant("a", "well");
        study(fixture, "a", "cold", agent("a")).carryOut();
        String log = Files.readString(fixture.results().resolve("logs/001-a/output.log"));
        assertTrue(log.contains("http://"), log);
    }

    @Test
    void whatTheServerSaysOfItsContainerIsTold() throws Exception {
        Fixture fixture = fixture();
        fixture.contestant("a", "unfit");
        Study study = study(fixture, "a", "cold", agent("a"));
        ContestantException error = assertThrows(ContestantException.class, study::carryOut);
        assertEquals(ContestantException.Kind.ENVIRONMENT_UNFIT, error.kind());
    }

    @Test
    void anAgentStartsNobodyElse() throws Exception {
        Fixture fixture = fixture();
        fixture.contestant("a", "well");
        Study study = study(fixture, "a", "cold", agent("b"));
        ContestantException error = assertThrows(ContestantException.class, study::carryOut);
        assertTrue(message(error).contains("this container is b's"), error::toString);
    }

    @Test
    void aContainerWithoutRoomForTheBudgetIsRefused() throws Exception {
        Fixture fixture = fixture();
        fixture.contestant("a", "well");
        limit(BUDGET_BYTES);
        String agent = agent("a");
        assertThrows(UnfitMachineException.class, () -> study(fixture, "a", "cold", agent));
    }

    @Test
    void aContainerWithoutRoomForTheServerItselfIsRefused() throws Exception {
        Fixture fixture = fixture();
        fixture.contestant("a", "well");
        limit(BUDGET_BYTES + OWN_BYTES / 2);
        Study study = study(fixture, "a", "cold", agent("a"));
        IOException error = assertThrows(IOException.class, study::carryOut);
        assertTrue(message(error).contains("LAIO_MEMORY_LIMIT"), error::toString);
        assertEquals(List.of(), fixture.survivors());
    }

    @Test
    void whereNoAgentAnswersTheServiceIsNamed() throws Exception {
        Fixture fixture = fixture();
        fixture.contestant("a", "well");
        String agent = agent("a");
        endAgent();
        IOException error = assertThrows(IOException.class, () -> study(fixture, "a", "cold", agent));
        assertTrue(message(error).startsWith("no agent for a at "), error::toString);
    }
}
