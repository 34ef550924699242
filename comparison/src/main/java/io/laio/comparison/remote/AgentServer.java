package io.laio.comparison.remote;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.laio.comparison.contestant.ContestantException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets an {@link Agent} be asked over HTTP. Requests and answers are JSON, one record of this package each; one request is carried
 * out at a time. Whoever reaches the address may ask, so it must be one that only the comparison's containers reach. Every request
 * but {@code GET /container} names its comparison in the header {@code Laio-Comparison}; while an agent works for one, others are
 * answered with 409.
 *
 * <table>
 * <caption>Requests</caption>
 * <tr><td>{@code GET /container}</td><td>what the container is: its limits in force</td></tr>
 * <tr><td>{@code POST /lease}</td><td>works for the comparison that asks, until that has been silent for {@link Lease#SILENCE}</td></tr>
 * <tr><td>{@code DELETE /lease}</td><td>ends what runs, and works for whoever asks next</td></tr>
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
    /** The header that names a comparison. */
    static final String COMPARISON = "Laio-Comparison";

    private static final String CONTAINER = "GET /container";
    private static final int BACKLOG = 16;
    private static final Map<String, String> NOTHING = Map.of();

    private final Agent agent;
    private final Lease lease;
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
     * @param lease for whom it works; from now on only used by this object
     * @param address where to listen; port 0 for any
     * @throws IOException if it cannot listen there
     */
    public AgentServer(Agent agent, Lease lease, InetSocketAddress address) throws IOException {
        this.agent = agent;
        this.lease = lease;
        actions = actions();
        server = HttpServer.create(address, BACKLOG);
        server.createContext("/", this::answer);
        server.start();
    }

    private Map<String, Action> actions() {
        return Map.ofEntries(
                entry(CONTAINER, body -> agent.facts()),
                entry("POST " + AgentClient.LEASE, body -> NOTHING), // whoever asks for anything has it
                entry("DELETE " + AgentClient.LEASE, body -> after(this::endLease)),
                entry("POST /server", body -> agent.start(JSON.readValue(body, Start.class))),
                entry("GET /server/output", body -> agent.output()),
                entry("GET /server/usage", body -> agent.usage()),
                entry("POST /server/news", body -> agent.news(JSON.readValue(body, Amount.class))),
                entry("DELETE /server", body -> after(agent::stop)),
                entry("POST /budget", body -> after(() -> agent.keepBudget(JSON.readValue(body, Amount.class)))),
                entry("POST /budget/restart", body -> after(agent::restartBudget)),
                entry("GET /budget", body -> agent.budget()),
                entry("DELETE /budget", body -> after(agent::endBudget)));
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
            String request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            if (actions.containsKey(request)) {
                answer(exchange, request, body);
            } else {
                send(exchange, HttpURLConnection.HTTP_NOT_FOUND, failure("no such request"));
            }
        }
    }

    private void answer(HttpExchange exchange, String request, byte[] body) throws IOException {
        Optional<String> comparison =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(COMPARISON));
        try {
            send(exchange, HttpURLConnection.HTTP_OK, perform(request, comparison, body));
        } catch (LeasedException e) {
            send(exchange, HttpURLConnection.HTTP_CONFLICT, failure(words(e)));
        } catch (ContestantException e) {
            send(exchange, HttpURLConnection.HTTP_CONFLICT, new Failure(e.kind().name(), words(e)));
        } catch (JsonProcessingException e) {
            send(exchange, HttpURLConnection.HTTP_BAD_REQUEST, failure(e.getOriginalMessage()));
        } catch (IOException | RuntimeException e) {
            send(exchange, HttpURLConnection.HTTP_INTERNAL_ERROR, failure(words(e)));
        }
    }

    private synchronized Object perform(String request, Optional<String> comparison, byte[] body)
            throws LeasedException, ContestantException, IOException {
        if (!request.equals(CONTAINER) && lease.claim(comparison)) {
            agent.stop(); // what another left
        }
        return Objects.requireNonNull(actions.get(request)).perform(body);
    }

    private void endLease() throws IOException {
        lease.end();
        agent.stop();
    }

    /**
     * Ends what a comparison has started that has not been heard of for {@link Lease#SILENCE}: it was killed, or cannot reach this
     * container any more. To be called from time to time, on any thread.
     *
     * @throws IOException if it cannot be ended
     */
    public synchronized void endIfSilent() throws IOException {
        if (lease.isSilent()) {
            endLease();
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
