package io.laio.http.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the parts of the contract test with: one tree of documents, one server with patient settings that most tests
 * share, and further ones for the tests that need others.
 */
public final class ContractServers implements AutoCloseable {
    private static final int SMALLEST_CROWD = 4;

    private final ConnectionRule rule;
    private final int crowd;
    private final ServerStarter starter;
    private final Path directory;
    private final DocumentTree tree;
    private final RunningServer shared;

    private ContractServers(
            ConnectionRule rule,
            int crowd,
            ServerStarter starter,
            Path directory,
            DocumentTree tree,
            RunningServer shared) {
        this.rule = rule;
        this.crowd = crowd;
        this.starter = starter;
        this.directory = directory;
        this.tree = tree;
        this.shared = shared;
    }

    /**
     * Builds the documents and starts the shared server.
     *
     * @param rule what becomes of its connections after an answer
     * @param crowd how many connections they can be expected to serve at once
     * @param starter what starts one
     * @return the servers, to be closed
     * @throws Exception if the server does not start
     */
    static ContractServers start(ConnectionRule rule, int crowd, ServerStarter starter) throws Exception {
        if (crowd < SMALLEST_CROWD) {
            throw new IllegalArgumentException("a crowd is " + SMALLEST_CROWD + " clients or more, not " + crowd);
        }
        Path directory = Files.createTempDirectory("laio-contract");
        try {
            DocumentTree tree = DocumentTree.create(directory);
            RunningServer shared = starter.start(tree.root(), ServerSettings.patient());
            return new ContractServers(rule, crowd, starter, directory, tree, shared);
        } catch (Exception e) {
            DocumentTree.delete(directory);
            throw e;
        }
    }

    /**
     * The documents that all servers here serve.
     *
     * @return the tree
     */
    public DocumentTree tree() {
        return tree;
    }

    /**
     * Whether a connection goes on after an answer.
     *
     * @return false if it ends with it
     */
    boolean connectionsPersist() {
        return rule == ConnectionRule.PERSISTS;
    }

    /**
     * How many connections they are tried with at once.
     *
     * @return connections
     */
    int crowd() {
        return crowd;
    }

    /**
     * Checks that a connection is as it should be after an answer, and that nothing stands behind that.
     *
     * @param client whose last answer was read completely
     * @throws AssertionError if there comes anything but the next answer, or the end where connections end
     * @throws IOException if it ends where it should go on, or is reset
     */
    void expectSettled(RawClient client) throws IOException {
        if (connectionsPersist()) {
            client.expectOpen();
        } else {
            client.expectEnd();
        }
    }

    /** Another client of the shared server. */
    Witness witness() throws IOException {
        return new Witness(this, connectionsPersist() ? connect() : null);
    }

    /**
     * A server of a test's own.
     *
     * @param settings how it is to behave
     * @return the server, which the test closes
     * @throws Exception if it does not start
     */
    public RunningServer start(ServerSettings settings) throws Exception {
        return starter.start(tree.root(), settings);
    }

    /**
     * A new connection to the shared server.
     *
     * @return the client, which the test closes
     * @throws IOException if it does not accept
     */
    public RawClient connect() throws IOException {
        return RawClient.connect(shared.port());
    }

    /**
     * A new connection to the shared server, of a client that takes in little at a time.
     *
     * @param receiveBufferBytes what the kernel may hold for it
     * @return the client, which the test closes
     * @throws IOException if it does not accept
     */
    public RawClient connect(int receiveBufferBytes) throws IOException {
        return RawClient.connect(shared.port(), receiveBufferBytes);
    }

    /**
     * The answer to one request on a connection of its own.
     *
     * @param lines the request line and header fields, without the empty line; Host is added
     * @return the answer
     * @throws IOException if there is none
     */
    public Response ask(String... lines) throws IOException {
        try (RawClient client = connect()) {
            client.send(String.join("\r\n", lines) + "\r\nHost: test\r\n\r\n");
            return lines[0].startsWith("HEAD ") ? client.readToHead() : client.read();
        }
    }

    @Override
    public void close() throws IOException {
        shared.close();
        DocumentTree.delete(directory);
    }
}
