package io.laio.linux;

/**
 * The kernel, as seen by one thread.
 *
 * <p>There is one method to implement, {@link #syscall}; all others are that one with a name and typed arguments. So a
 * test injects any fault, on any call, by wrapping a single method.
 *
 * <p><b>Results.</b> Every method answers with the call's own value, or with the negated error number ({@link Errno}),
 * the convention of the kernel itself and of io_uring's completions. Nothing throws and nothing is kept between calls.
 *
 * <p><b>Pointers</b> are plain addresses ({@link NativeBuffer#address()}, {@link Memory}); the memory behind them belongs
 * to the caller and must stay valid until the call returns. Descriptors are plain integers that the caller closes.
 *
 * <p><b>Threading.</b> An instance belongs to one thread at a time, because it holds the place to which the C library
 * reports errors.
 */
@FunctionalInterface
public interface Linux {
    /** The largest error number; values from {@code -4095} to {@code -1} are errors ({@code include/linux/err.h}). */
    int MAX_ERRNO = 4095;

    /**
     * Opens the kernel for the calling thread.
     *
     * @return an instance that makes real system calls
     */
    static Linux open() {
        return new NativeLinux();
    }

    /**
     * Makes any system call.
     *
     * @param number the call's number on this architecture, see {@link SystemCall#number()}
     * @param a first argument
     * @param b second argument
     * @param c third argument
     * @param d fourth argument
     * @param e fifth argument
     * @param f sixth argument
     * @return the call's value, or the negated error number
     */
    long syscall(int number, long a, long b, long c, long d, long e, long f);

    /**
     * Tells the time, for limits and durations: {@code CLOCK_MONOTONIC}, see clock_gettime(2). A kernel of a test may keep
     * its own.
     *
     * @return nanoseconds since some moment of the past, to be compared by difference only
     */
    default long nanoTime() {
        return System.nanoTime(); // the JVM reads that clock without a system call
    }

    /**
     * Makes a system call that the binding names.
     *
     * @param call the call
     * @param a first argument
     * @param b second argument
     * @param c third argument
     * @param d fourth argument
     * @return the call's value, or the negated error number
     */
    default long syscall(SystemCall call, long a, long b, long c, long d) {
        return syscall(call.number(), a, b, c, d, 0, 0);
    }

    /**
     * Reads from a descriptor's own position. See read(2).
     *
     * @param fd a descriptor
     * @param address where to put the bytes
     * @param length how many bytes at most
     * @return bytes read, 0 at the end, or the negated error number
     */
    default long read(int fd, long address, long length) {
        return syscall(SystemCall.READ, fd, address, length, 0);
    }

    /**
     * Writes at a descriptor's own position. See write(2).
     *
     * @param fd a descriptor
     * @param address the bytes
     * @param length how many bytes
     * @return bytes written, perhaps fewer than asked, or the negated error number
     */
    default long write(int fd, long address, long length) {
        return syscall(SystemCall.WRITE, fd, address, length, 0);
    }

    /**
     * Reads at a position, blocking until there is data. See pread(2).
     *
     * @param fd a descriptor
     * @param address where to put the bytes
     * @param length how many bytes at most
     * @param offset position in the file, in bytes
     * @return bytes read, 0 at the end, or the negated error number
     */
    default long pread(int fd, long address, long length, long offset) {
        return syscall(SystemCall.PREAD64, fd, address, length, offset);
    }

    /**
     * Reads at a position into one or more buffers. See preadv2(2).
     *
     * @param fd a descriptor
     * @param vectors address of an array of {@code struct iovec}, see {@link IoVector}
     * @param count how many vectors
     * @param offset position in the file in bytes, -1 for the descriptor's own
     * @param flags {@code RWF_*}, see {@link IoVector#RWF_NOWAIT}
     * @return bytes read, 0 at the end, or the negated error number
     */
    default long preadv2(int fd, long vectors, int count, long offset, int flags) {
        // The offset travels as two halves; on 64-bit machines the low half is the whole (preadv2(2), NOTES).
        return syscall(SystemCall.PREADV2.number(), fd, vectors, count, offset, 0, flags);
    }

