package io.laio.http.document;

import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.Operation;

/** A read that the disk strategy carries out: what was at hand before it, and who waits for it. One a connection. */
public final class FileRead implements DiskCompletion {
    private final Documents documents;
    private final DiskCompletion whole;
    private long alreadyRead;
    private long startedNanos;

    /**
     * Makes a read that is idle.
     *
     * @param documents the document root
     * @param whole gets the answer for the whole range, if it comes later
     */
    public FileRead(Documents documents, DiskCompletion whole) {
        this.documents = documents;
        this.whole = whole;
    }

    void begin(long bytesAtHand, long nowNanos) {
        alreadyRead = bytesAtHand;
        startedNanos = nowNanos;
    }

    long finish(long rest) {
        documents.counters.blocked(Operation.READ, documents.clock.nanos() - startedNanos);
        return rest < 0 ? rest : alreadyRead + rest;
    }

    @Override
    public void completed(long result) {
        whole.completed(finish(result));
    }
}
