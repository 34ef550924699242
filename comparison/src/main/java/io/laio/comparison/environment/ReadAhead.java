package io.laio.comparison.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Holds a disk's read-ahead at a value while the runs last, and puts back what was there.
 *
 * <p>What was there is also written to a file first: should this process be killed, the next comparison still knows it,
 * and {@code bin/laio doctor} tells. Why read-ahead matters: {@code docs/decisions/0010-read-ahead.md}.
 */
public final class ReadAhead implements AutoCloseable {
    private static final int BYTES_PER_KILOBYTE = 1024;

    private final BlockDevice device;
    private final Path journal;
    private final OptionalLong original;
    private final String description;

    private ReadAhead(BlockDevice device, Path journal, OptionalLong original, String description) {
        this.device = device;
        this.journal = journal;
        this.original = original;
        this.description = description;
    }

    /**
     * Changes a disk's read-ahead if asked to and allowed to.
     *
     * @param device the disk
     * @param wanted bytes; empty to leave it as it is
     * @param data the directory for the documents on that disk, which exists
     * @return what puts it back
     * @throws IOException if the kernel refuses although it seemed allowed
     */
    public static ReadAhead hold(BlockDevice device, OptionalLong wanted, Path data) throws IOException {
        Path journal = journal(device, data);
        OptionalLong original = leftBehind(device, data);
        if (original.isEmpty()) {
            original = device.readAheadBytes();
        }
        if (wanted.isEmpty() && Files.exists(journal) && device.mayChangeReadAhead()) {
            device.changeReadAhead(original.orElseThrow());
            Files.delete(journal);
        }
        if (wanted.isEmpty() || original.isEmpty() || original.equals(wanted)) {
            return new ReadAhead(device, journal, OptionalLong.empty(), describe(original));
        }
        if (!device.mayChangeReadAhead()) {
            String untouched = describe(original) + ", left alone: changing it needs root";
            return new ReadAhead(device, journal, OptionalLong.empty(), untouched);
        }
        Files.writeString(journal, Long.toString(original.getAsLong()));
        device.changeReadAhead(wanted.getAsLong());
        String held = describe(wanted) + " during the runs, else " + describe(original);
        return new ReadAhead(device, journal, original, held);
    }

    /**
     * What a comparison that was killed did not put back.
     *
     * @param device the disk
     * @param data laio's data directory
     * @return the original read-ahead in bytes; empty if nothing was left behind
     * @throws IOException if the record of it cannot be read
     */
    public static OptionalLong leftBehind(BlockDevice device, Path data) throws IOException {
        Path journal = journal(device, data);
        return Files.exists(journal)
                ? OptionalLong.of(Long.parseLong(Files.readString(journal).strip()))
                : OptionalLong.empty();
    }

    private static Path journal(BlockDevice device, Path data) {
        return data.resolve("read-ahead-" + device.name() + ".original");
    }

    private static String describe(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() / BYTES_PER_KILOBYTE + " KB" : "unknown";
    }

    /**
     * What it is during the runs.
     *
     * @return words for the results
     */
    public String description() {
        return description;
    }

    /** Puts back what was there. */
    @Override
    public void close() throws IOException {
        if (original.isPresent()) {
            Uninterrupted.run(() -> {
                device.changeReadAhead(original.getAsLong());
                Files.deleteIfExists(journal);
            });
        }
    }
}
