package io.laio.testbed.disk.model.harddisk;

/** From the units of the specification to those of the model: nanoseconds and sectors. */
final class Units {
    static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int SECTORS_PER_KILOBYTE = 1024 / PlatterSpec.SECTOR_BYTES;

    private Units() {}

    static long nanos(double millis) {
        return Math.round(millis * NANOS_PER_MILLI);
    }

    static long sectors(int kilobytes) {
        return (long) kilobytes * SECTORS_PER_KILOBYTE;
    }
}
