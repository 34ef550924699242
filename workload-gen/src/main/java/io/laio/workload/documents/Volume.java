package io.laio.workload.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * What a document root needs from the file system that holds it. A seam, so that full and failing disks can be tested.
 */
interface Volume {
    /** How many bytes may still be written below the directory, which exists. */
    long usableBytes(Path directory) throws IOException;

    /** Makes or empties a file and opens it for writing. */
    Sink create(Path file) throws IOException;

    /** Returns once everything written to the file system of the directory is on its disk. */
    void sync(Path directory) throws IOException;

    /** A file being written. */
    interface Sink extends AutoCloseable {
        /** Writes all remaining bytes. */
        void write(ByteBuffer bytes) throws IOException;

        @Override
        void close() throws IOException;
    }
}
