package io.laio.http.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the parts of the contract test with: one tree of documents, one server with patient settings that most tests
 * share, and further ones for the tests that need others.
 */
public final class ContractServers implements AutoCloseable {
    private final ServerStarter starter;
    private final Path directory;
    private final DocumentTree tree;
    private final RunningServer shared;

    private ContractServers(ServerStarter starter, Path directory, DocumentTree tree, RunningServer shared) {
        this.starter = starter;
        this.directory = directory;
        this.tree = tree;
        this.shared = shared;
    }

    /**
     * Builds the documents and starts the shared server.
     *
     * @param starter what starts one
     * @return the servers, to be closed
     * @throws Exception if the server does not start
     */
    public static ContractServers start(ServerStarter starter) throws Exception {
        Path directory = Files.createTempDirectory("laio-contract");
        try {
            DocumentTree tree = DocumentTree.create(directory);
            RunningServer shared = starter.start(tree.root(), ServerSettings.patient());
            return new ContractServers(starter, directory, tree, shared);
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
