package io.laio.lab.pipe;

/** Takes the time of reads, never that of filling the pipe for them. */
final class Stopwatch {
    private Stopwatch() {}

    /**
     * Measures.
     *
     * @param reader who reads
     * @param state what it finds
     * @param bytes of each read
     * @param calls how many
     * @return nanoseconds of all reads together
     */
    static long nanos(PipeReader reader, PipeState state, int bytes, int calls) {
        return switch (state) {
            case FULL -> full(reader, bytes, calls);
            case EMPTY -> empty(reader, bytes, calls);
        };
    }

    private static long full(PipeReader reader, int bytes, int calls) {
        int mostAtOnce = Pipe.CAPACITY_BYTES / bytes;
        long nanos = 0;
        for (int left = calls; left > 0; ) {
            int batch = Math.min(left, mostAtOnce);
            reader.pipe().write(batch * bytes);
            long start = System.nanoTime();
            long got = reader.readFull(batch, bytes);
            nanos += System.nanoTime() - start;
            requireAll(got, batch, bytes);
            left -= batch;
        }
        return nanos;
    }

    private static long empty(PipeReader reader, int bytes, int calls) {
        long start = System.nanoTime();
        long got = reader.readEmpty(calls, bytes);
        long nanos = System.nanoTime() - start;
        requireAll(got, calls, bytes);
        return nanos;
    }

    private static void requireAll(long got, int calls, int bytes) {
        if (got != (long) calls * bytes) {
            throw new IllegalStateException(calls + " reads of " + bytes + " bytes brought " + got + " bytes");
        }
    }
}
