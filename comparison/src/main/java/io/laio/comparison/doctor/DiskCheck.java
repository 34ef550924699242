package io.laio.comparison.doctor;

import io.laio.comparison.environment.BlockDevice;
import io.laio.comparison.environment.ReadAhead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The disk below the documents. A virtual disk's usual read-ahead of 8 MB makes of every first read a read of the whole file. */
final class DiskCheck implements Check {
    private static final String SUBJECT = "disk";
    private static final long USUAL_READ_AHEAD_BYTES = 128 << 10;

    private final Path data;

    DiskCheck(Path data) {
        this.data = data;
    }

    @Override
    public Finding look() {
        try {
            Optional<BlockDevice> device = BlockDevice.below(data);
            return device.isPresent()
                    ? judge(device.get())
                    : Finding.note(
                            SUBJECT,
                            data + " is on no disk of its own: what a disk does is not recorded",
                            "choose another --data");
        } catch (IOException e) {
            return Finding.note(SUBJECT, "cannot be looked at: " + e.getMessage(), "");
        }
    }

    private Finding judge(BlockDevice device) throws IOException {
        OptionalLong leftBehind = ReadAhead.leftBehind(device, data);
        if (leftBehind.isPresent()) {
            return Finding.note(
                    SUBJECT,
                    describe(device) + "; a comparison that was killed changed it",
                    "the next comparison puts it back, or: echo " + leftBehind.getAsLong() / 1024 + " > "
                            + device.directory().resolve("queue/read_ahead_kb"));
        }
        boolean large = device.readAheadBytes().orElse(0) > USUAL_READ_AHEAD_BYTES;
        return large
                ? Finding.note(
                        SUBJECT,
                        describe(device) + ": read-ahead this large reads whole files at the first request",
                        device.mayChangeReadAhead() ? "a comparison sets it to what its plan says" : "run as root")
                : Finding.good(SUBJECT, describe(device));
    }

    private static String describe(BlockDevice device) {
        return device.name() + ", " + (device.queueSetting("rotational").equals("1") ? "rotational" : "not rotational")
                + ", nr_requests " + device.queueSetting("nr_requests") + ", read_ahead_kb "
                + device.queueSetting("read_ahead_kb");
    }
}
