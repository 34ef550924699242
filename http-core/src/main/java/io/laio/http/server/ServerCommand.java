package io.laio.http.server;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/laio serve} of one server, with the options that this one has: runs it until it is told to stop. */
@Command(
        footer = {
            "",
            "SIGTERM or Ctrl-C: accepts no more, finishes responses under way, breaks off those that last longer than "
                    + "--stop-timeout-millis, exit code 0. What a disk that does not answer still holds 5 s later is left to the "
                    + "kernel: exit code 1."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ServerCommand implements Callable<Integer> {
    private static final int UNFIT = 4;

    private final ServerVariant variant;
    private final CommonFlags common = new CommonFlags();
    private final LoopFlags loops = new LoopFlags();
    private final NameCacheFlags names = new NameCacheFlags();
    private final EngineFlags engine = new EngineFlags();
    private final AnswerFlags answers = new AnswerFlags();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private ServerCommand(ServerVariant variant) {
        this.variant = variant;
    }

    /** The command of a server, for the tree of commands. */
    static CommandSpec spec(ServerVariant variant) {
        ServerCommand command = new ServerCommand(variant);
        CommandSpec spec = CommandSpec.forAnnotatedObject(command).name(variant.name());
        command.addOptions(spec);
        ServerVariant.Description parts = variant.description();
        spec.usageMessage()
                .description("Network " + parts.network() + "; disk " + parts.disk() + "; can block: "
                        + parts.blocksOn() + ".")
                .footerHeading("%nExample: laio serve " + variant.name() + " --docroot /usr/share/doc --port 8080%n");
        return spec;
    }

    private void addOptions(CommandSpec to) {
        to.addMixin("common", CommandSpec.forAnnotatedObject(common));
        if (variant.eventDriven()) {
            to.addMixin("loops", CommandSpec.forAnnotatedObject(loops));
        }
        if (variant.profile().cachesNames()) {
            to.addMixin("names", CommandSpec.forAnnotatedObject(names));
        }
        if (!variant.engines().isEmpty()) {
            to.addMixin("engine", CommandSpec.forAnnotatedObject(engine));
        }
        variant.options().forEach(option -> to.addOption(spec(option)));
        to.addMixin("answers", CommandSpec.forAnnotatedObject(answers));
    }

    private static OptionSpec spec(ServerOption option) {
        return OptionSpec.builder(option.name())
                .paramLabel(option.paramLabel())
                .type(int.class)
                .description(
                        option.description().replaceFirst("\\.$", "") + " (default: " + option.defaultValue() + ").")
                .build();
    }

    @Override
    public Integer call() {
        OthersOptions.check(spec.commandLine().getParseResult());
        ServerOptions options = options();
        try (Server server = Server.start(variant, options)) {
            serve(server, options);
            return 0;
        } catch (UnfitEnvironmentException e) {
            spec.commandLine().getErr().println("laio: " + variant.name() + ": " + e.getMessage());
            return UNFIT;
        }
    }

    private ServerOptions options() {
        try {
            ServerOptions options = answers.apply(common.options())
                    .withLoops(loops.loops())
                    .withCacheEntries(names.entries())
                    .withCacheValidityMillis(names.validityMillis())
                    .withMode(engine.mode());
            for (ServerOption option : variant.options()) {
                Integer value =
                        spec.commandLine().getParseResult().matchedOptionValue(option.name(), option.defaultValue());
                options = options.withValue(option, value);
            }
            return options;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void serve(Server server, ServerOptions options) {
        StopOnSignal signals = StopOnSignal.install(server, options.stopTimeoutMillis());
        try {
            announce(server, options);
            server.awaitEnd();
        } finally {
            signals.remove();
        }
    }

    private void announce(Server server, ServerOptions options) {
        PrintWriter out = spec.commandLine().getOut();
        String reason = server.engineReason();
        out.printf(
                "%s ready: http://%s:%d/ docroot=%s engine=%s lazy=%s%s%s%n",
                variant.name(),
                common.host(),
                server.port(),
                options.documentRoot(),
                server.engine(),
                server.laziness(),
                ownOptions(options),
                reason.isEmpty() ? "" : " engine-reason=" + reason);
        out.flush();
    }

    private String ownOptions(ServerOptions options) {
        String loopCount = variant.eventDriven() ? " loops=" + options.loops() : "";
        List<ServerOption> own = variant.options();
        return own.stream()
                .map(option -> " " + option.name().substring(2) + "=" + options.value(option))
                .collect(Collectors.joining("", loopCount, ""));
    }
}
