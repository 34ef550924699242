package io.laio.comparison.contestant;

import io.laio.testbed.network.Network;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;

/** Asks a contestant for its statistics, over HTTP on a connection of its own. */
public final class StatisticsClient {
    /** A blocking server first reads for all whose requests it took: 256 clients on a disk of 80 reads a second are seconds. */
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Network network;
    private final URI location;

    /**
     * Makes a client.
     *
     * @param network at whose clients' end it is
     * @param address where the contestant listens
     * @param path where its statistics are
     */
    public StatisticsClient(Network network, InetSocketAddress address, String path) {
        this.network = network;
        try {
            location =
                    new URI("http", null, address.getAddress().getHostAddress(), address.getPort(), path, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no statistics at " + path, e);
        }
    }

    /**
     * Sets all counters to zero.
     *
     * @throws IOException if the contestant does not do so
     */
    public void reset() throws IOException {
        network.asClient(() -> {
            HttpURLConnection connection = open("DELETE");
            expect(connection, HttpURLConnection.HTTP_NO_CONTENT);
            connection.disconnect();
            return true;
        });
    }

    /**
     * Reads all counters.
     *
     * @return what the contestant counted since it started, or since the last {@link #reset}
     * @throws IOException if it does not answer, or not with statistics
     */
    public ServerStatistics read() throws IOException {
        return network.asClient(this::ask);
    }

    private ServerStatistics ask() throws IOException {
        HttpURLConnection connection = open("GET");
        expect(connection, HttpURLConnection.HTTP_OK);
        try (InputStream body = connection.getInputStream()) {
            return ServerStatistics.parse(body.readAllBytes());
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection open(String method) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) location.toURL().openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod(method);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setRequestProperty("Connection", "close");
        return connection;
    }

    private void expect(HttpURLConnection connection, int status) throws IOException {
        if (connection.getResponseCode() != status) {
            throw new IOException(connection.getRequestMethod() + " " + location + " was answered with "
                    + connection.getResponseCode() + ", not " + status);
        }
    }
}
