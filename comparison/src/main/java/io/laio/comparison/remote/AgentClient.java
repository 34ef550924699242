package io.laio.comparison.remote;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.laio.comparison.contestant.ContestantException;
import io.laio.testbed.disk.UnfitMachineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks an agent.
 *
 * @param location the agent's URL
 * @param comparison a name that no other comparison has
 */
record AgentClient(URI location, String comparison) {
    /** What an agent works for a comparison by. */
    static final String LEASE = "/lease";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A server has 30 s to start and a few to end; an agent that says nothing for longer hangs. */
    private static final int TIMEOUT_MILLIS = 120_000;

    <T> T get(String path, Class<T> answer) throws IOException {
        return relayed(() -> ask("GET", path, null, answer));
    }

    <T> T post(String path, Object body, Class<T> answer) throws IOException {
        return relayed(() -> ask("POST", path, body, answer));
    }

    void post(String path, Object body) throws IOException {
        post(path, body, Map.class);
    }

    void delete(String path) throws IOException {
        relayed(() -> ask("DELETE", path, null, Map.class));
    }

    /** Has the agent work for this comparison, and for no other. */
    void claim() throws IOException {
        try {
            ask("POST", LEASE, Map.of(), Map.class);
        } catch (ContestantException e) {
            UnfitMachineException refusal = new UnfitMachineException(String.valueOf(e.getMessage()));
            refusal.initCause(e);
            throw refusal;
        }
    }

    Started start(Start start) throws ContestantException, IOException {
        return ask("POST", "/server", start, Started.class);
    }

    private interface Question<T> {
        T ask() throws ContestantException, IOException;
    }

    private static <T> T relayed(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (ContestantException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private <T> T ask(String method, String path, @Nullable Object body, Class<T> answer)
            throws ContestantException, IOException {
        HttpURLConnection connection =
                (HttpURLConnection) location.resolve(path).toURL().openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod(method);
        connection.setRequestProperty(AgentServer.COMPARISON, comparison);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try {
            if (body != null) {
                connection.setDoOutput(true);
                try (OutputStream output = connection.getOutputStream()) {
                    JSON.writeValue(output, body);
                }
            }
            return answer(connection, answer);
        } finally {
            connection.disconnect();
        }
    }

    private <T> T answer(HttpURLConnection connection, Class<T> answer) throws ContestantException, IOException {
        int status = connection.getResponseCode();
        if (status == HttpURLConnection.HTTP_OK) {
            try (InputStream body = connection.getInputStream()) {
                return JSON.readValue(body, answer);
            }
        }
        InputStream body = connection.getErrorStream();
        if (body == null) {
            throw new IOException("the agent at " + location + " answers with " + status + ": is it one?");
        }
        Failure failure = JSON.readValue(body, Failure.class);
        if (status == HttpURLConnection.HTTP_CONFLICT) {
            throw ContestantException.relayed(ContestantException.Kind.valueOf(failure.kind()), failure.message());
        }
        throw new IOException("the agent at " + location + ": " + failure.message());
    }
}
