package io.laio.http.server;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Commands made from servers that differ in what options they have. */
class ServeCommandTest {
    private static final ServerOption HELPERS = new ServerOption("--read-helpers", "N", 4, 1, 64, "Read helpers [P].");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** What the server with helpers was started with. */
    private final AtomicReference<ServerOptions> started = new AtomicReference<>();

    /** A server that says no once it knows its options, with an option of its own and no loops. */
    private final class WithHelpers implements ServerVariant {
        @Override
        public String name() {
            return "with-helpers";
        }

        @Override
        public Description description() {
            return new Description("n", "d", "threads", "nothing");
        }

        @Override
        public List<ServerOption> options() {
            return List.of(HELPERS);
        }

        @Override
        public boolean eventDriven() {
            return false;
        }

        @Override
        public LoopIo open(LoopContext context) throws UnfitEnvironmentException {
            started.set(context.options());
            throw new UnfitEnvironmentException("only for tests", null);
        }
    }

    private int run(String... arguments) {
        CommandSpec serve = CommandSpec.forAnnotatedObject(new ServeCommand());
        serve.modelTransformer(new ServeCommand.TableOfServers(List.of(new TestVariant(false), new WithHelpers())));
        return new CommandLine(serve)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void helpShowsOwnOptionsWithTheirDefaults() {
        assertEquals(0, run("with-helpers", "--help"));
        String help = out.toString();
        assertAll(
                () -> assertTrue(
                        help.matches("(?s).*--read-helpers=N +Read helpers \\[P] \\(default: 4\\)\\..*"), help),
                () -> assertFalse(help.contains("--loops"), help),
                () -> assertTrue(help.contains("--max-connections"), help));
    }

    @ParameterizedTest
    @CsvSource({"test-at-once, --read-helpers, with-helpers", "with-helpers, --loops, test-at-once"})
    void whoGivesAnotherServersOptionIsToldWhoseItIs(String server, String option, String owner) {
        assertEquals(2, run(server, "--docroot", "/", "--port", "0", option, "2"));
        assertTrue(err.toString().startsWith(option + " is not for " + server + "; it is for " + owner), err::toString);
    }

    @ParameterizedTest
    @CsvSource({"--bind=127.0.0.1, 4", "--read-helpers=7, 7"})
    void theServerIsToldWhatWasAskedFor(String option, int value, @TempDir Path root) {
        assertEquals(4, run("with-helpers", "--docroot", root.toString(), "--port=0", "--stats", option));
        ServerOptions options = Objects.requireNonNull(started.get());
        assertAll(
                () -> assertEquals(value, options.value(HELPERS)),
                () -> assertEquals(root, options.documentRoot()),
                () -> assertTrue(options.statistics()),
                () -> assertEquals(1, options.loops()),
                () -> assertEquals(ServerOptions.DEFAULT_CACHE_ENTRIES, options.cacheEntries()));
    }

    @Test
    void aValueThatIsNotPermittedIsAUsageError() {
        assertEquals(2, run("with-helpers", "--docroot", "/", "--port", "0", "--read-helpers", "65"));
        assertTrue(err.toString().startsWith("--read-helpers must be 1 to 64, not 65"), err::toString);
    }

    @Test
    void theTableHasARowForEveryServerAndWrapsLongText() {
        String table = ServersCommand.table(List.of(new TestVariant(false), new WithHelpers()));
        assertEquals(3, table.lines().filter(line -> !line.startsWith(" ")).count(), table);
        assertTrue(table.lines().allMatch(line -> line.length() <= 140), table);
        assertTrue(
                table.lines().anyMatch(line -> line.matches("with-helpers +n +d +threads +nothing +none .*")), table);
    }
}
