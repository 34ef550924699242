package io.laio.testbed.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Without a kernel: what is run, and what is taken back. With one: {@link EmulatedNetworkRootTest}. */
class EmulatedNetworkTest {
    private static final LinkModel GIGABIT = Links.named("gigabit");
    private static final NetworkNames NAMES = NetworkNames.of(4711);
    private static final EndCpus CPUS = new EndCpus(3, 33);
    private static final String SERVER = "ip netns del laio-4711-server";
    private static final String CLIENT = "ip netns del laio-4711-client";
    private static final String LINK = "ip -n laio-4711-server link del laio0";

    @Test
    void bothEndsAreShapedBeforeAnybodyUsesThem() throws Exception {
        RecordingCommands commands = RecordingCommands.saying("qdisc tbf 8001: root\n");
        try (EmulatedNetwork network = EmulatedNetwork.make(GIGABIT, NAMES, CPUS, commands)) {
            for (String end : NAMES.both()) {
                assertTrue(
                        commands.run.contains("tc -n " + end
                                + " qdisc add dev laio0 root tbf rate 984395319bit burst 131072 limit 1514000"),
                        commands.run::toString);
            }
            assertEquals("gigabit", network.name());
            assertTrue(network.isEmulated());
            assertTrue(network.description().endsWith("at both ends qdisc tbf 8001: root"), network.description());
            assertEquals("198.18.0.1", network.serverAddress().getHostAddress());
            assertEquals(List.of("nsenter", "--net=/run/netns/laio-4711-server", "--"), network.serverLauncher());
        }
    }

    @Test
    void eachEndHasItsOwnProcessor() throws Exception {
        RecordingCommands commands = RecordingCommands.saying("");
        EmulatedNetwork.make(GIGABIT, NAMES, CPUS, commands).close();
        String steer = "echo %s >/sys/class/net/laio0/queues/rx-0/rps_cpus";
        assertTrue(
                commands.run.contains("ip netns exec laio-4711-server sh -c " + String.format(steer, "8")),
                commands.run::toString);
        assertTrue(
                commands.run.contains("ip netns exec laio-4711-client sh -c " + String.format(steer, "2,00000000")),
                commands.run::toString);
    }

    @Test
    void whatWasMadeIsRemovedInReverseAndOnce() throws Exception {
        RecordingCommands commands = RecordingCommands.saying("");
        EmulatedNetwork network = EmulatedNetwork.make(GIGABIT, NAMES, CPUS, commands);
        commands.run.clear();
        network.close();
        network.close();
        assertEquals(List.of(LINK, CLIENT, SERVER), commands.run);
    }

    @TestFactory
    Stream<DynamicTest> whicheverStepFailsAllBeforeItIsTakenBack() {
        List<Step> steps = LinkSteps.of(GIGABIT, NAMES, CPUS);
        return IntStream.range(0, steps.size())
                .mapToObj(failing -> DynamicTest.dynamicTest(
                        String.join(" ", steps.get(failing).command()), () -> assertUnwound(steps, failing)));
    }

    private static void assertUnwound(List<Step> steps, int failing) {
        String fatal = String.join(" ", steps.get(failing).command());
        RecordingCommands commands = RecordingCommands.failing(fatal::equals);
        NetworkException error =
                assertThrows(NetworkException.class, () -> EmulatedNetwork.make(GIGABIT, NAMES, CPUS, commands));
        String message = String.valueOf(error.getMessage());
        assertTrue(
                message.startsWith("the network gigabit cannot be made: \"" + fatal + "\" says: RTNETLINK"), message);
        assertTrue(message.endsWith("; " + steps.get(failing).remedy()), message);
        assertFalse(message.contains("\n"), message);
        assertEquals(4, error.getExitCode());
        List<String> expected = new ArrayList<>();
        steps.stream()
                .limit(failing + 1L)
                .map(step -> String.join(" ", step.command()))
                .forEach(expected::add);
        steps.stream()
                .limit(failing)
                .filter(step -> !step.undo().isEmpty())
                .map(step -> String.join(" ", step.undo()))
                .toList()
                .reversed()
                .forEach(expected::add);
        assertEquals(expected, commands.run);
    }

    @Test
    void aShaperThatCannotBeReadBackIsNoNetwork() {
        RecordingCommands commands = RecordingCommands.failing(command -> command.contains("qdisc show"));
        assertThrows(NetworkException.class, () -> EmulatedNetwork.make(GIGABIT, NAMES, CPUS, commands));
        assertTrue(commands.run.containsAll(List.of(LINK, CLIENT, SERVER)), commands.run::toString);
    }

    @Test
    void whoLacksTheProgramIsToldWhatToInstall() {
        RecordingCommands commands = RecordingCommands.absent("tc");
        NetworkException error =
                assertThrows(NetworkException.class, () -> EmulatedNetwork.make(GIGABIT, NAMES, CPUS, commands));
        String message = String.valueOf(error.getMessage());
        assertTrue(message.contains("tc cannot be started"), message);
        assertTrue(message.endsWith("apt-get install iproute2)"), message);
        assertTrue(commands.run.containsAll(List.of(LINK, CLIENT, SERVER)), commands.run::toString);
    }

    @Test
    void whatCannotBeRemovedIsReportedAndTheRestRemoved() throws Exception {
        RecordingCommands commands = RecordingCommands.failing(command -> command.contains(" del "));
        EmulatedNetwork network = EmulatedNetwork.make(GIGABIT, NAMES, CPUS, commands);
        commands.run.clear();
        NetworkException error = assertThrows(NetworkException.class, network::close);
        assertEquals(List.of(LINK, CLIENT, SERVER), commands.run);
        assertTrue(String.valueOf(error.getMessage()).contains(LINK), error::toString);
        assertEquals(2, error.getSuppressed().length);
    }

    @Test
    void aFailureWhileUnwindingDoesNotHideTheFirst() {
        RecordingCommands commands =
                RecordingCommands.failing(command -> command.contains("qdisc add") || command.equals(SERVER));
        NetworkException error =
                assertThrows(NetworkException.class, () -> EmulatedNetwork.make(GIGABIT, NAMES, CPUS, commands));
        assertTrue(String.valueOf(error.getMessage()).contains("qdisc add"), error::toString);
        assertTrue(error.getSuppressed()[0].toString().contains(SERVER), error.getSuppressed()[0]::toString);
    }
}
