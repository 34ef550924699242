package io.laio.analysis.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.012345, 0.0123",
        "4.5678, 4.57",
        "1, 1.00",
        "0.4, 0.400",
        "99.949, 99.9",
        "99.96, 100",
        "123.6, 124",
        "1234.4, 1234",
        "-5.126, -5.13"
    })
    void threeDigitsAndWholeFromAHundred(double value, String expected) {
        assertEquals(expected, Numbers.measured(value));
    }

    @Test
    void thousandsAreSetApartFromFiveDigits() {
        assertEquals("12\u2009346", Numbers.measured(12345.6));
        assertEquals("1\u2009234\u2009567", Numbers.whole(1_234_567));
        assertEquals("-12\u2009345", Numbers.whole(-12_345));
    }

    @ParameterizedTest
    @CsvSource({"0.0004, 0.04 %", "0.123, 12.3 %", "1, 100.0 %", "0, 0.00 %"})
    void percentages(double fraction, String expected) {
        assertEquals(expected, Numbers.percent(fraction));
    }

    @ParameterizedTest
    @CsvSource({"999, 999 B", "134217728, 134 MB", "1100000000, 1.10 GB", "1500, 1.50 kB"})
    void bytes(long bytes, String expected) {
        assertEquals(expected, Numbers.bytes(bytes));
    }
}
