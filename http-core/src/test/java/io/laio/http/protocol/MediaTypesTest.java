package io.laio.http.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {
    private static final String UNKNOWN = "application/octet-stream";
    private final MediaTypes types = MediaTypes.standard();

    private static String lookUp(MediaTypes types, String path) {
        byte[] bytes = path.getBytes(ISO_8859_1);
        byte[] padded = (path + ".html").getBytes(ISO_8859_1);
        assertEquals(
                new String(types.ofPath(bytes, bytes.length), ISO_8859_1),
                new String(types.ofPath(padded, bytes.length), ISO_8859_1));
        return new String(types.ofPath(bytes, bytes.length), ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, text/html; charset=utf-8",
        "a/b/INDEX.HTML, text/html; charset=utf-8",
        "a.htm, text/html; charset=utf-8",
        "a.css, text/css; charset=utf-8",
        "a.min.js, text/javascript; charset=utf-8",
        "a.mjs, text/javascript; charset=utf-8",
        "a.json, application/json",
        "a.svg, image/svg+xml",
        "a.png, image/png",
        "a.jpg, image/jpeg",
        "a.JPEG, image/jpeg",
        "a.gif, image/gif",
        "a.webp, image/webp",
        "a.avif, image/avif",
        "favicon.ico, image/vnd.microsoft.icon",
        "a.pdf, application/pdf",
        "a.txt, text/plain; charset=utf-8",
        "a.md, text/markdown; charset=utf-8",
        "a.xml, application/xml",
        "a.wasm, application/wasm",
        "a.woff2, font/woff2",
        "a.ttf, font/ttf",
        "a.mp4, video/mp4",
        "a.webm, video/webm",
        "a.mp3, audio/mpeg",
        "a.tar.gz, application/gzip",
        "a.zip, application/zip",
        "a.tar, application/x-tar",
        "a.b/c.txt, text/plain; charset=utf-8",
        "a.manifest, application/manifest+json",
    })
    void extensionsNameTypes(String path, String type) {
        assertEquals(type, lookUp(types, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "README",
                "a.",
                ".html",
                "a/.html",
                "a.html/b",
                "html",
                "a.unknown",
                "a.htmlx",
                "a.xhtml~",
                "a.averylongextension",
                "a.\u00e4",
                "a.thehtml",
            })
    void theRestIsBytes(String path) {
        assertEquals(UNKNOWN, lookUp(types, path));
    }

    @Test
    void theLastLineCounts() {
        MediaTypes table = new MediaTypes("a/one x y\n\n  a/two;q=1 y Z\n");
        assertEquals("a/one", lookUp(table, "f.x"));
        assertEquals("a/two; q=1", lookUp(table, "f.Y"));
        assertEquals("a/two; q=1", lookUp(table, "f.z"));
    }

    @Test
    void extensionsThatCannotBeFoundAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new MediaTypes("a/b ninechars"));
        assertThrows(IllegalArgumentException.class, () -> new MediaTypes("a/b \u00e4"));
        assertEquals("a/b", lookUp(new MediaTypes("a/b eightcha"), "f.eightcha"));
    }
}
