package io.laio.http.document;

import io.laio.http.protocol.FileVersion;
import org.jspecify.annotations.Nullable;

/** A mapping of a whole file, as it was when it was mapped; see {@link MappedFiles}, which owns it. Confined to the loop. */
final class MappedFile {
    final long device;
    final FileVersion version;
    final long address;
    final int hash;

    /** How many responses send from it. */
    int users;

    /** Since when nobody does. */
    long unusedSinceNanos;

    @Nullable
    MappedFile nextInBucket;

    // Of the list of those that nobody uses.
    @Nullable
    MappedFile newer;

    @Nullable
    MappedFile older;

    MappedFile(long device, FileVersion version, long address, int hash) {
        this.device = device;
        this.version = version;
        this.address = address;
        this.hash = hash;
    }
}
