package io.laio.comparison.cli;

import io.laio.comparison.cgroup.Ballast;
import io.laio.comparison.cgroup.ContainerGroups;
import io.laio.comparison.cgroup.CpuList;
import io.laio.comparison.contestant.ExitCodes;
import io.laio.comparison.plan.ByteSize;
import io.laio.comparison.remote.Agent;
import io.laio.comparison.remote.AgentServer;
import io.laio.comparison.remote.ContainerNetwork;
import io.laio.comparison.remote.Lease;
import io.laio.comparison.run.Affinity;
import io.laio.linux.Linux;
import io.laio.testbed.disk.UnfitMachineException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/laio agent}: starts a server in this container for a comparison in another one. */
@Command(
        name = "agent",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts a server in this container whenever a comparison in another one asks (compare --agents), and keeps its memory.",
            "Whoever reaches the port can do so: it belongs on a network of containers, never on a published port."
        },
        footerHeading = "%nExample:%n",
        footer = "  bin/laio agent flash-nb-b --memory-limit 512M --cpus 0")
public final class AgentCommand implements Callable<Integer> {
    private static final String PORT = "7004";
    private static final long CHECK_SECONDS = Lease.SILENCE.toSeconds() / 4;

    @Parameters(paramLabel = "NAME", description = "The server that this container is for.")
    private String server = "";

    @Option(
            names = "--memory-limit",
            paramLabel = "BYTES",
            description = "Refuse to start unless this is the memory limit in force.")
    private Optional<String> memoryLimit = Optional.empty();

    @Option(
            names = "--cpus",
            paramLabel = "LIST",
            description = "Refuse to start unless these are the processors in force.")
    private Optional<String> cpus = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = PORT,
            description = "Where to listen, at the container's own address (default: ${DEFAULT-VALUE}; 0: any).")
    private int port;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Makes the command; picocli fills in its options. */
    public AgentCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        CpuList allowed = Affinity.allowed();
        try (Ballast ballast = new Ballast(Linux::open)) {
            ContainerGroups groups = ContainerGroups.ofThisProcess(ballast);
            requireInForce(groups.memoryLimitBytes(), allowed);
            serve(new Agent(setting(), groups, ballast, allowed));
        } catch (UnfitMachineException e) {
            throw new CompareFailure(e, ExitCodes.ENVIRONMENT_UNFIT);
        }
        return ExitCodes.GOOD;
    }

    private Agent.Setting setting() throws IOException {
        Path home = Path.of(System.getProperty("laio.home", "")).toAbsolutePath();
        return new Agent.Setting(server, home, Files.createTempDirectory("laio-agent"), ContainerNetwork.here());
    }

    /** A container whose limits were ignored would measure something else in silence. */
    private void requireInForce(long limitBytes, CpuList allowed) throws UnfitMachineException {
        if (memoryLimit.isPresent() && ByteSize.parse(memoryLimit.get()) != limitBytes) {
            throw new UnfitMachineException("the memory limit in force is " + limitBytes + " bytes, not "
                    + memoryLimit.get() + ": does the container engine keep mem_limit?");
        }
        if (cpus.isPresent() && !CpuList.parse(cpus.get()).equals(allowed)) {
            throw new UnfitMachineException("the processors in force are " + allowed + ", not " + cpus.get()
                    + ": does the container engine keep cpuset?");
        }
    }

    /** Until a signal: the hook ends the server that runs, before this process is gone. */
    private void serve(Agent agent) throws IOException, InterruptedException {
        AgentServer http = new AgentServer(
                agent,
                new Lease(server, System::nanoTime),
                new InetSocketAddress(ContainerNetwork.here().serverAddress(), port));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(http), "agent-end"));
        spec.commandLine()
                .getOut()
                .println("agent of " + server + " ready at http://"
                        + http.address().getAddress().getHostAddress() + ":"
                        + http.address().getPort() + "/: "
                        + agent.facts().words());
        spec.commandLine().getOut().flush();
        watch(http);
    }

    /** Nobody is told when a comparison is killed. */
    private void watch(AgentServer http) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        while (!end.await(CHECK_SECONDS, TimeUnit.SECONDS)) {
            attempt(http::endIfSilent);
        }
    }

    private void end(AgentServer http) {
        attempt(http::close);
    }

    private interface Step {
        void take() throws IOException;
    }

    private void attempt(Step step) {
        try {
            step.take();
        } catch (IOException e) {
            spec.commandLine().getErr().println("laio agent: " + e.getMessage());
            spec.commandLine().getErr().flush();
        }
    }
}
