package io.laio.lab.pipe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.EngineUnavailableException;
import io.laio.linux.Memory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every contender reads what was written: a fast way of reading nothing would win every comparison. */
@Timeout(60)
class PipeReadersTest {
    private static final int READS = 5;
    private static final int BYTES = 4096;

    private final byte[] written = new byte[READS * BYTES];

    @BeforeEach
    void draw() {
        new SplittableRandom(42).nextBytes(written);
    }

    private static byte[] target(PipeReader reader, int length) {
        byte[] bytes = new byte[length];
        Memory.copy(reader.pipe().target(), bytes, 0, length);
        return bytes;
    }

    private byte[] part(int index) {
        return java.util.Arrays.copyOfRange(written, index * BYTES, (index + 1) * BYTES);
    }

    @ParameterizedTest
    @EnumSource
    void aFullPipeIsReadInOrder(Contender contender) throws EngineUnavailableException {
        try (PipeReaders readers = PipeReaders.open()) {
            PipeReader reader = readers.of(contender);
            Memory.copy(written, 0, reader.pipe().source(), written.length);
            reader.pipe().write(written.length);
            for (int i = 0; i < READS; i++) {
                assertEquals(BYTES, reader.readFull(1, BYTES));
                assertArrayEquals(part(i), target(reader, BYTES));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyPipeIsReadOnceItIsWritten(Contender contender) throws EngineUnavailableException {
        try (PipeReaders readers = PipeReaders.open()) {
            PipeReader reader = readers.of(contender);
            for (int i = 0; i < READS; i++) {
                Memory.copy(written, i * BYTES, reader.pipe().source(), BYTES);
                assertEquals(BYTES, reader.readEmpty(1, BYTES));
                assertArrayEquals(part(i), target(reader, BYTES));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySizeUpToThePipesCapacityIsReadWhole(Contender contender) throws EngineUnavailableException {
        try (PipeReaders readers = PipeReaders.open()) {
            PipeReader reader = readers.of(contender);
            for (int bytes = 1; bytes <= Pipe.CAPACITY_BYTES; bytes *= 16) {
                assertTrue(Stopwatch.nanos(reader, PipeState.FULL, bytes, 40) > 0);
                assertTrue(Stopwatch.nanos(reader, PipeState.EMPTY, bytes, 40) > 0);
            }
        }
    }
}
