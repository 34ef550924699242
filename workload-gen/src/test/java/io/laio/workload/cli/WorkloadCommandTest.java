package io.laio.workload.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.Messages;
import io.laio.workload.RefusedPort;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.SmallTraces;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class WorkloadCommandTest {
    private static final String RICE = "../config/workloads/rice.json";

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aTraceIsMadeDescribedAndGivenADocumentRoot() {
        String trace = path("t.trace");
        assertEquals(0, run("synth", RICE, "--scale", "1/1000", "--requests", "300", "--out", trace), err::toString);
        assertEquals(0, run("describe", trace), err::toString);
        assertEquals(0, run("docroot", trace, "--dir", path("root")), err::toString);
        assertTrue(Files.isRegularFile(directory.resolve("root/.laio-documents.json")));
        assertTrue(out.toString().contains("footprint, bytes"), out::toString);
        assertTrue(out.toString().contains("300 requests in"), out::toString);
    }

    @Test
    void aLogIsImported() throws IOException {
        Path log = directory.resolve("access.log");
        Files.writeString(log, """
                10.0.0.1 - - [17/May/2015:10:00:00 +0000] "GET / HTTP/1.1" 200 1000
                10.0.0.1 - - [17/May/2015:10:00:00 +0000] "POST / HTTP/1.1" 200 1000
                """);
        assertEquals(0, run("import", log.toString(), "--out", path("t"), "--idle-cut", "1m"), err::toString);
        assertTrue(out.toString().contains("2 lines read, 1 skipped:"), out::toString);
        assertTrue(out.toString().contains("1 method POST"), out::toString);
    }

    @Test
    void failedRequestsFailTheCommand() throws IOException {
        Path trace = directory.resolve("t.trace");
        SmallTraces.writeEveryKind(trace);
        try (RefusedPort port = new RefusedPort()) {
            String target = port.url();
            assertEquals(
                    1,
                    run("replay", trace.toString(), "--target", target, "--json", "--hlog", path("h")),
                    err::toString);
        }
        assertTrue(out.toString().contains("\"CONNECT_REFUSED\" : 6"), out::toString);
        assertTrue(Files.isRegularFile(directory.resolve("h")));
    }

    @Test
    void aThresholdDecides() throws IOException {
        Path trace = directory.resolve("t.trace");
        SmallTraces.writeEveryKind(trace);
        try (RefusedPort port = new RefusedPort()) {
            String target = port.url();
            assertEquals(0, run("replay", trace.toString(), "--target", target, "--threshold", "errors<=100%"));
            assertEquals(
                    3,
                    run(
                            "replay",
                            trace.toString(),
                            "--target",
                            target,
                            "--threshold",
                            "errors<=100%,errors<50%,rate>1"));
        }
        assertTrue(err.toString().contains("missed: errors<50%, found 100.0 %"), err::toString);
        assertTrue(err.toString().contains("missed: rate>1, found 0.0 requests/s"), err::toString);
    }

    /** Nothing failed, since nothing ended: that is no good result. */
    @Test
    void aServerThatNeverAnswersFailsTheCommand() throws IOException {
        Path trace = directory.resolve("t.trace");
        SmallTraces.writeEveryKind(trace);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String target = "http://localhost:" + silent.getLocalPort();
            assertEquals(
                    1, run("replay", trace.toString(), "--target", target, "--duration", "100ms", "--clients", "2"));
            assertTrue(out.toString().contains("2 requests were under way when it was stopped"), out::toString);
            String[] bounded = {
                "replay",
                trace.toString(),
                "--target",
                target,
                "--duration",
                "100ms",
                "--json",
                "--threshold",
                "errors<=1,p99<3600s"
            };
            assertEquals(1, run(bounded), "no threshold makes it good");
        }
        assertTrue(out.toString().contains("\"kept\" : false"), out::toString);
    }

    @Test
    void givingUpFailsTheCommandWhateverTheThreshold() throws IOException {
        Path trace = directory.resolve("t.trace");
        SmallTraces.write(trace, SmallTraces.DOCUMENTS, 20);
        try (RefusedPort port = new RefusedPort()) {
            String target = port.url();
            assertEquals(
                    1,
                    run(
                            "replay",
                            trace.toString(),
                            "--target",
                            target,
                            "--max-failures",
                            "5",
                            "--threshold",
                            "errors<=1"));
        }
        assertTrue(out.toString().contains("(too many failures)"), out::toString);
    }

    @Test
    void shardsAreMerged() throws IOException {
        Path trace = directory.resolve("t.trace");
        SmallTraces.write(trace, SmallTraces.DOCUMENTS, 20);
        try (RefusedPort port = new RefusedPort()) {
            String target = port.url();
            for (String shard : new String[] {"0", "1"}) {
                out.getBuffer().setLength(0);
                run("replay", trace.toString(), "--target", target, "--shard", shard + "/2", "--json");
                Files.writeString(directory.resolve(shard + ".json"), begunTogether(out.toString()));
            }
        }
        out.getBuffer().setLength(0);
        assertEquals(1, run("merge", path("1.json"), path("0.json")), "requests had failed");
        assertTrue(out.toString().contains("FAILED 60 CONNECT_REFUSED"), out::toString);
        assertTrue(out.toString().contains("  shard 0/2: "), out::toString);
        assertEquals(1, run("merge", path("1.json"), path("0.json"), "--json"));
        assertTrue(out.toString().contains("\"shards\" : [ {"), out::toString);
        assertEquals(0, run("merge", path("1.json"), path("0.json"), "--threshold", "errors<=100%"));
        assertEquals(3, run("merge", path("1.json"), path("0.json"), "--threshold", "errors<=100%,rate>1"));
        assertEquals(2, run("merge", path("1.json")));
        assertTrue(err.toString().contains("shard 0/2 is missing"), err::toString);
    }

    /** They were played one after the other, however long that takes on a busy machine. */
    private static String begunTogether(String json) {
        return json.replaceFirst("\"startedAt\" : \"[^\"]+\"", "\"startedAt\" : \"2026-01-01T00:00:00Z\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "synth",
                "synth no-such-model --out DIR/t",
                "synth " + RICE + " --out DIR/no/such/directory/t",
                "synth " + RICE + " --scale 0 --out DIR/t",
                "synth " + RICE + " --scale 1/ --out DIR/t",
                "synth " + RICE + " --requests -1 --out DIR/t",
                "import DIR/missing.log --out DIR/t",
                "import DIR/broken.trace --out DIR/t --queries maybe",
                "import DIR/broken.trace --out DIR/t --idle-cut soon",
                "describe DIR/missing.trace",
                "describe DIR/broken.trace",
                "docroot DIR/broken.trace --dir DIR/root",
                "replay DIR/missing.trace --target http://127.0.0.1:1",
                "replay DIR/missing.trace --target localhost",
                "replay DIR/missing.trace --target https://localhost/",
                "replay DIR/missing.trace --target http://no-such-host.invalid/",
                "replay DIR/missing.trace --target http://127.0.0.1:1/site/",
                "replay DIR/missing.trace --target http://127.0.0.1:1/?q",
                "replay DIR/missing.trace --target http://me@127.0.0.1:1/",
                "replay DIR/missing.trace --target http://127.0.0.1:1 --clients 0",
                "replay DIR/missing.trace --target http://127.0.0.1:1 --rate 0",
                "replay DIR/missing.trace --target http://127.0.0.1:1 --rate 5 --own-times",
                "replay DIR/missing.trace --target http://127.0.0.1:1 --rate 5 --spacing odd",
                "replay DIR/missing.trace --target http://127.0.0.1:1 --spacing even",
                "replay DIR/missing.trace --target http://127.0.0.1:1 --seed 5",
                "replay DIR/missing.trace --target http://127.0.0.1:1 --speed 5",
                "replay DIR/missing.trace --target http://127.0.0.1:1 --shard 2/2",
                "replay DIR/missing.trace --target http://127.0.0.1:1 --shard half",
                "replay DIR/missing.trace --target http://127.0.0.1:1 --start-at soon",
                "replay DIR/ok.trace --target http://127.0.0.1:1 --start-at 2004-06-27T00:00:00Z",
                "replay DIR/missing.trace --target http://127.0.0.1:1 --threshold p99<5",
                "replay DIR/missing.trace --target http://127.0.0.1:1 --interval 0 --csv DIR/t",
                "replay DIR/missing.trace --target http://127.0.0.1:1 --csv DIR/t --hlog DIR/t",
                "replay DIR/ok.trace --target http://127.0.0.1:1 --csv DIR/no/such/directory/t",
                "replay DIR/ok.trace --target http://127.0.0.1:1 --csv DIR",
                "replay DIR/ok.trace --target http://127.0.0.1:1 --hlog DIR/t --csv DIR",
                "synth " + RICE + " --scale 1/1000 --requests 10 --out DIR",
                "synth " + RICE + " --scale 1/1000 --requests 3000000000 --out DIR/t",
                "merge",
                "merge DIR/missing.json",
                "merge DIR/broken.trace"
            })
    void wrongUsageAndInputAreExitCode2AndLeaveNothing(String arguments) throws IOException {
        Files.writeString(directory.resolve("broken.trace"), "this is no trace");
        SmallTraces.writeEveryKind(directory.resolve("ok.trace"));
        String[] words = arguments.isEmpty()
                ? new String[0]
                : arguments.replace("DIR", directory.toString()).split(" ", -1);
        assertEquals(2, run(words), err::toString);
        assertTrue(Files.notExists(directory.resolve("t")));
        assertTrue(Files.notExists(directory.resolve(".t.part")));
        assertTrue(!err.toString().isBlank());
    }

    @Test
    void aSyntheticTraceHasNoTimesToBeKept() {
        String trace = path("t.trace");
        assertEquals(0, run("synth", RICE, "--scale", "1/1000", "--requests", "30", "--out", trace), err::toString);
        assertEquals(2, run("replay", trace, "--target", "http://127.0.0.1:1", "--own-times"));
        assertTrue(err.toString().contains(trace + ": a synthetic trace has no times of its own"), err::toString);
    }

    @Test
    void whereErrorsGoTellsWhetherProgressIsALine() throws IOException {
        Path terminal = Files.createSymbolicLink(directory.resolve("2"), Path.of("/dev/pts/7"));
        Path file = Files.createSymbolicLink(directory.resolve("3"), directory.resolve("log"));
        assertTrue(ConsoleProgress.isTerminal(terminal));
        assertTrue(!ConsoleProgress.isTerminal(file));
        assertTrue(!ConsoleProgress.isTerminal(directory.resolve("closed")));
    }

    @Test
    void aDiskThatIsTooSmallIsExitCode4() throws IOException {
        Path trace = directory.resolve("t.trace");
        SmallTraces.write(trace, List.of(new Document("/an-exabyte", 1L << 60)), 1);
        assertEquals(4, run("docroot", trace.toString(), "--dir", path("root")));
        assertTrue(err.toString().contains(path("root") + ": 1,152,921,504,606,847,488 bytes needed"), err::toString);
    }

    @Test
    void everyCommandHelpsWithAnExample() {
        for (String command : new String[] {"synth", "import", "describe", "docroot", "replay", "merge"}) {
            assertEquals(0, run(command, "--help"), command);
            assertTrue(out.toString().contains("laio workload " + command + " "), command);
        }
    }

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new WorkloadCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(Messages.of(failure));
            return command.getExitCodeExceptionMapper() == null
                            && failure instanceof CommandLine.IExitCodeGenerator code
                    ? code.getExitCode()
                    : CommandLine.ExitCode.SOFTWARE;
        });
        return line.execute(arguments);
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }
}
