package io.laio.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code bin/laio} runs. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the JVM with its exit code.
     *
     * @param arguments the command line after {@code bin/laio}
     */
    public static void main(String[] arguments) {
        System.exit(StandardOutput.checked(commandLine(System.getenv()).execute(arguments)));
    }

    /** The whole tree of commands, each with help, version, exit codes and the same way of reporting errors. */
    static CommandLine commandLine(Map<String, String> environment) {
        LaioCommand root = new LaioCommand();
        CommandLine commandLine = new CommandLine(root);
        ErrorReporter errors = new ErrorReporter(() -> root.wantsStackTrace() || environment.containsKey("LAIO_DEBUG"));
        equip(commandLine.getCommandSpec());
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /** Gives a command and all below it what the user may expect of every one, unless it has its own. */
    private static void equip(CommandSpec command) {
        if (!command.optionsMap().containsKey("--help")) {
            command.mixinStandardHelpOptions(true);
        }
        command.versionProvider(new Version());
        command.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(exitCodes());
        command.subcommands().values().forEach(subcommand -> equip(subcommand.getCommandSpec()));
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> meanings = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values()).forEach(exit -> meanings.put(String.valueOf(exit.code()), exit.meaning()));
        return meanings;
    }
}
