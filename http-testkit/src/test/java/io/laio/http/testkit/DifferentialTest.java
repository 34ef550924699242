package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferentialTest {
    private static final Differential.Exchange EXCHANGE =
            new Differential.Exchange("anything", "GET / HTTP/1.1\r\n\r\n");

    private static String answer(String date, String body) {
        return "HTTP/1.1 200 OK\r\nDate: " + date + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void onlyTheDateMayDiffer() throws IOException {
        try (ScriptedServer one = new ScriptedServer(answer("Mon, 23 Nov 2026 18:28:44 GMT", "hello"));
                ScriptedServer other = new ScriptedServer(answer("Mon, 23 Nov 2026 18:28:45 GMT", "hello"))) {
            Differential.assertSameAnswers(Map.of("one", one.port(), "other", other.port()), EXCHANGE);
        }
    }

    @Test
    void aDifferenceIsShownWithItsPlace() throws IOException {
        try (ScriptedServer one = new ScriptedServer(answer("Mon, 23 Nov 2026 18:28:44 GMT", "hello"));
                ScriptedServer other = new ScriptedServer(answer("Mon, 23 Nov 2026 18:28:44 GMT", "hallo"))) {
            Map<String, Integer> ports = Map.of("one", one.port(), "other", other.port());
            AssertionError error =
                    assertThrows(AssertionError.class, () -> Differential.assertSameAnswers(ports, EXCHANGE));
            String message = String.valueOf(error.getMessage());
            assertTrue(message.contains("hello") && message.contains("hallo"), message);
        }
    }

    @Test
    void theCorpusCoversDocumentsTargetsFieldsAndRefusals(@TempDir Path directory) throws IOException {
        DocumentTree tree = DocumentTree.create(directory);
        List<Differential.Exchange> corpus = Differential.corpus(tree);
        assertTrue(corpus.size() > tree.documents().size() + 150, () -> corpus.size() + " exchanges");
        assertEquals(
                corpus.size(),
                corpus.stream().map(Differential.Exchange::request).distinct().count(),
                "nothing is said twice");
    }
}
