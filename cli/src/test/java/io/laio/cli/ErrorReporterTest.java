package io.laio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;

class ErrorReporterTest {
    private final StringWriter err = new StringWriter();

    /** A command that fails in the way asked for, in the real command tree. */
    @Command(name = "fail")
    private record Failing(Exception failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    private static final class UnfitException extends IOException implements IExitCodeGenerator {
        private static final long serialVersionUID = 1L;

        UnfitException(String message) {
            super(message);
        }

        @Override
        public int getExitCode() {
            return ExitCode.ENVIRONMENT_UNFIT.code();
        }
    }

    private int failWith(Exception failure, Map<String, String> environment, String... arguments) {
        CommandLine laio = Main.commandLine(environment);
        laio.addSubcommand(new CommandLine(new Failing(failure)));
        laio.setExecutionExceptionHandler(laio.getExecutionExceptionHandler()); // also for the one just added
        return laio.setErr(new PrintWriter(err, true)).execute(arguments);
    }

    @Test
    void anErrorIsOneLineWithoutStackTrace() {
        assertEquals(1, failWith(new IOException("disk full"), Map.of(), "fail"));
        assertEquals("laio fail: disk full\n", err.toString());
    }

    @Test
    void theStackTraceIsShownOnRequest() {
        failWith(new IOException("disk full"), Map.of(), "--stacktrace", "fail");
        assertTrue(err.toString().contains("(ErrorReporterTest.java:"), err::toString);
    }

    @Test
    void theEnvironmentCanAskForTheStackTraceToo() {
        failWith(new IOException("disk full"), Map.of("LAIO_DEBUG", "1"), "fail");
        assertTrue(err.toString().contains("(ErrorReporterTest.java:"), err::toString);
    }

    @Test
    void anExceptionMayChooseTheExitCode() {
        assertEquals(4, failWith(new UnfitException("io_uring is refused"), Map.of(), "fail"));
        assertEquals("laio fail: io_uring is refused\n", err.toString());
    }

    @Test
    void exceptionsWhoseMessageIsOnlyANameAreExplained() {
        failWith(new UncheckedIOException(new NoSuchFileException("documents/a")), Map.of(), "fail");
        assertEquals("laio fail: no such file or directory: documents/a\n", err.toString());
    }

    @Test
    void aDefectIsNotMistakenForTheUsersError() {
        failWith(new NullPointerException(), Map.of(), "fail");
        assertTrue(err.toString().contains("java.lang.NullPointerException"), err::toString);
        assertTrue(err.toString().contains("--stacktrace"), err::toString);
        assertFalse(err.toString().contains("\tat "), err::toString);
    }
}
