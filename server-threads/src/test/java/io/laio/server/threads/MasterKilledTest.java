package io.laio.server.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.http.process.ChildJvm;
import io.laio.http.server.Server;
import io.laio.http.server.ServerOptions;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.testkit.RawClient;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the master, which can end nobody any more: its processes end by themselves. */
class MasterKilledTest {
    private static final int PROCESSES = 2;

    /** The server, in a process of its own. */
    static final class MasterMain {
        private MasterMain() {}

        /**
         * Serves until it is killed.
         *
         * @param arguments the document root
         */
        public static void main(String... arguments) throws UnfitEnvironmentException {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            ServerOptions options =
                    ServerOptions.of(Path.of(arguments[0]), address).withValue(MpPrefork.PROCESSES, PROCESSES);
            try (Server server = Server.start(new MpPrefork(), options)) {
                System.out.println(server.port());
                server.awaitEnd();
            }
        }
    }

    private static Process startMaster(Path root) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        ChildJvm.classPathOf(MpPrefork.class) + File.pathSeparator + "target/test-classes",
                        MasterMain.class.getName(),
                        root.toString())
                .redirectError(Redirect.INHERIT)
                .start();
    }

    /** One of them serves a connection meanwhile, which ends; the other waits for one. */
    @Test
    void itsProcessesEnd(@TempDir Path root) throws Exception {
        Process master = startMaster(root);
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(master.getInputStream(), StandardCharsets.US_ASCII))) {
            int port = Integer.parseInt(output.readLine());
            List<ProcessHandle> processes = master.children().toList();
            assertEquals(PROCESSES, processes.size());
            try (RawClient client = RawClient.connect(port)) {
                assertEquals(404, client.get("/none").status());
                master.destroyForcibly().waitFor();
                client.expectClosed();
            }
            processes.forEach(process -> process.onExit().join());
        } finally {
            master.destroyForcibly();
        }
    }
}
