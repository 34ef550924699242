package io.laio.http.document;

import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.Operation;
import io.laio.http.protocol.Request;
import io.laio.http.protocol.RequestPath;
import io.laio.linux.Errno;
import io.laio.linux.FileStatus;
import io.laio.linux.Memory;
import org.jspecify.annotations.Nullable;

/**
 * From a request's path to an open document. One a connection, used for one request after the other; confined to the loop.
 *
 * <pre>
 *   cache --- fresh hit ----------------------------------------------------> FOUND
 *     |
 *   openat2(RESOLVE_BENEATH | RESOLVE_CACHED) --- names in memory --+
 *     | EAGAIN                                                      |
 *   disk.open(RESOLVE_BENEATH): the strategy ------- PENDING ...    |
 *     |                                                             v
 *     +----------------------------------------------------------> statx of the descriptor: file, directory or refused
 * </pre>
 *
 * <p>In the thttpd profile no cache ever has a fresh hit: every name is opened.
 *
 * <p>A path that ends in a slash names that directory's {@code index.html}. Descriptors are opened with {@code O_NONBLOCK},
 * so that a FIFO does not wait for a writer.
 */
public final class NameConversion implements DiskCompletion {
    /** What a path leads to. */
    public enum Outcome {
        /** The answer comes later. */
        PENDING,
        /** A document: {@link #take}. */
        FOUND,
        /** A directory, named without its slash. */
        DIRECTORY,
        /** Nothing. */
        NOT_FOUND,
        /** Something that may not be served. */
        FORBIDDEN,
        /** Something, but there are no descriptors left to open it. */
        EXHAUSTED,
        /** Something that cannot be read. */
        FAILED
    }

    private static final byte[] INDEX = {'i', 'n', 'd', 'e', 'x', '.', 'h', 't', 'm', 'l'};
    private static final int ENXIO = 6; // a socket, or a device that is not there

    private final Documents documents;
    private final Listener listener;
    private byte[] path = {};
    private int pathLength;
    private boolean directory;
    private boolean askedNoAtime;
    private @Nullable OpenFile file;

    /**
     * Makes a conversion that is idle.
     *
     * @param documents the document root
     * @param listener gets the outcome if it comes later
     */
    public NameConversion(Documents documents, Listener listener) {
        this.documents = documents;
        this.listener = listener;
    }

    /**
     * Converts a request's path.
     *
     * @param request its path must stay as it is until the outcome is known
     * @return the outcome, or {@link Outcome#PENDING}
     */
    public Outcome start(Request request) {
        RequestPath requestPath = request.path();
        path = requestPath.bytes();
        pathLength = requestPath.length();
        directory = requestPath.trailingSlash();
        file = documents.cache.acquire(path, pathLength, directory, documents.clock.nanos());
        if (file != null) {
            return Outcome.FOUND;
        }
        return putPath() ? open() : Outcome.NOT_FOUND;
    }

    private boolean putPath() {
        long target = documents.path();
        int length = pathLength;
        if (length + INDEX.length + 2 > Documents.MAX_PATH_BYTES) {
            return false;
        }
        Memory.copy(path, 0, target, length);
        if (directory) {
            if (length > 0) {
                Memory.putByte(target + length++, (byte) '/');
            }
            Memory.copy(INDEX, 0, target + length, INDEX.length);
            length += INDEX.length;
        }
        Memory.putByte(target + length, (byte) 0);
        return true;
    }

    private Outcome open() {
        documents.counters.issued(Operation.OPEN);
        askedNoAtime = documents.asksNoAtime();
        long result = openCached();
        while (Documents.outOfDescriptors(result) && documents.cache.evictOldest()) {
            result = openCached();
        }
        // EAGAIN: not in memory. EINVAL: the kernel is older than 5.12 and does not know RESOLVE_CACHED.
        if (result == -Errno.EAGAIN || result == -Errno.EINVAL) {
            result = documents.disk.open(documents.root, documents.path(), documents.how(), this);
            if (result == Disk.PENDING) {
                return Outcome.PENDING;
            }
        } else {
            documents.counters.atOnce(Operation.OPEN);
        }
        return opened(result);
    }

    private long openCached() {
        return documents.linux.openat2(documents.root, documents.path(), documents.cachedHow());
    }

    @Override
    public void completed(long result) {
        boolean again = Documents.outOfDescriptors(result) && documents.cache.evictOldest() && putPath();
        Outcome outcome = again ? open() : opened(result);
        if (outcome != Outcome.PENDING) {
            listener.converted(outcome);
        }
    }

    private Outcome opened(long result) {
        if (result == -Errno.EPERM && askedNoAtime) {
            documents.giveUpNoAtime();
            return putPath() ? open() : Outcome.NOT_FOUND;
        }
        if (result < 0) {
            return refusal((int) -result);
        }
        int fd = (int) result;
        if (documents.stat(fd) < 0) {
            documents.linux.close(fd);
            return Outcome.FAILED;
        }
        int type = documents.type();
        if (type == FileStatus.S_IFREG) {
            adopt(fd);
            return Outcome.FOUND;
        }
        documents.linux.close(fd);
        return type == FileStatus.S_IFDIR && !directory ? Outcome.DIRECTORY : Outcome.FORBIDDEN;
    }

    private static Outcome refusal(int errno) {
        return switch (errno) {
            case Errno.ENOENT, Errno.ENOTDIR, Errno.ENAMETOOLONG, Errno.ELOOP, Errno.EXDEV -> Outcome.NOT_FOUND;
            case Errno.EACCES, Errno.EPERM, ENXIO, Errno.ENODEV -> Outcome.FORBIDDEN;
            case Errno.EMFILE, Errno.ENFILE, Errno.ENOMEM -> Outcome.EXHAUSTED;
            default -> Outcome.FAILED;
        };
    }

    /** Keeps the cached document if the name still leads to the same state of it; else replaces it. */
    private void adopt(int fd) {
        OpenFile opened = directory
                ? documents.document(fd, INDEX, INDEX.length, askedNoAtime)
                : documents.document(fd, path, pathLength, askedNoAtime);
        file = documents.cache.adopt(path, pathLength, directory, opened, documents.clock.nanos());
    }

    /**
     * Hands the document over, after {@link Outcome#FOUND}.
     *
     * @return the document, which the caller releases
     */
    public OpenFile take() {
        OpenFile found = file;
        if (found == null) {
            throw new IllegalStateException("nothing was found");
        }
        file = null;
        return found;
    }

    /** Gets the outcome of a pending conversion; runs on the loop. */
    @FunctionalInterface
    public interface Listener {
        /**
         * The path was converted.
         *
         * @param outcome what it leads to, never {@link Outcome#PENDING}
         */
        void converted(Outcome outcome);
    }
}
