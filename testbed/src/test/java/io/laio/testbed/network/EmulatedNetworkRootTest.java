package io.laio.testbed.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.laio.linux.Linux;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real namespaces and a real link. */
@Tag("root")
class EmulatedNetworkRootTest {
    private static final LinkModel GIGABIT = new LinkModels(Path.of("..", "config", "networks")).find("gigabit");

    private final SystemCommands commands = new SystemCommands();

    /** Asked of the system's own tools: a failure of ours must not be taken for a machine that cannot. */
    @BeforeAll
    static void requireNamespaces() throws Exception {
        for (String command : List.of("ip", "tc", "unshare")) {
            assumeTrue(
                    succeeds("sh", "-c", "command -v " + command), command + " is not installed: no link can be made");
        }
        assumeTrue(
                succeeds("unshare", "--net", "true"),
                "unshare --net is refused: no network namespace may be made here, although this is root");
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void aServerAtOneEndIsReachedFromTheOtherAndFromNowhereElse() throws Exception {
        try (EmulatedNetwork network = EmulatedNetwork.make(GIGABIT, EndCpus.firstTwo(), commands);
                ServerSocket listener = listen(network)) {
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> echoOnce(listener));
            InetSocketAddress server = new InetSocketAddress(network.serverAddress(), listener.getLocalPort());
            byte[] sent = new byte[200_000]; // more than one packet, and than the shaper lets pass at once
            Arrays.fill(sent, (byte) 7);
            byte[] received = network.asClient(() -> exchange(server, sent));
            echo.join();
            assertArrayEquals(sent, received);
            assertThrows(IOException.class, () -> {
                try (Socket outside = new Socket()) {
                    outside.bind(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // no way leads there from here
                    outside.connect(server);
                }
            });
        }
    }

    @Test
    void aServerIsReachedAtItsOwnEndWithoutTheLink() throws Exception {
        try (EmulatedNetwork network = EmulatedNetwork.make(GIGABIT, EndCpus.firstTwo(), commands);
                ServerSocket listener = listen(network)) {
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> echoOnce(listener));
            byte[] sent = new byte[200_000];
            Arrays.fill(sent, (byte) 7);
            byte[] received = network.asServer(
                    () -> exchange(new InetSocketAddress(network.serverAddress(), listener.getLocalPort()), sent));
            echo.join();
            assertArrayEquals(sent, received);
            long onTheLink = Long.parseLong(commands.run(List.of(
                            "ip",
                            "netns",
                            "exec",
                            NetworkNames.of(ProcessHandle.current().pid()).server(),
                            "cat",
                            "/sys/class/net/laio0/statistics/tx_bytes"))
                    .strip());
            assertTrue(onTheLink < sent.length, () -> onTheLink + " bytes went over the link");
        }
    }

    /** A socket belongs to the namespace in which it was made, whoever uses it. */
    private static ServerSocket listen(EmulatedNetwork network) throws IOException {
        Path namespace = Path.of(network.serverLauncher().get(1).substring("--net=".length()));
        return new NamespaceVisit(namespace)
                .during(Linux.open(), () -> new ServerSocket(0, 5, network.serverAddress()));
    }

    private static void echoOnce(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] exchange(InetSocketAddress server, byte[] sent) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(server);
            CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            socket.getOutputStream().write(sent);
            socket.shutdownOutput();
            return answer.join();
        }
    }

    @Test
    void aCommandRunsAtTheServersEndUnderItsOwnProcessId() throws Exception {
        try (EmulatedNetwork network = EmulatedNetwork.make(GIGABIT, EndCpus.firstTwo(), commands)) {
            List<String> command = new ArrayList<>(network.serverLauncher());
            command.addAll(List.of("sh", "-c", "echo $$; ip -o -4 addr show dev laio0"));
            Process process = new ProcessBuilder(command).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(output.startsWith(process.pid() + "\n"), output);
            assertTrue(output.contains("198.18.0.1/30"), output);
            assertTrue(network.description().contains("rate 984"), network.description());
        }
    }

    @Test
    void afterwardsNothingIsLeftAndTheThreadIsBack() throws Exception {
        String linksBefore = commands.run(List.of("ip", "-o", "link"));
        Path own = Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net"));
        EmulatedNetwork network = EmulatedNetwork.make(GIGABIT, EndCpus.firstTwo(), commands);
        Path there = network.asClient(() -> Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")));
        assertFalse(own.equals(there));
        assertEquals(own, Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")));
        network.close();
        String name = "laio-" + ProcessHandle.current().pid();
        assertFalse(commands.run(List.of("ip", "netns", "list")).contains(name));
        assertEquals(linksBefore, commands.run(List.of("ip", "-o", "link")));
    }

    /** A second one of the same name is refused by its first step, and the first one is not what is unwound. */
    @Test
    void aRefusedNetworkTakesNothingOfAnotherAlong() throws Exception {
        try (EmulatedNetwork network = EmulatedNetwork.make(GIGABIT, EndCpus.firstTwo(), commands)) {
            assertThrows(NetworkException.class, () -> EmulatedNetwork.make(GIGABIT, EndCpus.firstTwo(), commands));
            assertEquals("there", network.asClient(() -> "there"));
        }
    }

    @Test
    void whatAKilledProcessLeftBehindIsRemovedWithAllThatRunsInIt() throws Exception {
        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        NetworkNames names = NetworkNames.of(killed.pid());
        EmulatedNetwork left =
                EmulatedNetwork.make(GIGABIT, names, EndCpus.firstTwo(), commands); // and nobody closes it
        List<String> command = new ArrayList<>(left.serverLauncher());
        command.addAll(List.of("sh", "-c", "echo in; exec sleep 600"));
        Process forgotten = new ProcessBuilder(command).start();
        assertEquals('i', forgotten.getInputStream().read());
        StaleNetworks stale = StaleNetworks.ofThisMachine();
        assertTrue(stale.find().containsAll(names.both()), stale.find()::toString);
        assertTrue(stale.remove().containsAll(names.both()));
        assertEquals(128 + 9, forgotten.waitFor());
        assertFalse(commands.run(List.of("ip", "netns", "list")).contains("laio-" + killed.pid()));
        assertEquals(List.of(), stale.find());
    }
}
