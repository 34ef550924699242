package io.laio.http.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The differential test: the same bytes to several servers must bring the same bytes back, all but the Date. A server each of
 * whose connections serves one request must answer the first of them as the others do, but for {@code Connection: close}, and
 * then end the connection.
 *
 * <p>It needs no idea of what is right; it finds where servers that share all but their I/O strategy come apart.
 */
public final class Differential {
    private static final List<String> FIELDS = List.of(
            "Range: bytes=0-0",
            "Range: bytes=-5",
            "Range: bytes=5-",
            "Range: bytes=99999999-",
            "Range: bytes=0-1,3-4",
            "If-None-Match: *",
            "If-None-Match: \"other\"",
            "If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT",
            "If-Modified-Since: Thu, 01 Jan 2004 00:00:00 GMT",
            "Connection: close",
            "Connection: keep-alive",
            "Accept-Encoding: gzip",
            "Expect: 100-continue",
            "Content-Length: 0");
    private static final List<String> TARGETS = List.of(
            "/",
            "/nested",
            "/nested/",
            "/no-index/",
            "/nothing-here",
            "/no-extension/",
            "/links/escaping.txt",
            "/links/absolute.txt",
            "/links/loop",
            "/links/dangling",
            "/links/directory",
            "/.hidden",
            "/../outside/secret.txt",
            "/%2e%2e/outside/secret.txt",
            "//nested",
            "/sizes//0.bin",
            "/?",
            "/#",
            "*",
            "http://test/");
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "OPTIONS");

    /**
     * One thing to say to every server.
     *
     * @param name for messages
     * @param request its bytes, one a character; may be several requests
     */
    public record Exchange(String name, String request) {}

    private Differential() {}

    /**
     * What is said: every document, every special target with every method, every header field that matters, everything
     * that must be refused, and all good requests once more in one pipeline.
     *
     * @param tree the documents that all servers serve
     * @return the exchanges
     */
    public static List<Exchange> corpus(DocumentTree tree) {
        List<Exchange> good = Stream.of(documents(tree), targets(), fields())
                .flatMap(exchanges -> exchanges)
                .toList();
        return Stream.of(
                        good.stream(),
                        refusals(),
                        Stream.of(pipeline(documents(tree).toList())))
                .flatMap(exchanges -> exchanges)
                .toList();
    }

    private static Stream<Exchange> documents(DocumentTree tree) {
        return tree.documents().keySet().stream().map(path -> request("GET " + path + " HTTP/1.1"));
    }

    private static Stream<Exchange> targets() {
        return TARGETS.stream()
                .flatMap(target -> METHODS.stream().map(method -> request(method + " " + target + " HTTP/1.1")));
    }

    private static Stream<Exchange> fields() {
        return FIELDS.stream()
                .flatMap(field -> Stream.of("GET", "HEAD")
                        .flatMap(method -> Stream.of("1.0", "1.1")
                                .map(version ->
                                        request(method + " /sizes/4097.bin HTTP/" + version + "\r\n" + field))));
    }

    private static Stream<Exchange> refusals() {
        return RejectionContract.refusedRequests().map(refused -> new Exchange(refused.name(), refused.request()));
    }

    private static Exchange request(String lines) {
        return new Exchange(lines, lines + "\r\nHost: test\r\n\r\n");
    }

    private static Exchange pipeline(List<Exchange> exchanges) {
        StringBuilder all = new StringBuilder();
        exchanges.forEach(exchange -> all.append(exchange.request()));
        return new Exchange("all documents in one pipeline", all.toString());
    }

    /**
     * Says one thing to several servers.
     *
     * @param ports the servers' ports by their names
     * @param exchange what to say
     * @throws AssertionError if two servers answer differently
     * @throws IOException if one does not answer
     */
    public static void assertSameAnswers(Map<String, Integer> ports, Exchange exchange) throws IOException {
        assertSameAnswers(ports, Map.of(), exchange);
    }

    /**
     * Says one thing to several servers, some of which end every connection after one answer.
     *
     * @param persistent the ports, by their names, of the servers whose connections persist; one or more
     * @param oneRequest those of the servers whose connections do not
     * @param exchange what to say
     * @throws AssertionError if two servers answer differently, the rules of their connections apart
     * @throws IOException if one does not answer
     */
    public static void assertSameAnswers(
            Map<String, Integer> persistent, Map<String, Integer> oneRequest, Exchange exchange) throws IOException {
        Map<String, String> answers = answers(persistent, exchange);
        assertSame(exchange, answers);
        if (!oneRequest.isEmpty()) {
            Map<String, String> ending = answers(oneRequest, exchange);
            String all = answers.values().iterator().next();
            ending.put("(the first answer of the others, and the end)", firstAndLast(all, exchange));
            assertSame(exchange, ending);
        }
    }

    private static Map<String, String> answers(Map<String, Integer> ports, Exchange exchange) throws IOException {
        Map<String, String> answers = new TreeMap<>();
        for (Map.Entry<String, Integer> server : ports.entrySet()) {
            answers.put(server.getKey(), answer(server.getValue(), exchange));
        }
        return answers;
    }

    /** What is left of a connection's answers if the first is the last, and says so behind its Date. */
    static String firstAndLast(String answers, Exchange exchange) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(answers.getBytes(StandardCharsets.ISO_8859_1));
        new ResponseReader(bytes).read(exchange.request().startsWith("HEAD "));
        String first = answers.substring(0, answers.length() - bytes.available());
        int headEnd = first.indexOf("\r\n\r\n");
        String head = first.substring(0, headEnd)
                .replaceFirst("\r\nConnection: [^\r]*", "")
                .replaceFirst("(\r\nDate: [^\r]*)", "$1\r\nConnection: close");
        return head + first.substring(headEnd);
    }

    private static void assertSame(Exchange exchange, Map<String, String> answers) {
        if (Map.copyOf(answers).values().stream().distinct().count() > 1) {
            throw new AssertionError(
                    "To \"" + exchange.name() + "\" the servers answer differently:" + excerpts(answers));
        }
    }

    private static String answer(int port, Exchange exchange) throws IOException {
        try (RawClient client = RawClient.connect(port)) {
            client.send(exchange.request());
            client.finishSending();
            String answer = new String(client.readUntilClosed(), StandardCharsets.ISO_8859_1);
            return answer.replaceAll("\r\nDate: .{29}\r\n", "\r\nDate: (some date)\r\n");
        }
    }

    /** Every answer from shortly before the first difference. */
    private static String excerpts(Map<String, String> answers) {
        int common = commonPrefix(List.copyOf(answers.values()));
        StringBuilder text = new StringBuilder();
        answers.forEach((server, answer) -> text.append("\n--- ")
                .append(server)
                .append(", ")
                .append(answer.length())
                .append(" bytes, around byte ")
                .append(common)
                .append(":\n")
                .append(answer, Math.max(0, common - 300), Math.min(answer.length(), common + 100)));
        return text.toString();
    }

    private static int commonPrefix(List<String> texts) {
        String first = texts.getFirst();
        int shortest = texts.stream().mapToInt(String::length).min().orElse(0);
        int same = 0;
        while (same < shortest && isSameAt(texts, first.charAt(same), same)) {
            same++;
        }
        return same;
    }

    private static boolean isSameAt(List<String> texts, char expected, int index) {
        return texts.stream().allMatch(text -> text.charAt(index) == expected);
    }
}