    /**
     * Writes at a position from one or more buffers. See pwritev2(2).
     *
     * @param fd a descriptor
     * @param vectors address of an array of {@code struct iovec}, see {@link IoVector}
     * @param count how many vectors
     * @param offset position in the file in bytes, -1 for the descriptor's own
     * @param flags {@code RWF_*}, see {@link IoVector#RWF_NOWAIT}
     * @return bytes written, perhaps fewer than asked, or the negated error number
     */
    default long pwritev2(int fd, long vectors, int count, long offset, int flags) {
        return syscall(SystemCall.PWRITEV2.number(), fd, vectors, count, offset, 0, flags);
    }

    /**
     * Opens a file. See openat2(2), Linux 5.6.
     *
     * @param directory descriptor of the directory that a relative path starts from, or {@link OpenHow#AT_FDCWD}
     * @param path address of a C string
     * @param how address of a {@code struct open_how}, see {@link OpenHow}
     * @return a descriptor, or the negated error number
     */
    default int openat2(int directory, long path, long how) {
        return (int) syscall(SystemCall.OPENAT2, directory, path, how, OpenHow.BYTES);
    }

    /**
     * Gives a descriptor back. See close(2).
     *
     * @param fd a descriptor
     * @return 0 or the negated error number; the descriptor is gone either way
     */
    default int close(int fd) {
        return (int) syscall(SystemCall.CLOSE, fd, 0, 0, 0);
    }

    /**
     * Asks for a file's metadata. See statx(2).
     *
     * @param directory descriptor, as for {@link #openat2}
     * @param path address of a C string; empty, with {@link FileStatus#AT_EMPTY_PATH}, for the descriptor itself
     * @param flags {@code AT_*}
     * @param mask {@code STATX_*}: what is wanted
     * @param status address of a {@code struct statx}, see {@link FileStatus}
     * @return 0 or the negated error number
     */
    default int statx(int directory, long path, int flags, int mask, long status) {
        return (int) syscall(SystemCall.STATX.number(), directory, path, flags, mask, status, 0);
    }

    /**
     * Asks for the metadata of an open file; it does not block, because an open file's inode is in memory.
     *
     * @param fd a descriptor
     * @param status address of a {@code struct statx}, see {@link FileStatus}
     * @return 0 or the negated error number
     */
    default int fstatx(int fd, long status) {
        long empty = status + FileStatus.BYTES - 1; // spare space of the structure: an empty C string
        Memory.putByte(empty, (byte) 0);
        return statx(fd, empty, FileStatus.AT_EMPTY_PATH, FileStatus.STATX_BASIC_STATS, status);
    }

    /**
     * Maps a file into memory. See mmap(2).
     *
     * @param length how many bytes
     * @param protection {@link MemoryMap#PROT_READ} and others
     * @param flags {@link MemoryMap#MAP_SHARED} and others
     * @param fd the file's descriptor, -1 for anonymous memory
     * @param offset where in the file, a multiple of the page size
     * @return the address of the mapping, or the negated error number
     */
    default long mmap(long length, int protection, int flags, int fd, long offset) {
        return syscall(SystemCall.MMAP.number(), 0, length, protection, flags, fd, offset);
    }

    /**
     * Takes a mapping away. See munmap(2).
     *
     * @param address a multiple of the page size
     * @param length how many bytes
     * @return 0 or the negated error number
     */
    default int munmap(long address, long length) {
        return (int) syscall(SystemCall.MUNMAP, address, length, 0, 0);
    }

    /**
     * Tells which pages of a mapping are in the page cache. See mincore(2).
     *
     * <p>For a file that the caller neither owns nor may write it says that all are (Linux 5.2).
     *
     * @param address a multiple of the page size
     * @param length how many bytes
     * @param pages address of an array of one byte a page; its lowest bit tells
     * @return 0 or the negated error number
     */
    default int mincore(long address, long length, long pages) {
        return (int) syscall(SystemCall.MINCORE, address, length, pages, 0);
    }

