package io.laio.server.amped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.helper.HelperKind;
import io.laio.http.helper.HelperLimits;
import io.laio.http.server.Server;
import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerOptions;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.testkit.RawClient;
import io.laio.http.testkit.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statistics of a server with helpers, in whichever process it runs. */
record ObservedServer(int port) {
    private static final Pattern PROCESSES = Pattern.compile("\"processes\":\\[([0-9,]*)]");

    /** Starts one in this process; the caller closes it. */
    static Server start(Path root) throws UnfitEnvironmentException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return Server.start(new FlashNbAmped(), ServerOptions.of(root, address).withStatistics(true));
    }

    /** Starts one that gives up helpers after some time. */
    static Server start(Path root, int helperTimeoutMillis) throws UnfitEnvironmentException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ServerOption timeout = HelperLimits.OPTIONS.getLast();
        return Server.start(
                new FlashNbAmped(),
                ServerOptions.of(root, address).withStatistics(true).withValue(timeout, helperTimeoutMillis));
    }

    private String statistics() throws IOException {
        try (RawClient client = RawClient.connect(port)) {
            Response response = client.get("/.laio/stats");
            assertEquals(200, response.status());
            return response.text();
        }
    }

    /** A counter of one kind of helpers. */
    long count(HelperKind kind, String counter) throws IOException {
        Matcher value = Pattern.compile("\"" + kind.label() + "\":\\{\"limit\"[^}]*\"" + counter + "\":(\\d+)")
                .matcher(statistics());
        assertTrue(value.find(), () -> "no " + counter + " of " + kind);
        return Long.parseLong(value.group(1));
    }

    /** Waits until a counter is at least so much. */
    void await(HelperKind kind, String counter, long value) throws IOException {
        while (count(kind, counter) < value) {
            Thread.onSpinWait();
        }
    }

    /** Waits until the reserve has started, one of each kind. */
    void awaitReserve() throws IOException {
        for (HelperKind kind : HelperKind.values()) {
            await(kind, "running", 1);
        }
    }

    /** The processes of one kind of helpers, which its command line tells. */
    List<ProcessHandle> helpers(HelperKind kind) throws IOException {
        return helpers().stream()
                .filter(helper ->
                        List.of(helper.info().arguments().orElseThrow()).contains(kind.label()))
                .toList();
    }

    List<ProcessHandle> helpers() throws IOException {
        Matcher processes = PROCESSES.matcher(statistics());
        if (!processes.find() || processes.group(1).isEmpty()) {
            return List.of();
        }
        return List.of(processes.group(1).split(",")).stream()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .toList();
    }
}
