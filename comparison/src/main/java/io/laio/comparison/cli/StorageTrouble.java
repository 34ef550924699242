package io.laio.comparison.cli;

import io.laio.comparison.contestant.ExitCodes;
import io.laio.workload.documents.DocumentRootException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Says of a failure to write what is missing, and what to do: the disk is full, or may not be written. */
final class StorageTrouble {
    /** Of the C library's words for errors (strerror(3)), those that tell of too little space. */
    private static final List<String> FULL = List.of("No space left on device", "Disk quota exceeded");

    private static final String READ_ONLY = "Read-only file system";

    private StorageTrouble() {}

    /**
     * Explains a failure.
     *
     * @param failure what happened
     * @param results where the results are
     * @param data where the data is
     * @return a line; empty if it is about something else
     */
    static Optional<String> explain(IOException failure, Path results, Path data) {
        String message = String.valueOf(failure.getMessage());
        if (FULL.stream().anyMatch(message::contains)) {
            return Optional.of("no space left" + where(failure) + ": free some where the results ("
                    + results
                    + ") and the data (" + data
                    + ") are, or choose other disks with --out and --data; finished runs "
                    + "are kept, go on with: bin/laio compare --resume "
                    + results + " --data " + data);
        }
        if (failure instanceof AccessDeniedException || message.contains(READ_ONLY)) {
            return Optional.of("not permitted to write" + where(failure)
                    + ": choose other directories with --out and --data, or run as their owner");
        }
        return failure instanceof DocumentRootException ? Optional.of(message) : Optional.empty();
    }

    /**
     * What to throw for a failure.
     *
     * @param failure what happened
     * @param results where the results are
     * @param data where the data is
     * @return the failure itself, where there is nothing to be explained
     * @throws CompareFailure with the explanation, where there is one
     */
    static IOException explained(IOException failure, Path results, Path data) {
        Optional<String> trouble = explain(failure, results, data);
        if (trouble.isPresent()) {
            throw new CompareFailure(trouble.get(), failure, ExitCodes.ENVIRONMENT_UNFIT);
        }
        return failure;
    }

    private static String where(IOException failure) {
        return failure instanceof FileSystemException named ? " at " + named.getFile() : "";
    }
}
