package io.laio.comparison.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.laio.comparison.contestant.ContestantException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.util.Map;

/**
 * Lets an {@link Agent} be asked over HTTP. Requests and answers are JSON, one record of this package each; one request is carried
 * out at a time. Whoever reaches the address may ask, so it must be one that only the comparison's containers reach.
 *
 * <table>
 * <caption>Requests</caption>
 * <tr><td>{@code GET /container}</td><td>what the container is: its limits in force</td></tr>
 * <tr><td>{@code POST /server}</td><td>ends what runs and starts a contestant; answered once it is ready</td></tr>
 * <tr><td>{@code GET /server/output}</td><td>what it has written</td></tr>
 * <tr><td>{@code GET /server/usage}</td><td>processor time, memory of helpers</td></tr>
 * <tr><td>{@code POST /server/news}</td><td>waits so many milliseconds for it to end by itself</td></tr>
 * <tr><td>{@code DELETE /server}</td><td>ends it</td></tr>
 * <tr><td>{@code POST /budget}</td><td>puts a memory budget in force and keeps it</td></tr>
 * <tr><td>{@code POST /budget/restart}</td><td>begins another phase of a run</td></tr>
 * <tr><td>{@code GET /budget}</td><td>how it was used</td></tr>
 * <tr><td>{@code DELETE /budget}</td><td>keeps it no longer</td></tr>
 * </table>
 */
public final class AgentServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BACKLOG = 16;
    private static final Map<String, String> NOTHING = Map.of();

    private final Agent agent;
    private final HttpServer server;
    private final Map<String, Action> actions;

    /** What is done for one kind of request. */
    private interface Action {
        Object perform(byte[] body) throws ContestantException, IOException;
    }

    /** Something to do that has no answer. */
    private interface Step {
        void take() throws IOException;
    }

    /**
     * Begins to answer.
     *
     * @param agent whom to ask; from now on only used by this object
     * @param address where to listen; port 0 for any
     * @throws IOException if it cannot listen there
     */
    public AgentServer(Agent agent, InetSocketAddress address) throws IOException {
        this.agent = agent;
        actions = actions();
        server = HttpServer.create(address, BACKLOG);
        server.createContext("/", this::answer);
        server.start();
    }

    private Map<String, Action> actions() {
        return Map.of(
                "GET /container", body -> agent.facts(),
                "POST /server", body -> agent.start(JSON.readValue(body, Start.class)),
                "GET /server/output", body -> agent.output(),
                "GET /server/usage", body -> agent.usage(),
                "POST /server/news", body -> agent.news(JSON.readValue(body, Amount.class)),
                "DELETE /server", body -> after(agent::stop),
                "POST /budget", body -> after(() -> agent.keepBudget(JSON.readValue(body, Amount.class))),
                "POST /budget/restart", body -> after(agent::restartBudget),
                "GET /budget", body -> agent.budget(),
                "DELETE /budget", body -> after(agent::endBudget));
    }

    private static Object after(Step step) throws IOException {
        step.take();
        return NOTHING;
    }

    /**
     * Where it listens.
     *
     * @return the address
     */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Action action = actions.get(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            if (action == null) {
                send(exchange, HttpURLConnection.HTTP_NOT_FOUND, failure("no such request"));
            } else {
                answer(exchange, action, body);
            }
        }
    }

    private static void answer(HttpExchange exchange, Action action, byte[] body) throws IOException {
        try {
            send(exchange, HttpURLConnection.HTTP_OK, action.perform(body));
        } catch (ContestantException e) {
            send(exchange, HttpURLConnection.HTTP_CONFLICT, new Failure(e.kind().name(), words(e)));
        } catch (JsonProcessingException e) {
            send(exchange, HttpURLConnection.HTTP_BAD_REQUEST, failure(e.getOriginalMessage()));
        } catch (IOException | RuntimeException e) {
            send(exchange, HttpURLConnection.HTTP_INTERNAL_ERROR, failure(words(e)));
        }
    }

    private static Failure failure(String message) {
        return new Failure(ContestantException.Kind.FAILED.name(), message);
    }

    private static String words(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Answers nothing more, and ends what the agent has started. */
    @Override
    public void close() throws IOException {
        server.stop(0);
        agent.close();
    }
}
