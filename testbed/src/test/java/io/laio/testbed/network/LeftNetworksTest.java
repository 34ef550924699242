package io.laio.testbed.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that are there: those of killed processes, and those that are to stay. In a directory instead of the kernel. */
class LeftNetworksTest {
    private static final long DEAD = 4711;
    private static final long ALIVE = 4712;

    @TempDir
    Path directory;

    private final RecordingCommands commands = RecordingCommands.saying("");

    private StaleNetworks stale(Commands with) {
        return new StaleNetworks(directory, with, pid -> pid == ALIVE);
    }

    private void there(String... namespaces) throws IOException {
        for (String namespace : namespaces) {
            Files.createFile(directory.resolve(namespace));
        }
    }

    @Test
    void onlyNetworksOfEndedProcessesAreStale() throws Exception {
        there(
                "laio-4711-server",
                "laio-4711-client",
                "laio-4712-server",
                "laio-gigabit-server",
                "other",
                "laio-4711-x");
        assertEquals(
                List.of("laio-4711-server", "laio-4711-client"), stale(commands).find());
        assertEquals(List.of(), commands.run);
        stale(commands).remove();
        assertEquals(
                List.of(
                        "ip netns pids laio-4711-server",
                        "ip netns pids laio-4711-client",
                        "ip netns del laio-4711-server",
                        "ip netns del laio-4711-client"),
                commands.run);
    }

    @Test
    void halfOfOneIsRemovedToo() throws Exception {
        there("laio-4711-client");
        stale(commands).remove();
        assertEquals(List.of("ip netns pids laio-4711-client", "ip netns del laio-4711-client"), commands.run);
    }

    @Test
    void whereNoNamespaceEverHadANameThereIsNothingToDo() throws Exception {
        StaleNetworks none = new StaleNetworks(directory.resolve("absent"), commands, pid -> false);
        assertEquals(List.of(), none.find());
        assertEquals(List.of(), none.remove());
        assertEquals(List.of(), commands.run);
    }

    @Test
    void whatStillRunsInAStaleNetworkIsEnded() throws Exception {
        there("laio-4711-server");
        Process forgotten = new ProcessBuilder("sleep", "600").start();
        stale(RecordingCommands.saying(forgotten.pid() + "\n")).remove();
        assertEquals(128 + 9, forgotten.waitFor());
    }

    @Test
    void whatCannotBeRemovedIsSaidWithTheCommandForIt() throws Exception {
        there("laio-4711-server", "laio-4711-client");
        NetworkException error = assertThrows(
                NetworkException.class, stale(RecordingCommands.failing(command -> command.contains("del")))::remove);
        String message = String.valueOf(error.getMessage());
        assertTrue(message.endsWith("ip netns del laio-4711-server && ip netns del laio-4711-client"), message);
    }

    @Test
    void whatSomebodyElseRemovesMeanwhileIsRemoved() throws Exception {
        there("laio-4711-server");
        Commands racing = command -> {
            if (command.contains("del")) {
                assertTrue(directory.resolve("laio-4711-server").toFile().delete());
                throw CommandException.failed(command, 1, "Cannot remove namespace file: No such file or directory");
            }
            return "";
        };
        assertEquals(
                List.of("laio-" + DEAD + "-server", "laio-" + DEAD + "-client"),
                stale(racing).remove());
    }

    @Test
    void thereIsOneNetworkOfALinkAtMost() throws Exception {
        there("laio-gigabit-client");
        KeptNetworks kept = new KeptNetworks(directory, commands);
        NetworkException error = assertThrows(NetworkException.class, () -> kept.up(Links.named("gigabit")));
        assertTrue(String.valueOf(error.getMessage()).contains("up already"), error::toString);
        assertEquals(List.of(), commands.run);
        kept.up(Links.named("other"));
        assertTrue(commands.run.contains("ip netns add laio-other-server"), commands.run::toString);
    }

    @Test
    void aNetworkInUseIsNotTakenDown() throws Exception {
        there("laio-gigabit-server");
        long self = ProcessHandle.current().pid();
        RecordingCommands inUse = RecordingCommands.saying(self + "\n");
        NetworkException error =
                assertThrows(NetworkException.class, () -> new KeptNetworks(directory, inUse).down("gigabit"));
        assertTrue(String.valueOf(error.getMessage()).endsWith("kill " + self), error::toString);
        assertFalse(inUse.run.contains("ip netns del laio-gigabit-server"), inUse.run::toString);
    }

    @Test
    void onlyWhatWasMadeToStayIsTakenDownByName() throws Exception {
        there("laio-gigabit-server", "laio-gigabit-client", "laio-4712-server");
        KeptNetworks kept = new KeptNetworks(directory, commands);
        assertFalse(kept.down("4712"));
        assertFalse(kept.down("ghost"));
        assertEquals(List.of(), commands.run);
        assertTrue(kept.down("gigabit"));
        assertTrue(commands.run.contains("ip netns del laio-gigabit-server"), commands.run::toString);
        assertTrue(commands.run.contains("ip netns del laio-gigabit-client"), commands.run::toString);
        assertEquals(
                List.of(
                        new KeptNetworks.Entry("4712", "laio-4712-server", "laio-4712-client", true),
                        new KeptNetworks.Entry("gigabit", "laio-gigabit-server", "laio-gigabit-client", false)),
                kept.list());
    }
}