    /**
     * Announces how a file will be used. See posix_fadvise(2).
     *
     * @param fd a descriptor
     * @param offset first byte
     * @param length how many bytes, 0 for all to the end
     * @param advice {@link MemoryMap#POSIX_FADV_DONTNEED} and others
     * @return 0 or the negated error number
     */
    default int fadvise(int fd, long offset, long length, int advice) {
        return (int) syscall(SystemCall.FADVISE64, fd, offset, length, advice);
    }

    /**
     * Counts a file's pages in the page cache. See cachestat(2), Linux 6.5. Pages still being read count too.
     *
     * @param fd a descriptor of a file that the caller owns or may write
     * @param range address of two u64: offset and length in bytes, length 0 for all to the end
     * @param result address of five u64: pages cached, dirty, under write-back, evicted, recently evicted
     * @return 0 or the negated error number
     */
    default int cachestat(int fd, long range, long result) {
        return (int) syscall(SystemCall.CACHESTAT, fd, range, result, 0);
    }

    /**
     * Makes a socket. See socket(2).
     *
     * @param family {@link Sockets#AF_INET} or others
     * @param type {@link Sockets#SOCK_STREAM} with flags
     * @param protocol 0 for the family's default
     * @return a descriptor, or the negated error number
     */
    default int socket(int family, int type, int protocol) {
        return (int) syscall(SystemCall.SOCKET, family, type, protocol, 0);
    }

    /**
     * Gives a socket its address. See bind(2).
     *
     * @param fd a socket
     * @param socketAddress address of a {@code struct sockaddr_*}, see {@link SocketAddresses}
     * @param length its length in bytes
     * @return 0 or the negated error number
     */
    default int bind(int fd, long socketAddress, int length) {
        return (int) syscall(SystemCall.BIND, fd, socketAddress, length, 0);
    }

    /**
     * Lets a socket accept connections. See listen(2).
     *
     * @param fd a bound socket
     * @param backlog how many connections may wait, cut to {@code net.core.somaxconn}
     * @return 0 or the negated error number
     */
    default int listen(int fd, int backlog) {
        return (int) syscall(SystemCall.LISTEN, fd, backlog, 0, 0);
    }

    /**
     * Accepts a connection. See accept4(2).
     *
     * @param fd a listening socket
     * @param socketAddress address that receives the peer's {@code struct sockaddr_*}, or 0
     * @param length address of its capacity in bytes as a u32, which receives its length, or 0
     * @param flags {@link Sockets#SOCK_NONBLOCK} and {@link Sockets#SOCK_CLOEXEC}
     * @return a descriptor, or the negated error number
     */
    default int accept4(int fd, long socketAddress, long length, int flags) {
        return (int) syscall(SystemCall.ACCEPT4, fd, socketAddress, length, flags);
    }

    /**
     * Connects a socket. See connect(2).
     *
     * @param fd a socket
     * @param socketAddress address of the peer's {@code struct sockaddr_*}
     * @param length its length in bytes
     * @return 0 or the negated error number
     */
    default int connect(int fd, long socketAddress, int length) {
        return (int) syscall(SystemCall.CONNECT, fd, socketAddress, length, 0);
    }

    /**
     * Receives from a connected socket. See recv(2).
     *
     * @param fd a socket
     * @param address where to put the bytes
     * @param length how many bytes at most
     * @param flags {@code MSG_*}, see {@link Sockets}
     * @return bytes received, 0 when the peer has finished, or the negated error number
     */
    default long recv(int fd, long address, long length, int flags) {
        return syscall(SystemCall.RECVFROM, fd, address, length, flags);
    }

    /**
     * Sends on a connected socket. See send(2).
     *
     * @param fd a socket
     * @param address the bytes
     * @param length how many bytes
     * @param flags {@code MSG_*}, see {@link Sockets}
     * @return bytes taken, perhaps fewer than asked, or the negated error number
     */
    default long send(int fd, long address, long length, int flags) {
        return syscall(SystemCall.SENDTO, fd, address, length, flags);
    }

    /**
     * Sends several pieces of memory on a connected socket. See sendmsg(2).
     *
     * @param fd a socket
     * @param message address of a {@code struct msghdr}, see {@link MessageHeader}
     * @param flags {@code MSG_*}, see {@link Sockets}
     * @return bytes taken, perhaps fewer than asked, or the negated error number
     */
    default long sendmsg(int fd, long message, int flags) {
        return syscall(SystemCall.SENDMSG, fd, message, flags, 0);
    }

