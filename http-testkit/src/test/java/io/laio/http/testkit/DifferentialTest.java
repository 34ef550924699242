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

    private static final String DATED = "HTTP/1.1 200 OK\r\nDate: Mon, 23 Nov 2026 18:28:44 GMT\r\n";
    private static final String FIRST = DATED + "Connection: keep-alive\r\nContent-Length: 5\r\n\r\nhello";
    private static final String LAST = DATED + "Connection: close\r\nContent-Length: 5\r\n\r\nhello";

    private static void compare(String persistent, String oneRequest) throws IOException {
        try (ScriptedServer one = new ScriptedServer(persistent);
                ScriptedServer other = new ScriptedServer(oneRequest)) {
            Differential.assertSameAnswers(Map.of("one", one.port()), Map.of("other", other.port()), EXCHANGE);
        }
    }

    @Test
    void whereConnectionsEndTheFirstAnswerMustBeTheSameAndTheLast() throws IOException {
        compare(FIRST, LAST);
        compare(FIRST + FIRST, LAST);
        compare(LAST, LAST);
        compare(answer("Mon, 23 Nov 2026 18:28:44 GMT", "hello"), LAST);
        for (String wrong : List.of(
                FIRST, LAST + LAST, LAST.replace("hello", "hallo"), LAST.replace("close", "Close"), LAST + "more")) {
            assertThrows(AssertionError.class, () -> compare(FIRST + FIRST, wrong), wrong);
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
