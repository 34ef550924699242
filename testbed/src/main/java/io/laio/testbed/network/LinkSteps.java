package io.laio.testbed.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is to be done to have two network namespaces and a shaped link between them: commands of iproute2, in order. A link's
 * two ends are made where they belong, so that the rest of the machine never sees them.
 */
final class LinkSteps {
    /** The name of the link's end in either namespace. */
    static final String DEVICE = "laio0";

    /** 198.18.0.0/15 is for benchmarks between networks, and routed nowhere (RFC 2544, C.2.2; RFC 6890). */
    static final InetAddress SERVER = address(1);

    /** The clients' end. */
    static final InetAddress CLIENT = address(2);

    private static final int PREFIX_BITS = 30; // two hosts

    private static final String MAY_NOT =
            "it takes root with CAP_SYS_ADMIN and CAP_NET_ADMIN (in a container: --privileged) and a kernel with CONFIG_NET_NS";
    private static final String NO_PAIR = "it takes a kernel with CONFIG_VETH (modprobe veth)";
    private static final String NO_SHAPER = "it takes a kernel with CONFIG_NET_SCH_TBF (modprobe sch_tbf)";

    private static final String NO_STEERING = "it takes a kernel with CONFIG_RPS";

    private final LinkModel model;
    private final NetworkNames names;
    private final List<Step> steps = new ArrayList<>();

    private LinkSteps(LinkModel model, NetworkNames names) {
        this.model = model;
        this.names = names;
    }

    private static InetAddress address(int host) {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) 198, 18, 0, (byte) host});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    static List<Step> of(LinkModel model, NetworkNames names, EndCpus cpus) {
        LinkSteps steps = new LinkSteps(model, names);
        names.both().forEach(steps::addNamespace);
        steps.addPair();
        steps.addEnd(names.server(), SERVER, cpus.server());
        steps.addEnd(names.client(), CLIENT, cpus.client());
        names.both().forEach(steps::reusePorts);
        return List.copyOf(steps.steps);
    }

    private void addNamespace(String namespace) {
        steps.add(new Step(words("ip netns add", namespace), words("ip netns del", namespace), MAY_NOT));
    }

    private void addPair() {
        steps.add(new Step(
                words(
                        "ip link add",
                        DEVICE,
                        "netns",
                        names.server(),
                        "type veth peer name",
                        DEVICE,
                        "netns",
                        names.client()),
                words("ip -n", names.server(), "link del", DEVICE),
                NO_PAIR));
    }

    private void addEnd(String namespace, InetAddress address, int cpu) {
        String mtu = Integer.toString(model.mtuBytes());
        add(MAY_NOT, "ip -n", namespace, "link set lo up");
        add(MAY_NOT, "ip -n", namespace, "addr add", address.getHostAddress() + "/" + PREFIX_BITS, "dev", DEVICE);
        add(MAY_NOT, "ip -n", namespace, "link set", DEVICE, "mtu", mtu, "up");
        write(namespace, "/sys/class/net/" + DEVICE + "/queues/rx-0/rps_cpus", EndCpus.mask(cpu), NO_STEERING);
        add(NO_SHAPER, "tc -n", namespace, "qdisc add dev", DEVICE, "root", String.join(" ", model.shaper()));
    }

    /**
     * A port that waits for stragglers (TIME_WAIT) may be used again after a second, which Linux otherwise allows on loopback
     * alone (ip-sysctl.rst, tcp_tw_reuse): else clients that connect for each request would run out of ports here, and only
     * here. At the server's end too, where clients are that make it ready: its address is none of loopback's.
     */
    private void reusePorts(String namespace) {
        write(namespace, "/proc/sys/net/ipv4/tcp_tw_reuse", "1", MAY_NOT);
    }

    /** A file that shows each namespace its own. */
    private void write(String namespace, String file, String value, String remedy) {
        List<String> command = new ArrayList<>(words("ip netns exec", namespace, "sh -c"));
        command.add("echo " + value + " >" + file);
        steps.add(new Step(command, List.of(), remedy));
    }

    private void add(String remedy, String... words) {
        steps.add(new Step(words(words), List.of(), remedy));
    }

    private static List<String> words(String... parts) {
        return Arrays.asList(String.join(" ", parts).split(" ", -1));
    }
}
