package io.laio.comparison.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({"4096, 4096", "190M, 199229440", "2G, 2147483648", "1.5k, 1536", "1 MiB, 1048576", "3mb, 3145728"})
    void readsWhatPeopleWrite(String text, long bytes) {
        assertEquals(bytes, ByteSize.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "-1", "1X", "1e9", "99999999999T"})
    void refusesTheRest(String text) {
        assertThrows(IllegalArgumentException.class, () -> ByteSize.parse(text));
    }

    @Test
    void writesForAReader() {
        assertEquals("128.0 MiB", ByteSize.describe(128 << 20));
        assertEquals("512 B", ByteSize.describe(512));
    }
}
