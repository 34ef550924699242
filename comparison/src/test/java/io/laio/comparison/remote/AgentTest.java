package io.laio.comparison.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.cgroup.Ballast;
import io.laio.comparison.cgroup.ContainerGroups;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.FakeContestants;
import io.laio.comparison.run.Affinity;
import io.laio.linux.Linux;
import io.laio.testbed.disk.UnfitMachineException;
import io.laio.testbed.network.Loopback;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** For whom an agent works, and what becomes of what a comparison has left. The container is recorded files, time is set. */
@Timeout(120)
final class AgentTest {
    private static final long BUDGET_BYTES = 134_217_728;
    private static final long OWN_BYTES = 30_000_000;
    private static final long ROOM_BYTES = 8 << 20;
    private static final long ALMOST_SILENT_NANOS = Lease.SILENCE.toNanos() - 1;

    private final Path directory;
    private final AtomicLong nanos = new AtomicLong();
    private final Ballast ballast = new Ballast(Linux::open);
    private final AgentServer server;

    AgentTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        Path cgroup = Files.createDirectories(directory.resolve("cgroup"));
        Files.writeString(cgroup.resolve("memory.stat"), "anon " + OWN_BYTES + "\nfile 1000000\nkernel 0\n");
        Files.writeString(cgroup.resolve("memory.events"), "oom_kill 0\n");
        Files.writeString(cgroup.resolve("cpu.stat"), "usage_usec 86400000000\n");
        Files.writeString(cgroup.resolve("memory.max"), BUDGET_BYTES + OWN_BYTES + ROOM_BYTES + "\n");
        FakeContestants.write(Files.createDirectories(directory.resolve("config/contestants")), "a", "well");
        server = new AgentServer(
                agent(cgroup), new Lease("a", nanos::get), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private Agent agent(Path cgroup) throws IOException {
        ContainerGroups groups =
                ContainerGroups.find(List.of("34 30 0:30 / " + cgroup + " ro - cgroup2 cgroup rw"), ballast);
        Path own = Files.createDirectories(directory.resolve("agent"));
        return new Agent(new Agent.Setting("a", directory, own, new Loopback()), groups, ballast, Affinity.allowed());
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    private URI location() {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + "/");
    }

    private AgentClient comparison(String name) {
        return new AgentClient(location(), name);
    }

    private AgentClient working(String name) throws ContestantException, IOException {
        AgentClient client = comparison(name);
        Path documents = Files.createDirectories(directory.resolve("documents"));
        client.start(new Start("a", documents.toString(), Map.of()));
        return client;
    }

    private static long survivors() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .count();
    }

    @Test
    void whatAKilledComparisonHasLeftIsEnded() throws Exception {
        working("one").post("/budget", new Amount(BUDGET_BYTES));
        assertTrue(ballast.bytes() > 0, "ballast");
        nanos.addAndGet(ALMOST_SILENT_NANOS);
        server.endIfSilent();
        assertEquals(1, survivors());
        nanos.addAndGet(1);
        server.endIfSilent();
        assertEquals(0, survivors());
        assertEquals(0, ballast.bytes());
    }

    @Test
    void aComparisonThatIsHeardOfKeepsItsServer() throws Exception {
        AgentClient one = working("one");
        nanos.addAndGet(ALMOST_SILENT_NANOS);
        one.claim();
        nanos.addAndGet(ALMOST_SILENT_NANOS);
        server.endIfSilent();
        assertEquals(1, survivors());
    }

    @Test
    void anotherComparisonIsRefusedMeanwhile() throws Exception {
        working("one");
        nanos.addAndGet(3_000_000_000L);
        UnfitMachineException refusal = assertThrows(UnfitMachineException.class, comparison("two")::claim);
        assertEquals(
                "the agent of a works for another comparison, last heard of 3 s ago: wait for its end, or, if it was killed, "
                        + "for 120 s after that",
                refusal.getMessage());
        assertThrows(ContestantException.class, () -> working("two"));
        assertThrows(IOException.class, () -> comparison("two").delete("/server"));
        assertEquals(1, survivors());
    }

    @Test
    void afterSilenceAnotherComparisonFindsNothingOfTheFirst() throws Exception {
        AgentClient one = working("one");
        nanos.addAndGet(Lease.SILENCE.toNanos());
        comparison("two").claim();
        assertEquals(0, survivors());
        assertThrows(IOException.class, () -> one.get("/server/usage", Usage.class));
    }

    @Test
    void whatAComparisonHoldsIsFreeWhenItEnds() throws Exception {
        AgentClient one = working("one");
        AgentLeases leases = AgentLeases.hold(List.of(one));
        assertThrows(IOException.class, comparison("two")::claim);
        leases.close();
        assertEquals(0, survivors());
        comparison("two").claim();
    }

    @Test
    void whoNamesNoComparisonIsOnlyToldOfTheContainer() throws Exception {
        assertEquals(HttpURLConnection.HTTP_OK, answerTo("container"));
        assertEquals(HttpURLConnection.HTTP_CONFLICT, answerTo("server/output"));
    }

    private int answerTo(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) location().resolve(path).toURL().openConnection();
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
