package io.laio.comparison.remote;

import io.laio.comparison.cache.NameCache;
import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.cgroup.CpuList;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.Launch;
import io.laio.comparison.plan.Plan;
import io.laio.comparison.plan.PlanException;
import io.laio.comparison.results.ServerName;
import io.laio.comparison.run.Affinity;
import io.laio.comparison.run.Host;
import io.laio.comparison.run.Processors;
import io.laio.comparison.run.Stage;
import io.laio.comparison.run.Stages;
import io.laio.linux.Linux;
import io.laio.testbed.disk.UnfitMachineException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Contestants in containers of their own, each with an agent. */
public final class RemoteStages implements Stages {
    private static final String SERVER = "{server}";

    private final String locations;
    private final String comparison;
    private final Map<String, ContainerFacts> facts;

    private RemoteStages(String locations, String comparison, Map<String, ContainerFacts> facts) {
        this.locations = locations;
        this.comparison = comparison;
        this.facts = facts;
    }

    /**
     * Asks the agents of all contestants of a plan what their containers are.
     *
     * @param locations the agents' URLs, in which <code>{server}</code> stands for a contestant's name without options
     * @param plan whose contestants
     * @return where they can be started
     * @throws PlanException if the URLs are none, or the plan asks for what containers cannot have
     * @throws UnfitMachineException if a container has too little memory for the plan
     * @throws IOException if an agent does not answer
     */
    public static RemoteStages connect(String locations, Plan plan) throws PlanException, IOException {
        requireSuitable(locations, plan);
        long budgetBytes = largestBudgetBytes(plan);
        String comparison = UUID.randomUUID().toString();
        Map<String, ContainerFacts> facts = new LinkedHashMap<>();
        for (String name : plan.cross().servers()) {
            String server = ServerName.parse(name).server();
            ContainerFacts found = facts(server, client(locations, server, comparison));
            facts.put(server, found);
            if (found.memoryLimitBytes() <= budgetBytes) {
                throw new UnfitMachineException(MemoryWords.tooLittle(server, found, budgetBytes, 0));
            }
        }
        return new RemoteStages(locations, comparison, facts);
    }

    /** Of those that do not depend on a workload. */
    private static long largestBudgetBytes(Plan plan) {
        return plan.cross().memory().stream()
                .mapToLong(memory -> memory.bytes(0))
                .max()
                .orElse(0);
    }

    private static void requireSuitable(String locations, Plan plan) throws PlanException {
        if (!locations.contains(SERVER) || !locations.startsWith("http://")) {
            throw new PlanException(
                    "--agents: http://, and " + SERVER + " in it for a contestant's name, not " + locations);
        }
        if (!plan.setup().disk().equals(Plan.Setup.NATIVE_DISK)) {
            throw new PlanException("--disk: containers have the machine's own disk only; "
                    + "docker compose run --rm disks compares on emulated ones");
        }
    }

    private static ContainerFacts facts(String server, AgentClient client) throws IOException {
        try {
            return client.get("/container", ContainerFacts.class);
        } catch (IOException e) {
            throw new IOException(
                    "no agent for " + server + " at " + client.location() + " (" + e.getMessage()
                            + "): is its service running?",
                    e);
        }
    }

    private static AgentClient client(String locations, String server, String comparison) {
        return new AgentClient(URI.create(locations.replace(SERVER, server)), comparison);
    }

    /**
     * Has all agents work for this comparison, and for no other, until the result is closed.
     *
     * @return keeps them
     * @throws UnfitMachineException if one works for another comparison
     * @throws IOException if one does not answer
     */
    public AgentLeases hold() throws IOException {
        return AgentLeases.hold(facts.keySet().stream()
                .map(server -> client(locations, server, comparison))
                .toList());
    }

    /**
     * What the machine below the containers lets this process do, and its control groups those of the containers.
     *
     * @return the host
     * @throws IOException if the kernel does not tell
     */
    public Host host() throws IOException {
        CpuList own = Affinity.allowed();
        ContainerFacts first = facts.values().iterator().next();
        return new Host(
                Linux.open(),
                divide(own, CpuList.parse(first.cpus())),
                new CgroupSupport.Available(new ForeignGroups(first.cgroupVersion()), List.of()),
                new NameCache(),
                List.of());
    }

    private static Processors divide(CpuList own, CpuList servers) {
        List<Integer> free =
                own.cpus().stream().filter(cpu -> !servers.cpus().contains(cpu)).toList();
        return new Processors(own, servers, free.isEmpty() ? servers : new CpuList(free));
    }

    @Override
    public Stage set(Launch launch, String name) throws ContestantException, IOException {
        String server = ServerName.parse(launch.contestant().name()).server();
        AgentClient agent = client(locations, server, comparison);
        Started started = agent.start(
                new Start(launch.contestant().name(), launch.documentRoot().toString(), launch.values()));
        InetAddress address = InetAddress.getByName(agent.location().getHost());
        return new RemoteStage(agent, launch, started, new InetSocketAddress(address, started.port()));
    }

    @Override
    public Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        facts.forEach((server, found) -> details.put("container " + server, found.words()));
        return details;
    }

    /** Of the containers that it matters for: the comparison's own needs none. */
    @Override
    public Optional<String> ioUring() {
        return Optional.of("see the containers");
    }
}
