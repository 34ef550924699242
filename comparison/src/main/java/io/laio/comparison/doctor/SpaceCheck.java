package io.laio.comparison.doctor;

import io.laio.comparison.plan.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room for documents: the default plan writes 470 MB. */
final class SpaceCheck implements Check {
    private static final String SUBJECT = "space";
    private static final long DEFAULT_PLAN_BYTES = 512L << 20;

    private final Path data;

    SpaceCheck(Path data) {
        this.data = data;
    }

    @Override
    public Finding look() {
        try {
            long usableBytes = Files.getFileStore(data).getUsableSpace();
            String detail = ByteSize.describe(usableBytes) + " free for documents";
            return usableBytes >= DEFAULT_PLAN_BYTES
                    ? Finding.good(SUBJECT, detail)
                    : Finding.missing(SUBJECT, detail, "free some, choose another --data, or a smaller --scale");
        } catch (IOException e) {
            return Finding.missing(SUBJECT, "cannot be looked at: " + e.getMessage(), "choose another --data");
        }
    }
}
