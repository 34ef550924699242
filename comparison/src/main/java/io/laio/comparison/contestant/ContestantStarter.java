package io.laio.comparison.contestant;

import io.laio.comparison.contestant.Contestant.PortSource;
import io.laio.comparison.environment.Uninterrupted;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Starts contestants.
 *
 * <p>A shell comes first, waits for a line, and then becomes the contestant (exec). So the process is in its control group
 * and on its processors before the contestant's first instruction, and its id is the contestant's own. If this JVM dies
 * before, the shell reads the end of its input and ends as well.
 */
public final class ContestantStarter {
    private static final List<String> GATE = List.of("sh", "-c", "read -r go && exec \"$@\"", "laio-gate");
    private static final Pattern URL = Pattern.compile("http://[^/\\s]*:(\\d+)/\\S*");
    private static final Pattern ENGINE = Pattern.compile("\\bengine=(\\S+)");
    private static final Pattern ENGINE_REASON =
            Pattern.compile("\\bengine-reason=(.+)$"); // the last thing of the line
    private static final long POLL_NANOS = 5_000_000;
    private static final int TAIL_CHARACTERS = 4_000;

    private final Duration patience;

    /**
     * Makes a starter.
     *
     * @param patience how long a contestant may take to be ready
     */
    public ContestantStarter(Duration patience) {
        this.patience = patience;
    }

    /**
     * Starts a contestant and waits until it is ready.
     *
     * @param launch what to start
     * @param placement where to put it
     * @return the running contestant, to be closed
     * @throws ContestantException if it ended, or was not ready in time; nothing is left running
     * @throws IOException if the process could not be made or placed; nothing is left running
     */
    public RunningContestant start(Launch launch, Placement placement) throws ContestantException, IOException {
        int allocatedPort = launch.contestant().port() == PortSource.ALLOCATED ? freePort() : 0;
        launch.writeFiles(allocatedPort);
        Process process = gate(launch, allocatedPort);
        ProcessTree tree = new ProcessTree(process.toHandle(), placement);
        try {
            placement.place(process.pid());
            open(process);
            return new RunningContestant(launch, process, tree, ready(launch, process, allocatedPort));
        } catch (ContestantException | IOException | RuntimeException e) {
            Uninterrupted.run(tree::kill);
            throw e;
        }
    }

    private static Process gate(Launch launch, int port) throws IOException {
        List<String> command = new ArrayList<>(GATE);
        command.addAll(launch.command(port));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(launch.log().toFile());
        builder.environment().putAll(Contestant.ENVIRONMENT);
        builder.environment().put("PATH", Programs.here().path());
        return builder.start();
    }

    private static void open(Process process) throws IOException {
        try (OutputStream input = process.getOutputStream()) {
            input.write("go\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Readiness ready(Launch launch, Process process, int allocatedPort) throws ContestantException, IOException {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadlineNanos) {
            boolean alive = process.isAlive();
            String output = Files.readString(launch.log());
            Readiness readiness = allocatedPort == 0 ? announced(output) : connected(launch, allocatedPort);
            if (readiness != null) {
                requireReachable(launch, readiness);
                return readiness;
            }
            if (!alive) {
                throw ContestantException.ended(launch.contestant().name(), process.exitValue(), explanation(launch));
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException(
                        "interrupted while " + launch.contestant().name() + " was starting");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw ContestantException.failed(launch.contestant().name() + " was not ready within " + patience.toSeconds()
                + " s; its output is in " + launch.log());
    }

    private static @Nullable Readiness announced(String output) {
        Matcher url = URL.matcher(output);
        if (!url.find() || output.indexOf('\n', url.end()) < 0) {
            return null; // not there, or not the whole line yet
        }
        String line = output.lines().filter(URL.asPredicate()).findFirst().orElseThrow();
        Matcher engine = ENGINE.matcher(line);
        Matcher reason = ENGINE_REASON.matcher(line);
        return new Readiness(
                Integer.parseInt(url.group(1)),
                engine.find() ? engine.group(1) : "none",
                reason.find() ? reason.group(1) : "");
    }

    private static @Nullable Readiness connected(Launch launch, int port) throws IOException {
        return accepts(launch, port) ? new Readiness(port, "none", "") : null;
    }

    /** One that listens elsewhere than its clients look for it would only be found out by a run without a single answer. */
    private static void requireReachable(Launch launch, Readiness readiness) throws ContestantException, IOException {
        if (!accepts(launch, readiness.port())) {
            throw ContestantException.failed(launch.contestant().name() + " says that it is ready, and does not accept "
                    + "connections at " + launch.address(readiness.port()) + " over the network "
                    + launch.network().name() + "; its command has to make it listen on ${address}");
        }
    }

    private static boolean accepts(Launch launch, int port) throws IOException {
        return launch.network().asClient(() -> {
            try (Socket socket = new Socket()) {
                socket.connect(launch.address(port));
                return true;
            } catch (IOException refused) {
                return false;
            }
        });
    }

    private static String explanation(Launch launch) throws IOException {
        String output = tail(launch.log());
        String install = launch.contestant().install();
        return install.isEmpty() ? output : output + "\nto install it: " + install;
    }

    private static String tail(Path log) throws IOException {
        String output = Files.readString(log);
        return output.substring(Math.max(0, output.length() - TAIL_CHARACTERS));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
