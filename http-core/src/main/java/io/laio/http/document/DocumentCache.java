package io.laio.http.document;

import io.laio.http.protocol.FileHeaders;
import io.laio.http.protocol.FileVersion;
import io.laio.linux.Linux;
import org.jspecify.annotations.Nullable;

/**
 * Open documents by request path. An event loop has one to itself, {@link FileCache}; threads share one,
 * {@link SharedFileCache}; in the thttpd profile nothing is kept but mappings, {@link MappingsOnly}. A process has one kind only, so that a loop pays nothing for the other. No call touches the disk.
 */
interface DocumentCache {
    /**
     * Finds a document that is still to be believed.
     *
     * @param path decoded path
     * @param length its length in bytes
     * @param directory whether it ends in a slash, which is not part of it
     * @param nowNanos the time
     * @return the document, which the caller releases; null if there is none, or it must be looked up again
     */
    @Nullable
    OpenFile acquire(byte[] path, int length, boolean directory, long nowNanos);

    /**
     * Takes in what a name was just found to lead to: keeps the cached document if it is the same state of the same file, else
     * replaces it.
     *
     * @param path decoded path
     * @param length its length in bytes
     * @param directory whether it ends in a slash, which is not part of it
     * @param opened the document, the caller's; it is released if the cached one stays
     * @param nowNanos the time
     * @return the document to be used, which the caller releases
     */
    OpenFile adopt(byte[] path, int length, boolean directory, OpenFile opened, long nowNanos);

    /** Forgets a document, if it is here; who sends it may go on. */
    void remove(OpenFile file);

    /** Forgets a document that nobody has asked for the longest; answers whether there was any. */
    boolean evictOldest();

    /** A view is closed: forgets every document, unless others still use the cache. */
    void close();

    /** The size, in bytes, from which on documents are mapped; smaller ones are copied when they are sent. */
    int minMappedBytes();

    /** Takes over a descriptor as a document that may be kept here; see the constructor of {@link OpenFile}. */
    OpenFile document(
            Linux linux, int fd, long device, FileVersion version, FileHeaders headers, boolean residencyCanBeAsked);
}
