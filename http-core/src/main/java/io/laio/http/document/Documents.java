package io.laio.http.document;

import io.laio.http.disk.Disk;
import io.laio.http.loop.Clock;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.http.protocol.FileHeaders;
import io.laio.http.protocol.FileVersion;
import io.laio.http.protocol.MediaTypes;
import io.laio.linux.Errno;
import io.laio.linux.FileStatus;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;

/**
 * One loop's view of the document root: the cache, the disk strategy, and the memory that conversions share. Confined to the
 * loop; only the cache may be shared, by threads that each have a view of their own.
 */
public final class Documents implements AutoCloseable {
    /** PATH_MAX of {@code include/uapi/linux/limits.h}: the longest path with its zero. */
    static final int MAX_PATH_BYTES = 4096;

    private static final int HOW = 0;
    private static final int CACHED_HOW = 32;
    private static final int STATUS = 64;
    private static final int PATH = 512;
    private static final int FLAGS = OpenHow.O_RDONLY | OpenHow.O_NONBLOCK | OpenHow.O_CLOEXEC;
    private static final int CONFINED = OpenHow.RESOLVE_BENEATH | OpenHow.RESOLVE_NO_MAGICLINKS;

    final Linux linux;
    final Disk disk;
    final Clock clock;
    final OperationCounters counters;
    final DocumentCache cache;
    final int root;
    private final MediaTypes mediaTypes = MediaTypes.standard();
    private final int effectiveUser;
    private boolean noAtime = true;
    private final NativeBuffer scratch = new NativeBuffer(PATH + MAX_PATH_BYTES);

    /**
     * Opens a document root.
     *
     * @param linux the kernel, as seen by the loop's thread
     * @param disk what to do about what is not in memory; the caller closes it
     * @param clock the time
     * @param counters counts what is asked for and what blocks
     * @param root descriptor of the root directory; the caller closes it
     * @param cacheEntries the most documents kept open, 1 or more
     * @param cacheValidityNanos how long a cached name is believed before it is looked up again; 0 never
     */
    public Documents(
            Linux linux,
            Disk disk,
            Clock clock,
            OperationCounters counters,
            int root,
            int cacheEntries,
            long cacheValidityNanos) {
        this(linux, disk, clock, counters, root, new FileCache(cacheEntries, cacheValidityNanos));
    }

    /**
     * Opens a document root for one of several threads that share a cache.
     *
     * @param linux the kernel, as seen by this thread
     * @param disk what to do about what is not in memory; the caller closes it
     * @param clock the time, the same for all threads
     * @param counters counts what is asked for and what blocks
     * @param root descriptor of the root directory; the caller closes it
     * @param shared the documents that all threads keep open; the caller closes it after every thread's view
     */
    public Documents(
            Linux linux, Disk disk, Clock clock, OperationCounters counters, int root, SharedDocuments shared) {
        this(linux, disk, clock, counters, root, shared.cache());
    }

    /**
     * Opens a document root whose names are not remembered: every request opens its document anew, and only mappings are
     * kept, as in thttpd.
     *
     * @param linux the kernel, as seen by the loop's thread
     * @param disk what to do about what is not in memory; the caller closes it
     * @param clock the time
     * @param counters counts what is asked for and what blocks
     * @param root descriptor of the root directory; the caller closes it
     * @param mappedFiles the mappings, which are taken away with the document root
     */
    public Documents(
            Linux linux, Disk disk, Clock clock, OperationCounters counters, int root, MappedFiles mappedFiles) {
        this(linux, disk, clock, counters, root, new MappingsOnly(mappedFiles));
    }

    private Documents(Linux linux, Disk disk, Clock clock, OperationCounters counters, int root, DocumentCache cache) {
        this.linux = linux;
        this.disk = disk;
        this.clock = clock;
        this.counters = counters;
        this.root = root;
        this.cache = cache;
        this.effectiveUser = linux.geteuid();
        openWith(FLAGS | OpenHow.O_NOATIME);
    }

    /** Whether the next open asks for O_NOATIME. */
    boolean asksNoAtime() {
        return noAtime;
    }

    private void openWith(int flags) {
        OpenHow.put(how(), flags, 0, CONFINED);
        OpenHow.put(cachedHow(), flags, 0, CONFINED | OpenHow.RESOLVE_CACHED);
    }

    /**
     * Gives up O_NOATIME, which only a file's owner may ask for. Without it the first read of a file may write its time of
     * access to the journal, and wait for that.
     */
    void giveUpNoAtime() {
        noAtime = false;
        openWith(FLAGS);
    }

    long how() {
        return scratch.address() + HOW;
    }

    long cachedHow() {
        return scratch.address() + CACHED_HOW;
    }

    long path() {
        return scratch.address() + PATH;
    }

    /**
     * Forgets a document that turned out to be other than it was when it was opened.
     *
     * @param file the document
     */
    public void forget(OpenFile file) {
        cache.remove(file);
    }

    /** Reads the metadata of a file just opened; it never blocks, because an open file's inode is in memory. */
    int stat(int fd) {
        counters.issued(Operation.STAT);
        counters.atOnce(Operation.STAT);
        return linux.fstatx(fd, scratch.address() + STATUS);
    }

    /** A file's length now, negative if it cannot be told. */
    long sizeNow(int fd) {
        return linux.fstatx(fd, scratch.address() + STATUS) < 0 ? -1 : FileStatus.size(scratch.address() + STATUS);
    }

    /**
     * Closes a document that nobody has asked for the longest, to free its descriptor.
     *
     * @return whether there was one
     */
    public boolean evictOldest() {
        return cache.evictOldest();
    }

    int type() {
        return FileStatus.mode(scratch.address() + STATUS) & FileStatus.S_IFMT;
    }

    /**
     * Makes a document of the descriptor whose metadata was read last.
     *
     * @param openedNoAtime whether it was opened with O_NOATIME: the kernel allows that, and an honest mincore(2), to the same
     *     processes ({@code inode_owner_or_capable} in {@code may_open} and {@code can_do_mincore}, Linux 6.18)
     */
    OpenFile document(int fd, byte[] path, int pathLength, boolean openedNoAtime) {
        long status = scratch.address() + STATUS;
        FileVersion version = new FileVersion(
                FileStatus.size(status),
                FileStatus.modifiedSeconds(status),
                FileStatus.modifiedNanos(status),
                FileStatus.inode(status));
        FileHeaders headers = new FileHeaders(version, mediaTypes.ofPath(path, pathLength), clock.epochSeconds());
        boolean own = openedNoAtime || FileStatus.owner(status) == effectiveUser;
        return cache.document(linux, fd, FileStatus.device(status), version, headers, own);
    }

    /** Closes what the cache holds, if it is not shared. */
    @Override
    public void close() {
        cache.close();
        scratch.close();
    }

    static boolean outOfDescriptors(long result) {
        return result == -Errno.EMFILE || result == -Errno.ENFILE;
    }
}
