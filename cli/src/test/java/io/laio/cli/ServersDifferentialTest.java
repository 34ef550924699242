package io.laio.cli;

import io.laio.Engine;
import io.laio.Laziness;
import io.laio.http.server.LaioMode;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.ServerVariants;
import io.laio.http.testkit.Differential;
import io.laio.http.testkit.DocumentTree;
import io.laio.http.testkit.ServerSettings;
import io.laio.http.testkit.VariantServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** All servers answer alike, whatever their engine: they differ in how they wait, and in nothing that a client could see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServersDifferentialTest {
    private final List<VariantServer> servers = new ArrayList<>();
    private final Map<String, Integer> persistent = new TreeMap<>();
    private final Map<String, Integer> oneRequest = new TreeMap<>();
    private List<Differential.Exchange> corpus = List.of();

    @BeforeAll
    void startEveryServer(@TempDir Path directory) throws Exception {
        DocumentTree tree = DocumentTree.create(directory);
        corpus = Differential.corpus(tree);
        for (ServerVariant variant : ServerVariants.all()) {
            for (LaioMode mode : modes(variant)) {
                VariantServer server = VariantServer.start(variant, mode, tree.root(), ServerSettings.patient());
                servers.add(server);
                (variant.profile().keepsConnections() ? persistent : oneRequest)
                        .put(variant.name() + " " + mode, server.port());
            }
        }
    }

    private static List<LaioMode> modes(ServerVariant variant) {
        if (variant.engines().isEmpty()) {
            return List.of(LaioMode.DEFAULT); // which it pays no heed to
        }
        return Stream.of(Engine.RING, Engine.WORKERS)
                .flatMap(engine -> Stream.of(Laziness.values()).map(laziness -> new LaioMode(engine, laziness)))
                .toList();
    }

    @AfterAll
    void stopEveryServer() {
        servers.forEach(VariantServer::close);
    }

    @TestFactory
    Stream<DynamicTest> allServersAnswerAlike() {
        return corpus.stream()
                .map(exchange -> DynamicTest.dynamicTest(
                        exchange.name(), () -> Differential.assertSameAnswers(persistent, oneRequest, exchange)));
    }
}
