package io.laio.cli;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * One clear line for an error that ends a command, and the stack trace for those who ask ({@code --stacktrace}, or
 * {@code LAIO_DEBUG} set in the environment).
 */
final class ErrorReporter implements IExecutionExceptionHandler, IParameterExceptionHandler {
    /** Exceptions of the JDK whose message is only a name, and what happened to the thing of that name. */
    private static final Map<Class<?>, String> EXPLANATIONS = Map.of(
            NoSuchFileException.class, "no such file or directory: ",
            FileNotFoundException.class, "cannot open: ",
            NotDirectoryException.class, "not a directory: ",
            FileAlreadyExistsException.class, "exists already: ",
            AccessDeniedException.class, "permission denied: ",
            BindException.class, "cannot listen: ",
            ConnectException.class, "cannot connect: ");

    private final BooleanSupplier stackTraceWanted;

    /**
     * Reports errors of commands.
     *
     * @param stackTraceWanted asked once a command has failed: only then are its options known
     */
    ErrorReporter(BooleanSupplier stackTraceWanted) {
        this.stackTraceWanted = stackTraceWanted;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        report(command, String.valueOf(failure.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(failure, command.getErr())) {
            command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        Throwable cause = unwrapped(failure);
        report(command, describe(cause));
        if (stackTraceWanted.getAsBoolean()) {
            failure.printStackTrace(command.getErr());
        }
        return cause instanceof IExitCodeGenerator generator ? generator.getExitCode() : ExitCode.FAILED.code();
    }

    private static void report(CommandLine command, String message) {
        String line = command.getCommandSpec().qualifiedName() + ": " + message;
        command.getErr().println(command.getColorScheme().errorText(line));
    }

    /** Wrappers say only that something was thrown elsewhere. */
    private static Throwable unwrapped(Throwable failure) {
        boolean wrapper = failure instanceof UncheckedIOException || failure instanceof ExecutionException;
        return wrapper && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
    }

    /** The message; with the class's name where the message alone would not say what happened. */
    static String describe(Throwable failure) {
        String explanation = EXPLANATIONS.get(failure.getClass());
        if (explanation != null) {
            return explanation + failure.getMessage();
        }
        boolean programmersError = failure instanceof RuntimeException && !isOurs(failure);
        if (failure.getMessage() == null || programmersError) {
            return failure + " (a defect of laio's, please report it; " + LaioCommand.STACK_TRACE + " shows where)";
        }
        return Objects.requireNonNull(failure.getMessage());
    }

    /** Exceptions that laio's modules declare, and arguments they refuse, carry a message meant for the user. */
    private static boolean isOurs(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure.getClass().getName().startsWith("io.laio.");
    }
}
