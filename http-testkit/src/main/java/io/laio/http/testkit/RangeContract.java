package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Single byte ranges (RFC 9110, 14); several at once may be, and are, answered with the whole. */
interface RangeContract extends ContractPart {
    /** The size of the document that these tests ask for, in bytes: more than any one buffer. */
    int RANGED_BYTES = (1 << 20) + 3;

    /** Where it is. */
    String RANGED_PATH = "/sizes/" + RANGED_BYTES + ".bin";

    private byte[] content() throws IOException {
        return Files.readAllBytes(servers().tree().resolve(RANGED_PATH.substring(1)));
    }

    private Response askRange(String... fields) throws IOException {
        String[] lines = new String[fields.length + 1];
        lines[0] = "GET " + RANGED_PATH + " HTTP/1.1";
        System.arraycopy(fields, 0, lines, 1, fields.length);
        return servers().ask(lines);
    }

    /**
     * Ranges that can be satisfied.
     *
     * @return a test for each kind
     */
    @TestFactory
    default Stream<DynamicTest> aRangeIsServedExactly() {
        return Stream.of(
                rangeTest("bytes=0-0", 0, 0),
                rangeTest("bytes=0-99", 0, 99),
                rangeTest("bytes=4095-4096", 4095, 4096),
                rangeTest("bytes=65535-131072", 65535, 131072),
                rangeTest("bytes=1000000-", 1_000_000, RANGED_BYTES - 1),
                rangeTest("bytes=1-99999999999", 1, RANGED_BYTES - 1),
                rangeTest("bytes=-1", RANGED_BYTES - 1, RANGED_BYTES - 1),
                rangeTest("bytes=-70000", RANGED_BYTES - 70_000, RANGED_BYTES - 1),
                rangeTest("bytes=-99999999999", 0, RANGED_BYTES - 1));
    }

    private DynamicTest rangeTest(String range, int first, int last) {
        return DynamicTest.dynamicTest(range, () -> {
            Response answer = askRange("Range: " + range);
            assertEquals(206, answer.status(), answer::toString);
            assertEquals("bytes " + first + "-" + last + "/" + RANGED_BYTES, answer.require("Content-Range"));
            assertArrayEquals(Arrays.copyOfRange(content(), first, last + 1), answer.body());
        });
    }

    /** Ranges that begin behind the end: told so, with the size that would have helped. */
    @Test
    default void aRangeBehindTheEndCannotBeSatisfied() throws IOException {
        for (String range : new String[] {"bytes=" + RANGED_BYTES + "-", "bytes=99999999999-99999999999", "bytes=-0"}) {
            Response answer = askRange("Range: " + range);
            assertEquals(416, answer.status(), range);
            assertEquals("bytes */" + RANGED_BYTES, answer.require("Content-Range"), range);
        }
    }

    /** An empty document has no byte that a range could begin at. */
    @Test
    default void anEmptyDocumentHasNoRange() throws IOException {
        Response answer = servers().ask("GET /sizes/0.bin HTTP/1.1", "Range: bytes=0-0");
        assertEquals(416, answer.status());
        assertEquals("bytes */0", answer.require("Content-Range"));
    }

    /**
     * What is malformed, of another unit or more than one range is answered with the whole (RFC 9110, 14.2).
     *
     * @return a test for each
     */
    @TestFactory
    default Stream<DynamicTest> otherRangesAreIgnored() {
        return Stream.of(
                        "bytes=2-1",
                        "bytes=a-b",
                        "bytes=-",
                        "bytes=",
                        "bytes",
                        "bytes=1",
                        "bytes=--1",
                        "lines=0-1",
                        "bytes=0-1,5-6",
                        "bytes=99999999999999999999-")
                .map(range -> DynamicTest.dynamicTest(range, () -> {
                    Response answer = askRange("Range: " + range);
                    boolean tooLargeForALong = range.startsWith("bytes=999") && answer.status() == 416;
                    if (!tooLargeForALong) {
                        assertEquals(200, answer.status());
                        assertArrayEquals(content(), answer.body());
                    }
                }));
    }

    /** A range of a document that has changed since must not be mixed with what the client holds. */
    @Test
    default void ifRangeGuardsAgainstMixingVersions() throws IOException {
        Response whole = askRange();
        String tag = whole.require("ETag");
        String date = whole.require("Last-Modified");
        assertAll(
                () -> assertEquals(
                        tag.startsWith("W/") ? 200 : 206, // a weak tag never matches here (RFC 9110, 13.1.5)
                        askRange("Range: bytes=0-0", "If-Range: " + tag).status()),
                () -> assertEquals(
                        200, askRange("Range: bytes=0-0", "If-Range: \"other\"").status()),
                () -> assertEquals(
                        200,
                        askRange("Range: bytes=0-0", "If-Range: W/\"other\"").status()),
                () -> assertEquals(
                        200,
                        askRange("Range: bytes=0-0", "If-Range: Sun, 27 Jun 2004 10:20:30 GMT")
                                .status()),
                () -> assertEquals(
                        200, // never by a later date: the comparison is for equality
                        askRange("Range: bytes=0-0", "If-Range: Thu, 01 Jan 2099 00:00:00 GMT")
                                .status()),
                () -> assertArrayEquals(
                        content(),
                        askRange("Range: bytes=0-0", "If-Range: \"" + date + "\"")
                                .body()));
    }

    /** Ranges are defined for GET only (RFC 9110, 14.2). */
    @Test
    default void headIgnoresTheRange() throws IOException {
        Response answer = servers().ask("HEAD " + RANGED_PATH + " HTTP/1.1", "Range: bytes=0-0");
        assertEquals(200, answer.status());
        assertEquals(String.valueOf(RANGED_BYTES), answer.require("Content-Length"));
    }

    /** Clients are told that they may ask for ranges. */
    @Test
    default void rangesAreOffered() throws IOException {
        assertEquals("bytes", askRange().require("Accept-Ranges"));
    }

    /** A document that the client holds already is not sent, not even in part (RFC 9110, 13.2.2). */
    @Test
    default void conditionsComeBeforeRanges() throws IOException {
        String tag = askRange().require("ETag");
        assertEquals(304, askRange("Range: bytes=0-0", "If-None-Match: " + tag).status());
    }
}
