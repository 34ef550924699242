package io.laio.server.amped;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.http.process.ChildJvm;
import io.laio.http.server.Server;
import io.laio.http.server.UnfitEnvironmentException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of a server, which can end nobody any more: its helpers end by themselves. */
class ServerKilledTest {
    /** The server, in a process of its own. */
    static final class ServerMain {
        private ServerMain() {}

        /**
         * Serves until it is killed.
         *
         * @param arguments the document root
         */
        public static void main(String... arguments) throws UnfitEnvironmentException {
            try (Server server = ObservedServer.start(Path.of(arguments[0]))) {
                System.out.println(server.port());
                server.awaitEnd();
            }
        }
    }

    private static Process startServer(Path root) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        ChildJvm.classPathOf(FlashNbAmped.class) + File.pathSeparator + "target/test-classes",
                        ServerMain.class.getName(),
                        root.toString())
                .redirectError(Redirect.INHERIT)
                .start();
    }

    @Test
    void itsHelpersEnd(@TempDir Path root) throws Exception {
        Process server = startServer(root);
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))) {
            ObservedServer observed = new ObservedServer(Integer.parseInt(output.readLine()));
            observed.awaitReserve();
            List<ProcessHandle> helpers = observed.helpers();
            server.destroyForcibly().waitFor();
            assertEquals(2, helpers.size());
            for (ProcessHandle helper : helpers) {
                awaitEnd(helper.pid());
            }
        } finally {
            server.destroyForcibly();
        }
    }

    /** Nobody may be there to reap it: then it stays a zombie, which is an end too. */
    private static void awaitEnd(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "stat");
        boolean lives = true;
        while (lives) {
            try {
                lives = !Files.readString(status).replaceFirst(".*\\) ", "").startsWith("Z");
            } catch (IOException gone) {
                lives = false;
            }
        }
    }
}
