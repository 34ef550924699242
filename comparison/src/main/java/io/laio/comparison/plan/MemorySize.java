package io.laio.comparison.plan;

import java.util.Locale;

/** How much page cache a server may use, as a plan writes it. */
public sealed interface MemorySize {
    /**
     * The size for a workload.
     *
     * @param footprintBytes bytes of the documents that a run touches
     * @return bytes
     */
    long bytes(long footprintBytes);

    /**
     * As a plan writes it.
     *
     * @return what {@link #parse} reads
     */
    String text();

    /**
     * The same for every workload.
     *
     * @param count bytes, 1 or more
     */
    record Bytes(long count) implements MemorySize {
        @Override
        public long bytes(long footprintBytes) {
            return count;
        }

        @Override
        public String text() {
            return Long.toString(count);
        }
    }

    /**
     * In proportion to what a workload touches.
     *
     * @param times above 0
     */
    record Footprints(double times) implements MemorySize {
        @Override
        public long bytes(long footprintBytes) {
            return Math.round(times * footprintBytes);
        }

        @Override
        public String text() {
            return times + "x";
        }
    }

    /**
     * Reads a size.
     *
     * @param text {@code 190M}, or {@code 0.5x} for half of the bytes that a run touches
     * @return the size
     * @throws IllegalArgumentException if it is neither
     */
    static MemorySize parse(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        if (stripped.endsWith("x")) {
            return new Footprints(Numbers.positive(stripped.substring(0, stripped.length() - 1)));
        }
        long bytes = ByteSize.parse(text);
        if (bytes == 0) {
            throw new IllegalArgumentException("1 byte at least is needed");
        }
        return new Bytes(bytes);
    }
}