    /**
     * Receives into several pieces of memory, with control data. See recvmsg(2).
     *
     * @param fd a socket
     * @param message address of a {@code struct msghdr}, see {@link MessageHeader}
     * @param flags {@code MSG_*}, see {@link Sockets}
     * @return bytes received, 0 when the peer has finished, or the negated error number
     */
    default long recvmsg(int fd, long message, int flags) {
        return syscall(SystemCall.RECVMSG, fd, message, flags, 0);
    }

    /**
     * Ends one or both directions of a connection. See shutdown(2).
     *
     * @param fd a socket
     * @param how {@link Sockets#SHUT_WR} or others
     * @return 0 or the negated error number
     */
    default int shutdown(int fd, int how) {
        return (int) syscall(SystemCall.SHUTDOWN, fd, how, 0, 0);
    }

    /**
     * Sets a socket option. See setsockopt(2).
     *
     * @param fd a socket
     * @param level {@link Sockets#SOL_SOCKET} or others
     * @param option {@code SO_*} or {@code TCP_*}
     * @param value address of the value
     * @param length its length in bytes
     * @return 0 or the negated error number
     */
    default int setsockopt(int fd, int level, int option, long value, int length) {
        return (int) syscall(SystemCall.SETSOCKOPT.number(), fd, level, option, value, length, 0);
    }

    /**
     * Reads a socket option. See getsockopt(2).
     *
     * @param fd a socket
     * @param level {@link Sockets#SOL_SOCKET} or others
     * @param option {@code SO_*} or {@code TCP_*}
     * @param value address that receives the value
     * @param length address of its capacity in bytes as a u32, which receives its length
     * @return 0 or the negated error number
     */
    default int getsockopt(int fd, int level, int option, long value, long length) {
        return (int) syscall(SystemCall.GETSOCKOPT.number(), fd, level, option, value, length, 0);
    }

    /**
     * Tells a socket's own address. See getsockname(2).
     *
     * @param fd a socket
     * @param socketAddress address that receives the {@code struct sockaddr_*}
     * @param length address of its capacity in bytes as a u32, which receives its length
     * @return 0 or the negated error number
     */
    default int getsockname(int fd, long socketAddress, long length) {
        return (int) syscall(SystemCall.GETSOCKNAME, fd, socketAddress, length, 0);
    }

    /**
     * Tells the address of a socket's peer. See getpeername(2).
     *
     * @param fd a connected socket
     * @param socketAddress address that receives the {@code struct sockaddr_*}
     * @param length address of its capacity in bytes as a u32, which receives its length
     * @return 0 or the negated error number
     */
    default int getpeername(int fd, long socketAddress, long length) {
        return (int) syscall(SystemCall.GETPEERNAME, fd, socketAddress, length, 0);
    }

    /**
     * Makes an epoll instance. See epoll_create1(2).
     *
     * @param flags {@link Epoll#EPOLL_CLOEXEC} or 0
     * @return a descriptor, or the negated error number
     */
    default int epollCreate(int flags) {
        return (int) syscall(SystemCall.EPOLL_CREATE1, flags, 0, 0, 0);
    }

    /**
     * Changes what an epoll instance watches. See epoll_ctl(2).
     *
     * @param epoll the instance
     * @param operation {@link Epoll#EPOLL_CTL_ADD} or others
     * @param fd the descriptor to watch
     * @param event address of a {@code struct epoll_event}, see {@link Epoll}
     * @return 0 or the negated error number
     */
    default int epollControl(int epoll, int operation, int fd, long event) {
        return (int) syscall(SystemCall.EPOLL_CTL, epoll, operation, fd, event);
    }

    /**
     * Waits for events. See epoll_wait(2).
     *
     * @param epoll the instance
     * @param events address of an array of {@code struct epoll_event}, see {@link Epoll}
     * @param maximum how many fit
     * @param timeoutMillis -1 waits for ever, 0 not at all
     * @return how many events were written, or the negated error number
     */
    default int epollWait(int epoll, long events, int maximum, int timeoutMillis) {
        return (int) syscall(SystemCall.EPOLL_PWAIT.number(), epoll, events, maximum, timeoutMillis, 0, 0);
    }

