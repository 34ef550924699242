package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Documents are served byte for byte, with what RFC 9110 wants to be told about them. */
interface DocumentContract extends ContractPart {
    /**
     * GET, with the file system as the judge.
     *
     * @return a test for every document
     */
    @TestFactory
    default Stream<DynamicTest> everyDocumentIsServedByteForByte() {
        return servers().tree().documents().entrySet().stream()
                .map(document -> DynamicTest.dynamicTest(
                        document.getKey(), () -> assertServed(document.getKey(), document.getValue())));
    }

    private void assertServed(String path, Path file) throws IOException {
        Response answer = servers().ask("GET " + path + " HTTP/1.1");
        assertEquals(200, answer.status(), answer::toString);
        assertArrayEquals(Files.readAllBytes(file), answer.body());
    }

    /**
     * HEAD tells what GET would, and sends no body.
     *
     * @return a test for every document
     */
    @TestFactory
    default Stream<DynamicTest> headAnswersLikeGetWithoutBody() {
        return servers().tree().documents().keySet().stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> assertHeadLikeGet(path)));
    }

    private void assertHeadLikeGet(String path) throws IOException {
        Response get = servers().ask("GET " + path + " HTTP/1.1");
        try (RawClient client = servers().connect()) {
            Response head = client.send("HEAD " + path + " HTTP/1.1\r\nHost: test\r\n\r\n")
                    .readToHead();
            assertEquals(withoutDate(get), withoutDate(head));
            servers()
                    .expectSettled(
                            client); // a body sent after all would stand where the next answer, or the end, is due
        }
    }

    private static List<Response.Field> withoutDate(Response answer) {
        return answer.fields().stream()
                .filter(field -> !field.name().equalsIgnoreCase("Date"))
                .toList();
    }

    /** Date is now, Last-Modified is the file's, both in the one format that may be sent (RFC 9110, 5.6.7). */
    @Test
    default void datesAreRight() throws IOException {
        Path file = servers().tree().write("dated.txt", Content.of("dated", 10));
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(Instant.parse("2004-06-27T10:20:30.9Z")));
        Response answer = servers().ask("GET /dated.txt HTTP/1.1");
        Instant date = ZonedDateTime.parse(answer.require("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        assertAll(
                () -> assertEquals("Sun, 27 Jun 2004 10:20:30 GMT", answer.require("Last-Modified")),
                () -> assertEquals(29, answer.require("Date").length(), "IMF-fixdate has a fixed length"),
                () -> assertTrue(
                        Duration.between(date, Instant.now()).abs().toMinutes() < 5, () -> answer.require("Date")));
    }

    /** An entity tag stays while the file does, and changes with it. */
    @Test
    default void theEntityTagFollowsTheContent() throws IOException {
        DocumentTree tree = servers().tree();
        tree.write("tagged.txt", Content.of("first", 100));
        String first = servers().ask("GET /tagged.txt HTTP/1.1").require("ETag");
        String again = servers().ask("GET /tagged.txt HTTP/1.1").require("ETag");
        tree.write("tagged.txt", Content.of("second", 200));
        Response changed = servers().ask("GET /tagged.txt HTTP/1.1");
        assertAll(
                () -> assertTrue(first.matches("(W/)?\"[\\x21\\x23-\\x7e]*\""), first),
                () -> assertEquals(first, again),
                () -> assertTrue(!first.equals(changed.require("ETag")), first),
                () -> assertArrayEquals(Content.of("second", 200), changed.body()));
    }

    /**
     * Media types by the name's ending.
     *
     * @return a test for every ending
     */
    @TestFactory
    default Stream<DynamicTest> mediaTypesFollowTheNamesEnding() {
        Map<String, Set<String>> expected = Map.ofEntries(
                Map.entry("page.html", Set.of("text/html")),
                Map.entry("page.css", Set.of("text/css")),
                Map.entry("page.js", Set.of("text/javascript", "application/javascript")),
                Map.entry("page.json", Set.of("application/json")),
                Map.entry("page.png", Set.of("image/png")),
                Map.entry("page.jpg", Set.of("image/jpeg")),
                Map.entry("page.svg", Set.of("image/svg+xml")),
                Map.entry("page.txt", Set.of("text/plain")),
                Map.entry("page.pdf", Set.of("application/pdf")),
                Map.entry("page.unheard-of", Set.of("application/octet-stream")));
        return expected.entrySet().stream()
                .map(type -> DynamicTest.dynamicTest(type.getKey(), () -> {
                    String sent = servers()
                            .ask("GET /types/" + type.getKey() + " HTTP/1.1")
                            .require("Content-Type");
                    assertTrue(type.getValue().contains(sent.replaceFirst(";.*", "")), sent);
                }));
    }

    /** A directory with an index is served as that index. */
    @Test
    default void aDirectoryIsServedByItsIndex() throws IOException {
        assertEquals("This is index.html.\n", servers().ask("GET / HTTP/1.1").text());
        assertEquals(
                "This is nested/index.html.\n",
                servers().ask("GET /nested/ HTTP/1.1").text());
    }

    /** Without its slash a directory's relative links would lead astray: the client is sent to the right place. */
    @Test
    default void aDirectoryWithoutItsSlashIsRedirected() throws IOException {
        Response plain = servers().ask("GET /nested HTTP/1.1");
        Response query = servers().ask("GET /nested?a=b&c=%20 HTTP/1.1");
        assertAll(
                () -> assertEquals(301, plain.status(), plain::toString),
                () -> assertTrue(plain.require("Location").endsWith("/nested/"), plain::toString),
                () -> assertEquals(301, query.status(), query::toString),
                () -> assertTrue(query.require("Location").endsWith("/nested/?a=b&c=%20"), query::toString));
    }

    /** A path that begins with two slashes must not become a redirect to another host (RFC 3986, 4.2). */
    @Test
    default void aRedirectNeverLeadsToAnotherHost() throws IOException {
        Response answer = servers().ask("GET //nested HTTP/1.1");
        assertTrue(
                answer.field("Location").filter(place -> place.startsWith("//")).isEmpty(), answer::toString);
    }

    /** A directory without an index is not listed. */
    @Test
    default void aDirectoryWithoutIndexIsRefused() throws IOException {
        int status = servers().ask("GET /no-index/ HTTP/1.1").status();
        assertTrue(status == 403 || status == 404, () -> "status " + status);
    }

    /** What is not there is 404; so is a file treated as a directory. */
    @Test
    default void whatIsNotThereIsNotFound() throws IOException {
        assertEquals(404, servers().ask("GET /nothing-here HTTP/1.1").status());
        assertEquals(404, servers().ask("GET /no-extension/below HTTP/1.1").status());
        assertEquals(404, servers().ask("GET /no-extension/ HTTP/1.1").status());
    }

    /** A file's query is nobody's business here. */
    @Test
    default void theQueryOfAFileIsIgnored() throws IOException {
        assertEquals(
                "This is no-extension.\n",
                servers().ask("GET /no-extension?x=../../etc HTTP/1.1").text());
    }

    /** A plus sign is itself in a path, and letters may be percent-encoded though they need not be. */
    @Test
    default void pathsAreDecodedOnce() throws IOException {
        assertEquals(
                200, servers().ask("GET /names/plus+and&semi;.txt HTTP/1.1").status());
        assertEquals(200, servers().ask("GET /%6Eo-extension HTTP/1.1").status());
        assertEquals(404, servers().ask("GET /%256Eo-extension HTTP/1.1").status());
    }

    /** A request may name the whole URI (RFC 9112, 3.2.2). */
    @Test
    default void theAbsoluteFormIsUnderstood() throws IOException {
        assertEquals(
                "This is no-extension.\n",
                servers().ask("GET http://test/no-extension HTTP/1.1").text());
    }

    /** A new file, and a file that is gone, show at once where names are not remembered. */
    @Test
    default void changesOfTheTreeShow() throws IOException {
        assertEquals(404, servers().ask("GET /coming.txt HTTP/1.1").status());
        Path file = servers().tree().write("coming.txt", Content.of("coming", 10));
        assertEquals(200, servers().ask("GET /coming.txt HTTP/1.1").status());
        Files.delete(file);
        assertEquals(404, servers().ask("GET /coming.txt HTTP/1.1").status());
    }
}
