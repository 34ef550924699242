package io.laio.http.document;

import io.laio.http.disk.DiskCompletion;

/** A read that the disk strategy carries out: what was at hand before it, and who waits for it. One a connection. */
public final class FileRead implements DiskCompletion {
    private final DiskCompletion whole;
    private long alreadyRead;

    /**
     * Makes a read that is idle.
     *
     * @param whole gets the answer for the whole range, if it comes later
     */
    public FileRead(DiskCompletion whole) {
        this.whole = whole;
    }

    void begin(long bytesAtHand) {
        alreadyRead = bytesAtHand;
    }

    long finish(long rest) {
        return rest < 0 ? rest : alreadyRead + rest;
    }

    @Override
    public void completed(long result) {
        whole.completed(finish(result));
    }
}