    /**
     * Makes an event counter. See eventfd(2).
     *
     * @param initial its first value
     * @param flags {@link Epoll#EFD_NONBLOCK} and {@link Epoll#EFD_CLOEXEC}
     * @return a descriptor, or the negated error number
     */
    default int eventfd(int initial, int flags) {
        return (int) syscall(SystemCall.EVENTFD2, initial, flags, 0, 0);
    }

    /**
     * Makes a pipe. See pipe2(2).
     *
     * @param descriptors address that receives two ints: the end to read, the end to write
     * @param flags {@link OpenHow#O_NONBLOCK}, {@link OpenHow#O_CLOEXEC}
     * @return 0 or the negated error number
     */
    default int pipe(long descriptors, int flags) {
        return (int) syscall(SystemCall.PIPE2, descriptors, flags, 0, 0);
    }

    /**
     * Tells the calling thread's id. See gettid(2).
     *
     * @return the id
     */
    default int gettid() {
        return (int) syscall(SystemCall.GETTID, 0, 0, 0, 0);
    }

    /**
     * Tells whose permissions the process has. See geteuid(2).
     *
     * @return the effective user's id
     */
    default int geteuid() {
        return (int) syscall(SystemCall.GETEUID, 0, 0, 0, 0);
    }

    /**
     * Binds a thread to processors. See sched_setaffinity(2).
     *
     * @param thread a thread's id, 0 for the calling thread
     * @param length length of the mask in bytes
     * @param mask address of a bit mask of processors
     * @return 0 or the negated error number
     */
    default int schedSetaffinity(int thread, long length, long mask) {
        return (int) syscall(SystemCall.SCHED_SETAFFINITY, thread, length, mask, 0);
    }

    /**
     * Tells what was used up. See getrusage(2).
     *
     * @param who {@link ResourceUsage#RUSAGE_THREAD} or others
     * @param usage address of a {@code struct rusage}, see {@link ResourceUsage}
     * @return 0 or the negated error number
     */
    default int getrusage(int who, long usage) {
        return (int) syscall(SystemCall.GETRUSAGE, who, usage, 0, 0);
    }

    /**
     * Attaches a file system to the tree. See mount(2).
     *
     * @param source address of a C string: a device, or what the file system takes for one
     * @param target address of a C string: the directory
     * @param type address of a C string: the file system's name
     * @param flags {@link Mounting#MS_NOATIME} and others
     * @param data address of a C string: the file system's own options, or 0
     * @return 0 or the negated error number
     */
    default int mount(long source, long target, long type, long flags, long data) {
        return (int) syscall(SystemCall.MOUNT.number(), source, target, type, flags, data, 0);
    }

    /**
     * Takes a file system out of the tree. See umount2(2).
     *
     * @param target address of a C string: the directory
     * @param flags {@link Mounting#MNT_DETACH} and others, or 0
     * @return 0 or the negated error number
     */
    default int umount2(long target, int flags) {
        return (int) syscall(SystemCall.UMOUNT2, target, flags, 0, 0);
    }

    /**
     * Asks a device for something of its own. See ioctl(2).
     *
     * @param fd a descriptor
     * @param request what is asked, see {@link LoopDevice}
     * @param argument a number or an address, as the request wants it
     * @return what the device answers, 0 or more, or the negated error number
     */
    default int ioctl(int fd, int request, long argument) {
        return (int) syscall(SystemCall.IOCTL, fd, request, argument, 0);
    }

    /**
     * Gives a file its space on the disk. See fallocate(2).
     *
     * @param fd a descriptor open for writing
     * @param mode 0 to allocate, and to make the file so long
     * @param offset first byte
     * @param length how many bytes
     * @return 0 or the negated error number
     */
    default int fallocate(int fd, int mode, long offset, long length) {
        return (int) syscall(SystemCall.FALLOCATE, fd, mode, offset, length);
    }
}
