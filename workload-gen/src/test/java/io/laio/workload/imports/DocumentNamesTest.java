package io.laio.workload.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.trace.Document;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DocumentNamesTest {
    private final DocumentNames names = new DocumentNames(Queries.KEEP);

    @ParameterizedTest
    @CsvSource({
        "/a/b.html, /a/b.html",
        "/, /index.html",
        "/a/, /a/index.html",
        "/a/., /a/index.html",
        "/a/b/.., /a/index.html",
        "/.., /index.html",
        "/../../a, /a",
        "//a///b, /a/b",
        "/%61%2Fb, /a/b",
        "/a%20b, /a%20b",
        "/a b, /a%20b",
        "/a%2520b, /a%2520b",
        "/100%, /100%25",
        "/%zz, /%25zz",
        "/caf%C3%A9, /caf%C3%A9",
        "/nul%00, /nul%00",
        "/.git/config, /%2Egit/config",
        "/a#b, /a",
        "/a?, /a%3F",
        "/a?b=c/d, /a%3Fb=c%2Fd",
        "/?b, /index.html%3Fb",
        "HTTP://host:80/x, /x",
        "http://host, /index.html",
    })
    void targetsBecomeNames(String target, String name) {
        assertEquals(name, names.of(target));
    }

    @Test
    void whatIsNoPathHasNoName() {
        for (String target : List.of("*", "", "a", "host:443", "ftp://host/a")) {
            assertNull(names.of(target), target);
        }
    }

    @Test
    void queriesCanBeDropped() {
        assertEquals("/a", new DocumentNames(Queries.DROP).of("/a?b=c"));
    }

    @Test
    void longNamesAreShortenedAndStayDifferent() {
        String first = Objects.requireNonNull(names.of("/d/" + "x".repeat(300) + "1"));
        String second = Objects.requireNonNull(names.of("/d/" + "x".repeat(300) + "2"));
        assertEquals(3 + Document.MAX_SEGMENT_BYTES, first.length());
        assertNotEquals(first, second);
    }

    @Test
    void aPathThatIsTooLongHasNoName() {
        assertNull(names.of("/x".repeat(2_000)));
    }

    @Test
    void everyNameIsADocumentPath() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder target = new StringBuilder("/");
            for (int length = random.nextInt(40); length > 0; length--) {
                target.append(
                        random.nextInt(3) == 0 ? "/.%?#2fF".charAt(random.nextInt(8)) : (char) random.nextInt(256));
            }
            String name = names.of(target.toString());
            assertTrue(name != null, target::toString);
            assertEquals(name, new Document(Objects.requireNonNull(name), 0).path());
        }
    }

    @Test
    void aFileThatIsADirectoryTooGetsAnotherName() {
        NameConflicts conflicts = new NameConflicts(List.of("/blog", "/blog/a", "/x/y/z"));
        assertEquals("/blog%file", conflicts.resolved("/blog"));
        assertEquals("/x%file", conflicts.resolved("/x"));
        assertEquals("/x/y%file", conflicts.resolved("/x/y"));
        assertEquals("/blog/a", conflicts.resolved("/blog/a"));
        assertEquals("/blogs", conflicts.resolved("/blogs"));
    }
}
