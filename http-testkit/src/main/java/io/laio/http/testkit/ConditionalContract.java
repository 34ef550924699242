package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A client that has a document already is told so instead of being sent it again (RFC 9110, 13). */
interface ConditionalContract extends ContractPart {
    /** A path that these tests ask for. */
    String CONDITIONAL_PATH = "/nested/index.html";

    private Response askIf(String... conditions) throws IOException {
        String[] lines = new String[conditions.length + 1];
        lines[0] = "GET " + CONDITIONAL_PATH + " HTTP/1.1";
        System.arraycopy(conditions, 0, lines, 1, conditions.length);
        return servers().ask(lines);
    }

    private String validator(String name) throws IOException {
        return askIf().require(name);
    }

    /** The entity tag that the client holds, alone, in a list, weak, and any at all. */
    @Test
    default void aKnownEntityTagIsNotModified() throws IOException {
        String tag = validator("ETag");
        String weak = tag.startsWith("W/") ? tag : "W/" + tag;
        assertEquals(304, askIf("If-None-Match: " + tag).status());
        assertEquals(304, askIf("If-None-Match: \"other\", " + tag).status());
        assertEquals(304, askIf("If-None-Match: \"with,comma\"," + weak).status());
        assertEquals(304, askIf("If-None-Match: *").status());
    }

    /** An entity tag that is not this document's. */
    @Test
    default void anUnknownEntityTagIsServed() throws IOException {
        assertEquals(200, askIf("If-None-Match: \"other\"").status());
    }

    /** The date that the client was told, and a later one; an earlier one is served. */
    @Test
    default void theDateDecidesWhereThereIsNoTag() throws IOException {
        assertEquals(
                304, askIf("If-Modified-Since: " + validator("Last-Modified")).status());
        assertEquals(
                304, askIf("If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT").status());
        assertEquals(
                200, askIf("If-Modified-Since: Sun, 27 Jun 2004 10:20:30 GMT").status());
    }

    /** A recipient must accept the two obsolete date formats too (RFC 9110, 5.6.7). */
    @Test
    default void obsoleteDatesAreUnderstood() throws IOException {
        assertEquals(
                200, askIf("If-Modified-Since: Sunday, 27-Jun-04 10:20:30 GMT").status());
        assertEquals(304, askIf("If-Modified-Since: Thu Jan  1 00:00:00 2099").status());
    }

    /** A date that is none is ignored (RFC 9110, 13.1.3). */
    @Test
    default void aMalformedDateIsIgnored() throws IOException {
        assertEquals(200, askIf("If-Modified-Since: yesterday").status());
    }

    /** With both, only the tag counts (RFC 9110, 13.1.3). */
    @Test
    default void theTagTakesPrecedenceOverTheDate() throws IOException {
        assertEquals(
                200,
                askIf("If-None-Match: \"other\"", "If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT")
                        .status());
    }

    /** The validators are repeated, no body follows, and the connection is as it should be after an answer. */
    @Test
    default void notModifiedRepeatsTheTagAndHasNoBody() throws IOException {
        String tag = validator("ETag");
        try (RawClient client = servers().connect()) {
            client.send("GET " + CONDITIONAL_PATH + " HTTP/1.1\r\nHost: test\r\nIf-None-Match: " + tag + "\r\n\r\n");
            Response answer = client.read();
            assertEquals(304, answer.status());
            assertEquals(tag, answer.require("ETag"));
            servers().expectSettled(client);
        }
    }

    /** A client that wants this version or none is told when it is none (RFC 9110, 13.1.1 and 13.1.4). */
    @Test
    default void aVersionThatIsGoneFailsThePrecondition() throws IOException {
        assertEquals(412, askIf("If-Match: \"other\"").status());
        assertEquals(200, askIf("If-Match: *").status());
        assertEquals(
                412, askIf("If-Unmodified-Since: Sun, 27 Jun 2004 10:20:30 GMT").status());
        assertEquals(
                200, askIf("If-Unmodified-Since: " + validator("Last-Modified")).status());
    }
}
