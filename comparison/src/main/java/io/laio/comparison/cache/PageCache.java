package io.laio.comparison.cache;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.MemoryMap;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Looks at, and empties, the page cache of the files of one directory tree, a few microseconds a file.
 *
 * <p>It must run as the files' owner or as root; of others the kernel does not tell the truth. Files are opened for
 * reading one at a time and closed again before the next, so nothing of this object keeps a page in memory; but their
 * names and inodes are in the kernel's caches afterwards.
 *
 * <p>Threading: confined to one thread.
 */
public final class PageCache implements AutoCloseable {
    /** The type of overlayfs in /proc/self/mountinfo. */
    static final String OVERLAY = "overlay";

    private static final int PATH_CAPACITY = 4096;

    private final Linux linux;
    private final Path root;
    private final PageCounter counter;
    private final NativeBuffer memory = new NativeBuffer(PATH_CAPACITY + OpenHow.BYTES);

    /**
     * Prepares for the files below a directory.
     *
     * @param linux the kernel, of the calling thread
     * @param root the directory, which exists
     * @throws UncheckedIOException if the directory's file system cannot be found out
     */
    public PageCache(Linux linux, Path root) {
        this(linux, root, counter(linux, root));
    }

    /** cachestat looks at overlayfs's own inode, which has no pages; a mapping is one of the real file (Linux 6.18). */
    private static PageCounter counter(Linux linux, Path root) {
        return CachestatCounter.supported(linux) && !isOverlay(root)
                ? new CachestatCounter(linux)
                : new MincoreCounter(linux);
    }

    private static boolean isOverlay(Path root) {
        try {
            return Files.getFileStore(root).type().equals(OVERLAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PageCache(Linux linux, Path root, PageCounter counter) {
        this.linux = linux;
        this.root = root;
        this.counter = counter;
        OpenHow.put(memory.address() + PATH_CAPACITY, OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
    }

    /**
     * Measures how much of some files is in memory.
     *
     * @param files paths relative to the directory, with or without a leading slash
     * @return their pages, and how many are resident
     * @throws IOException if a file is missing, or the kernel does not tell
     */
    public Residency measure(Collection<String> files) throws IOException {
        Residency sum = Residency.NONE;
        for (String file : files) {
            sum = measure(file, sum);
        }
        return sum;
    }

    private Residency measure(String file, Residency sum) throws IOException {
        Path path = resolve(file);
        long bytes = Files.size(path);
        int fd = open(path);
        try {
            requireTruth(path);
            return sum.plus(Math.ceilDiv(bytes, (long) PageCounter.PAGE_BYTES), counter.residentPages(fd, bytes));
        } finally {
            linux.close(fd);
        }
    }

    /** mincore says of files that the caller may not write that they are all resident (Linux 5.2). */
    private void requireTruth(Path path) throws IOException {
        if (counter instanceof MincoreCounter && !Files.isWritable(path)) {
            throw new IOException("mincore tells only a file's owner: run as the owner of " + path + ", or as root");
        }
    }

    /**
     * Takes files out of memory: clean pages at once, dirty ones after writing them. Pages that a process maps stay; so
     * does what another process reads meanwhile. Measure afterwards.
     *
     * @param files paths relative to the directory, with or without a leading slash
     * @throws IOException if a file is missing
     */
    public void evict(Collection<String> files) throws IOException {
        for (String file : files) {
            evict(resolve(file));
        }
    }

    private void evict(Path path) throws IOException {
        int fd = open(path);
        try {
            advise(fd, path);
            if (counter.residentPages(fd, Files.size(path)) > 0) {
                check("fsync", path, linux.syscall(SystemCall.FSYNC, fd, 0, 0, 0));
                advise(fd, path);
            }
        } finally {
            linux.close(fd);
        }
    }

    private void advise(int fd, Path path) throws IOException {
        check("posix_fadvise", path, linux.fadvise(fd, 0, 0, MemoryMap.POSIX_FADV_DONTNEED));
    }

    private Path resolve(String file) {
        return root.resolve(file.startsWith("/") ? file.substring(1) : file);
    }

    private int open(Path path) throws IOException {
        Memory.putString(memory.address(), PATH_CAPACITY, path.toString());
        long fd = linux.openat2(OpenHow.AT_FDCWD, memory.address(), memory.address() + PATH_CAPACITY);
        check("open", path, fd);
        return (int) fd;
    }

    private static void check(String call, Path path, long result) throws IOException {
        if (result < 0) {
            throw new IOException(call + " " + path + ": " + Errno.describe((int) -result));
        }
    }

    /** Frees the memory used for talking to the kernel. */
    @Override
    public void close() {
        counter.close();
        memory.close();
    }
}
