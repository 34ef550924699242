package io.laio.http.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileVersionTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "15, 16, 17, 255",
        "9223372036854775807, 9223372036854775807, 999999999, -1",
        "4096, -1, 1, -9223372036854775808",
        "1048576, 1700000000, 500, 77"
    })
    void theTagIsEveryComponentInHexadecimal(long bytes, long seconds, int nanos, long inode) {
        FileVersion version = new FileVersion(bytes, seconds, nanos, inode);
        byte[] target = new byte[version.entityTagBytes()];
        assertEquals(target.length, version.putEntityTag(target, 0), "as many bytes as announced");
        String expected = '"'
                + Long.toHexString(inode)
                + '-'
                + Long.toHexString(bytes)
                + '-'
                + Long.toHexString(seconds)
                + '.'
                + Integer.toHexString(nanos)
                + '"';
        assertEquals(expected, Heads.text(target, 0, target.length));
    }
}
