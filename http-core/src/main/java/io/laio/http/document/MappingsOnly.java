package io.laio.http.document;

import io.laio.http.protocol.FileHeaders;
import io.laio.http.protocol.FileVersion;
import io.laio.linux.Linux;
import org.jspecify.annotations.Nullable;

/** The thttpd profile: no name and no header is remembered, each request has a document of its own, and mappings are shared. */
final class MappingsOnly implements DocumentCache {
    private final MappedFiles mappedFiles;

    /**
     * Makes a cache that finds nothing.
     *
     * @param mappedFiles the mappings, closed with it
     */
    MappingsOnly(MappedFiles mappedFiles) {
        this.mappedFiles = mappedFiles;
    }

    @Override
    public @Nullable OpenFile acquire(byte[] path, int length, boolean directory, long nowNanos) {
        return null;
    }

    @Override
    public OpenFile adopt(byte[] path, int length, boolean directory, OpenFile opened, long nowNanos) {
        return opened;
    }

    @Override
    public void remove(OpenFile file) {
        // it was never here
    }

    /** Mappings keep no descriptor, so that there is none to be had. */
    @Override
    public boolean evictOldest() {
        return false;
    }

    /** thttpd maps every file. */
    @Override
    public int minMappedBytes() {
        return 1;
    }

    @Override
    public void close() {
        mappedFiles.close();
    }

    @Override
    public OpenFile document(
            Linux linux, int fd, long device, FileVersion version, FileHeaders headers, boolean residencyCanBeAsked) {
        return new OpenFile(linux, fd, device, version, headers, residencyCanBeAsked, mappedFiles);
    }
}
