package io.laio.analysis.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownTableTest {
    @Test
    void everyRowIsALine() {
        MarkdownTable table = new MarkdownTable(List.of("server", "Mb/s", "ms"));
        table.row(List.of("a", "1", "2"));
        assertEquals("""
                | server | Mb/s | ms |
                |---|---:|---:|
                | a | 1 | 2 |
                """, table.text());
    }

    @Test
    void whatWouldEndACellIsEscaped() {
        MarkdownTable table = new MarkdownTable(List.of("a|b"));
        table.row(List.of("c\nd"));
        assertEquals("""
                | a\\|b |
                |---|
                | c d |
                """, table.text());
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        MarkdownTable table = new MarkdownTable(List.of("a", "b"));
        assertThrows(IllegalArgumentException.class, () -> table.row(List.of("1")));
    }
}
