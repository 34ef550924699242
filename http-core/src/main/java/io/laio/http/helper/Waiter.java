package io.laio.http.helper;

import io.laio.http.disk.DiskCompletion;
import org.jspecify.annotations.Nullable;

/** Who waits for a request, and how far it got. Several may wait for one; each has memory of its own, which only the loop writes. */
final class Waiter {
    DiskCompletion completion = result -> {};
    long startedNanos;

    /** Where what was read goes; unused when a name is converted. */
    long address;

    /** How much of the range is there. */
    int bytesRead;

    @Nullable
    Waiter next;
}
