package io.laio.http.server;

import io.laio.http.connection.ConnectionLimits;
import io.laio.http.protocol.AccessLogLine;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/laio serve NAME}: runs one server until it is told to stop. */
@Command(
        name = "serve",
        description = "Serves the files of a directory with one of the servers (see: laio servers).",
        footer = {
            "",
            "Example: laio serve flash-laio-laio --docroot /usr/share/doc --port 8080",
            "",
            "SIGTERM or Ctrl-C: accepts no more, finishes responses under way, breaks off those",
            "that last longer than --stop-timeout-millis, exit code 0.",
            "Exit codes: 0 good, 1 failed, 2 usage, 4 environment unfit."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ServeCommand implements Callable<Integer> {
    private static final int UNFIT = 4;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The server, for example flash-laio-laio.")
    private String name = "";

    @Option(
            names = "--docroot",
            required = true,
            paramLabel = "DIR",
            description = "The directory whose files are served; it should lie on a disk, not in an image layer.")
    private Path documentRoot = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "TCP port; 0 lets the kernel choose (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; 0.0.0.0 for all (default: ${DEFAULT-VALUE}).")
    private String bind = "";

    @Option(
            names = "--loops",
            paramLabel = "N",
            defaultValue = "1",
            description = "Event loops, each on a thread of its own (default: ${DEFAULT-VALUE}, the study's).")
    private int loops;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Connections of a loop; the newest beyond that gets 503 (default: ${DEFAULT-VALUE}).")
    private int maxConnections;

    @Option(
            names = "--header-timeout-millis",
            paramLabel = "MS",
            defaultValue = "10000",
            description = "How long a request's head may take (default: ${DEFAULT-VALUE}).")
    private int headerTimeoutMillis;

    @Option(
            names = "--idle-timeout-millis",
            paramLabel = "MS",
            defaultValue = "60000",
            description = "How long nothing may move on a connection (default: ${DEFAULT-VALUE}).")
    private int idleTimeoutMillis;

    @Option(
            names = "--response-timeout-millis",
            paramLabel = "MS",
            defaultValue = "3600000",
            description = "How long a response may take as a whole (default: ${DEFAULT-VALUE}).")
    private int responseTimeoutMillis;

    @Option(
            names = "--stop-timeout-millis",
            paramLabel = "MS",
            defaultValue = "10000",
            description = "How long responses under way may go on after SIGTERM (default: ${DEFAULT-VALUE}).")
    private int stopTimeoutMillis;

    @Option(
            names = "--name-cache-entries",
            paramLabel = "N",
            defaultValue = "6000",
            description = "Documents that a loop keeps open (default: ${DEFAULT-VALUE}, Flash's).")
    private int cacheEntries;

    @Option(
            names = "--name-cache-validity-millis",
            paramLabel = "MS",
            defaultValue = "1000",
            description = "How long a name is believed before it is looked up again; 0: look every time "
                    + "(default: ${DEFAULT-VALUE}; the study uses Flash's 600000).")
    private int cacheValidityMillis;

    @Option(
            names = "--engine",
            paramLabel = "ring|workers|auto",
            description = "What carries out calls that would block: io_uring, worker threads, or io_uring where the "
                    + "kernel permits it; only for servers that have engines, see laio servers (default: ring).")
    private @Nullable String engine;

    @Option(
            names = "--lazy",
            paramLabel = "on|direct|off",
            description = "Who finds out that a call would block. on: the engine, when it gets a batch; direct: the "
                    + "loop tries every call itself, as in the paper; off: nobody, every call goes to the background, "
                    + "the study's ablation. Only for servers that have engines (default: on).")
    private @Nullable String lazy;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "Append a line for every response to this file (default: none).")
    private @Nullable Path accessLog;

    @Option(
            names = "--access-log-format",
            paramLabel = "common|combined",
            defaultValue = "common",
            description = "The lines' format (default: ${DEFAULT-VALUE}).")
    private String accessLogFormat = "common";

    @Option(names = "--stats", description = "Answer GET /.laio/stats with counters, and reset them on DELETE.")
    private boolean statistics;

    /** Made by picocli. */
    public ServeCommand() {}

    @Override
    public Integer call() {
        ServerVariant variant = ServerVariants.named(name).orElseThrow(() -> usage(unknownServer()));
        ServerOptions options = options(variant);
        try (Server server = Server.start(variant, options)) {
            serve(server);
            return 0;
        } catch (UnfitEnvironmentException e) {
            spec.commandLine().getErr().println("laio: " + name + ": " + e.getMessage());
            return UNFIT;
        }
    }

    private void serve(Server server) {
        StopOnSignal signals = StopOnSignal.install(server);
        try {
            announce(server);
            server.awaitEnd();
        } finally {
            signals.remove();
        }
    }

    private void announce(Server server) {
        PrintWriter out = spec.commandLine().getOut();
        String host = bind.contains(":") ? "[" + bind + "]" : bind;
        String reason = server.engineReason();
        out.printf(
                "%s ready: http://%s:%d/ docroot=%s engine=%s lazy=%s loops=%d%s%n",
                name,
                host,
                server.port(),
                documentRoot,
                server.engine(),
                server.laziness(),
                loops,
                reason.isEmpty() ? "" : " engine-reason=" + reason);
        out.flush();
    }

    private ServerOptions options(ServerVariant variant) {
        try {
            ConnectionLimits limits = new ConnectionLimits(
                    ConnectionLimits.DEFAULTS.request(),
                    maxConnections,
                    headerTimeoutMillis,
                    idleTimeoutMillis,
                    responseTimeoutMillis,
                    ConnectionLimits.DEFAULTS.lingerTimeoutMillis());
            return new ServerOptions(
                    documentRoot,
                    new InetSocketAddress(address(), port),
                    loops,
                    limits,
                    cacheEntries,
                    cacheValidityMillis,
                    mode(variant),
                    statistics,
                    accessLog,
                    logFormat(),
                    stopTimeoutMillis,
                    Map.of());
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private LaioMode mode(ServerVariant variant) {
        return LaioMode.of(
                choice(variant, "--engine", engine, LaioMode.ENGINE_WORDS),
                choice(variant, "--lazy", lazy, LaioMode.LAZINESS_WORDS));
    }

    /** An option that only servers with engines have; the first word if it is not given. */
    private int choice(ServerVariant variant, String option, @Nullable String value, List<String> words) {
        if (value != null && variant.engines().isEmpty()) {
            throw usage(option + " is not for " + name + ", which has no engine; it is for " + serversWithEngines());
        }
        return value == null ? 0 : choice(option, value, words);
    }

    private static String serversWithEngines() {
        return ServerVariants.all().stream()
                .filter(variant -> !variant.engines().isEmpty())
                .map(ServerVariant::name)
                .collect(Collectors.joining(", "));
    }

    private AccessLogLine.Format logFormat() {
        return choice("--access-log-format", accessLogFormat, List.of("common", "combined")) == 0
                ? AccessLogLine.Format.COMMON
                : AccessLogLine.Format.COMBINED;
    }

    @SuppressWarnings("AddressSelection") // one address is asked for, to listen on
    private InetAddress address() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw usage("--bind: no such address: " + bind);
        }
    }

    private int choice(String option, String value, List<String> choices) {
        int index = choices.indexOf(value.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw usage(option + " must be " + String.join(" or ", choices) + ", is " + value);
        }
        return index;
    }

    private String unknownServer() {
        List<String> names =
                ServerVariants.all().stream().map(ServerVariant::name).toList();
        return "no server is called " + name + "; there are: " + String.join(", ", names);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
