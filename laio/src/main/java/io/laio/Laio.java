package io.laio;

import io.laio.linux.FileStatus;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.util.function.Supplier;

/**
 * System calls that become asynchronous only if they block.
 *
 * <p>The three calls of the paper are {@link #syscall}, {@link #handle} and {@link #poll}; the other methods are
 * {@link #syscall} with a name and typed arguments. A call that does not block returns its value at once. A call that
 * blocks returns -1 with {@link #errno()} {@code EINPROGRESS} and goes on in the background; a poll delivers its completion
 * later, once, after the <em>whole</em> operation: a file read has all that was asked for unless the file ends, a send has
 * sent everything. So the caller keeps no state of partial writes.
 *
 * <p><b>Threading.</b> An instance is confined to the thread that opened it, except {@link #wakeup}. Its {@link #counters} may be
 * read by any thread.
 *
 * <p><b>Memory.</b> A buffer given to a call that goes on in the background belongs to the kernel until the completion was
 * polled, also after {@link #abandon}: free it only then. Paths and addresses of sockets are copied.
 *
 * <p><b>Descriptors.</b> At most one operation a direction may be in flight on a descriptor. Close descriptors with
 * {@link #close(int)}, which cancels what is in flight on them first.
 *
 * <p><b>Engine.</b> io_uring, on Linux 5.13 or newer (6.1 for the best mode); without it, epoll and worker threads: see
 * {@link Engine}.
 *
 * @see <a href="https://www.usenix.org/legacy/events/usenix04/tech/general/elmeleegy.html">Lazy Asynchronous I/O for
 *     Event-Driven Servers</a>
 */
public final class Laio implements AutoCloseable {
    private final LaioOptions options;
    private final LaioCounters counters = new LaioCounters();
    private final OperationTable operations = new OperationTable();
    private final DirectAttempt direct;
    private final InFlight inFlight;
    private final BackgroundEngine engine;
    private final Engine kind;
    private final String reason;
    private final Waker waker;

    private final Caller caller;
    private final RawTries tries;
    private final FileSender sender;
    private final NativeBuffer scratch = new NativeBuffer(OpenHow.BYTES);
    private final FileCalls files;
    private final SocketCalls sockets;
    private final EpollWaits waits;
    private final RawCalls raw;
    private final Thread owner = Thread.currentThread();
    private boolean closed;

    private Laio(Linux linux, Linux wakerLinux, Engines.WorkersFactory workers, LaioOptions options)
            throws EngineUnavailableException {

        this.options = options;
        this.inFlight = new InFlight(linux, operations, counters);
        int wakeupFd = Engines.openWakeup(linux);
        this.direct = new DirectAttempt(linux);
        this.waker = new Waker(wakerLinux, wakeupFd);
        Engines.Parts parts = new Engines.Parts(linux, options, operations, counters, inFlight, direct, workers);
        try {
            Engines opened = Engines.open(parts, waker, wakeupFd);
            this.engine = opened.engine();
            this.kind = opened.kind();
            this.reason = opened.reason();
            this.caller = new Caller(linux, direct, operations, inFlight, counters, engine);
            this.tries = new RawTries(linux);
            this.sender = new FileSender(linux, direct);
            this.files = new FileCalls(caller, sender);
            this.sockets = new SocketCalls(caller);
            this.waits = new EpollWaits(caller, tries);
            this.raw = new RawCalls(caller, files, sockets, tries, waits, options.laziness(), scratch.address());
        } catch (EngineUnavailableException | RuntimeException e) {
            waker.close();
            direct.close();
            scratch.close();
            linux.close(wakeupFd);
            throw e;
        }
    }

    /**
     * Opens an instance for the calling thread.
     *
     * @param options how to set it up
     * @return the instance; close it on the same thread
     * @throws EngineUnavailableException if the engine cannot be had; the message names the cause and the remedy
     */
    public static Laio open(LaioOptions options) throws EngineUnavailableException {
        return open(Linux::open, options);
    }

    /**
     * Opens an instance over a kernel of the caller's choice, perhaps one that injects faults.
     *
     * @param kernels the kernel, as seen by one thread: asked for once by the calling thread, once for {@link #wakeup}, and by
     *     each worker thread
     * @param options how to set it up
     * @return the instance; close it on the same thread
     * @throws EngineUnavailableException if the engine cannot be had; the message names the cause and the remedy
     */
    public static Laio open(Supplier<? extends Linux> kernels, LaioOptions options) throws EngineUnavailableException {
        Linux own = kernels.get();
        return open(own, kernels, (max, waker) -> new WorkerPool(own, kernels, max, waker), options);
    }

    /** The calling thread's calls go through a kernel of the test's choice, worker threads' to the real one. */
    static Laio open(Linux linux, LaioOptions options) throws EngineUnavailableException {
        return open(linux, Linux::open, (max, waker) -> new WorkerPool(linux, Linux::open, max, waker), options);
    }

    static Laio open(
            Linux linux, Supplier<? extends Linux> kernels, Engines.WorkersFactory workers, LaioOptions options)
            throws EngineUnavailableException {
        return new Laio(linux, kernels.get(), workers, options);
    }

    /**
     * What carries out calls that would block.
     *
     * @return {@link Engine#RING} or {@link Engine#WORKERS}
     */
    public Engine engine() {
        return kind;
    }

    /**
     * Why {@link Engine#AUTO} did not take io_uring.
     *
     * @return the cause, with the remedy; empty if the engine is the one that was asked for, or io_uring
     */
    public String engineReason() {
        return reason;
    }

    /**
     * Makes any system call, lazily: the paper's {@code laio_syscall}. Arguments are those of the call itself; pointers are
     * addresses, and the memory that they mean stays the kernel's until the completion. {@link CallWays} tells what becomes
     * of each call.
     *
     * @param number the call's number on this architecture, see {@link SystemCall#number()}
     * @param a first argument
     * @param b second argument
     * @param c third argument
     * @param d fourth argument
     * @param e fifth argument
     * @param f sixth argument
     * @return the call's own value; or -1 with {@link #errno()}, which is {@code EINPROGRESS} if the call goes on in the
     *     background, {@code EOPNOTSUPP} for a call that is {@link Way#REFUSED}, and {@code ENOSYS} for a number that means
     *     no call
     */
    public long syscall(int number, long a, long b, long c, long d, long e, long f) {
        requireOpen();
        SystemCall call = SystemCall.ofNumber(number);
        return call == null ? caller.unknown() : raw.make(call, a, b, c, d, e, f);
    }

    /**
     * Makes any system call of five arguments, as {@link #syscall(int, long, long, long, long, long, long)}.
     *
     * @param number the call's number
     * @param a first argument
     * @param b second argument
     * @param c third argument
     * @param d fourth argument
     * @param e fifth argument
     * @return the call's own value, or -1
     */
    public long syscall(int number, long a, long b, long c, long d, long e) {
        return syscall(number, a, b, c, d, e, 0);
    }

    /**
     * Makes any system call of four arguments, as {@link #syscall(int, long, long, long, long, long, long)}.
     *
     * @param number the call's number
     * @param a first argument
     * @param b second argument
     * @param c third argument
     * @param d fourth argument
     * @return the call's own value, or -1
     */
    public long syscall(int number, long a, long b, long c, long d) {
        return syscall(number, a, b, c, d, 0, 0);
    }

    /**
     * Makes any system call of three arguments, as {@link #syscall(int, long, long, long, long, long, long)}.
     *
     * @param number the call's number
     * @param a first argument
     * @param b second argument
     * @param c third argument
     * @return the call's own value, or -1
     */
    public long syscall(int number, long a, long b, long c) {
        return syscall(number, a, b, c, 0, 0, 0);
    }

    /**
     * Makes any system call of two arguments, as {@link #syscall(int, long, long, long, long, long, long)}.
     *
     * @param number the call's number
     * @param a first argument
     * @param b second argument
     * @return the call's own value, or -1
     */
    public long syscall(int number, long a, long b) {
        return syscall(number, a, b, 0, 0, 0, 0);
    }

    /**
     * Makes any system call of one argument, as {@link #syscall(int, long, long, long, long, long, long)}.
     *
     * @param number the call's number
     * @param a first argument
     * @return the call's own value, or -1
     */
    public long syscall(int number, long a) {
        return syscall(number, a, 0, 0, 0, 0, 0);
    }

    /**
     * Makes any system call without arguments, as {@link #syscall(int, long, long, long, long, long, long)}.
     *
     * @param number the call's number
     * @return the call's own value, or -1
     */
    public long syscall(int number) {
        return syscall(number, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Why the last call returned -1.
     *
     * @return an error number, {@code EINPROGRESS} if the call goes on in the background; meaningless after another value
     */
    public int errno() {
        return caller.errno();
    }

    /**
     * The last call's handle.
     *
     * @return the handle that its completion will carry, or 0 if it did not block
     */
    public long handle() {
        return caller.handle();
    }

    /**
     * Attaches an object to the last call, to come back with its completion; does nothing if the call did not block.
     *
     * @param attachment any object
     */
    public void attach(Object attachment) {
        Operation operation = caller.last(); // null if it was delivered meanwhile
        if (operation != null) {
            operation.attachment = attachment;
        }
    }

    /**
     * Delivers completions, and submits what was queued since the last poll.
     *
     * <p>It waits only if there is nothing to deliver. A wake-up or a signal ends the wait early, and so does a part of an
     * operation that makes the next part necessary: 0 does not mean that the time is up.
     *
     * @param completions the batch to fill; what it held is gone
     * @param timeoutNanos the longest wait in nanoseconds; 0 does not wait, negative waits for ever
     * @return how many completions were delivered, 0 or more
     */
    public int poll(Completions completions, long timeoutNanos) {
        requireOpen();
        completions.clear();
        engine.advance(timeoutNanos != 0);
        if (!inFlight.hasDone() && timeoutNanos != 0) {
            engine.await(timeoutNanos);
        }
        while (!completions.isFull() && inFlight.hasDone()) {
            Operation operation = inFlight.nextDone();
            if (operation != null) {
                completions.add(operation);
                operations.release(operation);
            }
        }
        inFlight.runReleased();
        return completions.count();
    }

    /** Ends a wait in {@link #poll}, or the next one; may be called from any thread, also after {@link #close()}. */
    public void wakeup() {
        waker.wake();
    }

    /**
     * Opens a file, never waiting for the disk.
     *
     * @param directory descriptor of the directory that a relative path starts from, or {@link OpenHow#AT_FDCWD}
     * @param path address of a C string
     * @param how address of a {@code struct open_how}, see {@link OpenHow#put}
     * @return a descriptor, or -1
     */
    public long open(int directory, long path, long how) {
        return open(directory, path, how, options.laziness());
    }

    /**
     * Opens a file, never waiting for the disk.
     *
     * @param directory descriptor of the directory that a relative path starts from, or {@link OpenHow#AT_FDCWD}
     * @param path address of a C string
     * @param how address of a {@code struct open_how}, see {@link OpenHow#put}
     * @param laziness who finds out whether it blocks
     * @return a descriptor, or -1
     */
    public long open(int directory, long path, long how, Laziness laziness) {
        requireOpen();
        return files.open(SystemCall.OPENAT2, directory, path, how, laziness);
    }

    /**
     * Asks for the metadata of an open file. It never blocks: the kernel has the inode in memory while the file is open.
     *
     * @param fd a descriptor
     * @param status address of {@link FileStatus#BYTES} bytes that receive a {@code struct statx}
     * @return 0, or -1
     */
    public long stat(int fd, long status) {
        requireOpen();
        return files.stat(fd, status);
    }

    /**
     * Asks for the metadata of a file by its name, never waiting for the disk.
     *
     * @param directory descriptor of the directory that a relative path starts from, or {@link OpenHow#AT_FDCWD}
     * @param path address of a C string; it stays the kernel's until the completion
     * @param flags {@link FileStatus#AT_SYMLINK_NOFOLLOW} and others
     * @param mask {@code STATX_*}: what is wanted
     * @param status address of {@link FileStatus#BYTES} bytes that receive a {@code struct statx}
     * @return 0, or -1
     */
    public long stat(int directory, long path, int flags, int mask, long status) {
        return syscall(SystemCall.STATX.number(), directory, path, flags, mask, status, 0);
    }

    /**
     * Reads. A file is read until {@code length} bytes are there or the file ends; a pipe or a socket
     * ({@code offset < 0}) answers with any data.
     *
     * @param fd a descriptor
     * @param address where to put the bytes
     * @param length how many bytes
     * @param offset position in the file in bytes; negative for a descriptor that has none
     * @return bytes read, 0 at the end, or -1
     */
    public long read(int fd, long address, long length, long offset) {
        return read(fd, address, length, offset, options.laziness());
    }

    /**
     * Reads, as {@link #read(int, long, long, long)}.
     *
     * @param fd a descriptor
     * @param address where to put the bytes
     * @param length how many bytes
     * @param offset position in the file in bytes; negative for a descriptor that has none
     * @param laziness who finds out whether it blocks
     * @return bytes read, 0 at the end, or -1
     */
    public long read(int fd, long address, long length, long offset, Laziness laziness) {
        requireOpen();
        return files.read(SystemCall.READ, fd, address, length, offset, laziness);
    }

    /**
     * Writes everything. Pipes and sockets, and files where the file system has a form of write that never blocks, are
     * tried first; what is left goes on in the background.
     *
     * @param fd a descriptor
     * @param address the bytes
     * @param length how many bytes
     * @param offset position in the file in bytes; negative for a descriptor that has none
     * @return {@code length}, or -1: a part of a write is never reported
     */
    public long write(int fd, long address, long length, long offset) {
        return write(fd, address, length, offset, options.laziness());
    }

    /**
     * Writes everything, as {@link #write(int, long, long, long)}.
     *
     * @param fd a descriptor
     * @param address the bytes
     * @param length how many bytes
     * @param offset position in the file in bytes; negative for a descriptor that has none
     * @param laziness who finds out whether it blocks
     * @return {@code length}, or -1: a part of a write is never reported
     */
    public long write(int fd, long address, long length, long offset, Laziness laziness) {
        requireOpen();
        return files.write(SystemCall.WRITE, fd, address, length, offset, laziness);
    }

    /**
     * Forces a file to the disk. It blocks nearly always, so nobody tries first.
     *
     * @param fd a descriptor
     * @return 0, or -1
     */
    public long fsync(int fd) {
        requireOpen();
        return files.fsync(fd, options.laziness());
    }

    /**
     * Accepts a connection.
     *
     * @param fd a listening socket; only a non-blocking one is tried directly
     * @param flags {@link Sockets#SOCK_CLOEXEC} and others
     * @return a descriptor, or -1
     */
    public long accept(int fd, int flags) {
        return accept(fd, flags, options.laziness());
    }

    /**
     * Accepts a connection.
     *
     * @param fd a listening socket; only a non-blocking one is tried directly
     * @param flags {@link Sockets#SOCK_CLOEXEC} and others
     * @param laziness who finds out whether it blocks
     * @return a descriptor, or -1
     */
    public long accept(int fd, int flags, Laziness laziness) {
        requireOpen();
        return sockets.accept(SystemCall.ACCEPT4, fd, flags, laziness);
    }

    /**
     * Connects a socket. A TCP connection always takes a round trip, so nobody tries first.
     *
     * @param fd a socket
     * @param socketAddress address of a {@code struct sockaddr_*}; copied
     * @param length its length in bytes, at most 128
     * @return 0, or -1
     */
    public long connect(int fd, long socketAddress, int length) {
        requireOpen();
        return sockets.connect(fd, socketAddress, length, options.laziness());
    }

    /**
     * Receives what there is.
     *
     * @param fd a connected socket
     * @param address where to put the bytes
     * @param length how many bytes at most
     * @param flags {@code MSG_*}
     * @return bytes received, 0 when the peer has finished, or -1
     */
    public long recv(int fd, long address, long length, int flags) {
        return recv(fd, address, length, flags, options.laziness());
    }

    /**
     * Receives what there is.
     *
     * @param fd a connected socket
     * @param address where to put the bytes
     * @param length how many bytes at most
     * @param flags {@code MSG_*}
     * @param laziness who finds out whether it blocks; {@link Laziness#RING} where the peer surely has not sent yet
     * @return bytes received, 0 when the peer has finished, or -1
     */
    public long recv(int fd, long address, long length, int flags, Laziness laziness) {
        requireOpen();
        return sockets.recv(SystemCall.RECVFROM, fd, address, length, flags, laziness);
    }

    /**
     * Sends everything.
     *
     * @param fd a connected stream socket
     * @param address the bytes
     * @param length how many bytes
     * @param flags {@code MSG_*}
     * @return {@code length}, or -1: a part of a send is never reported
     */
    public long send(int fd, long address, long length, int flags) {
        return send(fd, address, length, 0, 0, flags, options.laziness());
    }

    /**
     * Sends two pieces of memory, everything of both: a header and a body.
     *
     * @param fd a connected stream socket
     * @param first the first piece's address
     * @param firstLength its length in bytes, 0 or more
     * @param second the second piece's address
     * @param secondLength its length in bytes, 0 if there is no second piece
     * @param flags {@code MSG_*}
     * @param laziness who finds out whether it blocks
     * @return the sum of both lengths, or -1: a part of a send is never reported
     */
    public long send(
            int fd, long first, long firstLength, long second, long secondLength, int flags, Laziness laziness) {
        requireOpen();
        return sockets.send(SystemCall.SENDTO, fd, first, firstLength, second, secondLength, flags, laziness);
    }

    /**
     * Sends a part of a file on a socket, everything that was asked for unless the file ends. What is in memory is sent at
     * once, if the socket does not block and the file is the caller's own; a worker sends the rest.
     *
     * @param out a connected stream socket
     * @param in a file; it may be closed while the call goes on
     * @param offset position in the file in bytes; negative for the descriptor's own, which then moves
     * @param length how many bytes
     * @return bytes sent, fewer than {@code length} only if the file ended; or -1
     */
    public long sendfile(int out, int in, long offset, long length) {
        requireOpen();
        return files.sendfile(out, in, offset, length, options.laziness(), 0);
    }

    /**
     * Waits for events of an epoll instance, as long as it takes; so a program that watches descriptors by epoll and does
     * the rest by laio has one wait, {@link #poll}. No event is lost between one wait and the next.
     *
     * @param epoll an epoll instance's descriptor
     * @param events address of {@code maxEvents} events, see {@link io.laio.linux.Epoll}
     * @param maxEvents how many events at most, 1 or more
     * @param laziness who finds out whether there is an event already; {@link Laziness#RING} where there surely is none
     * @return how many events, 1 or more; or -1
     */
    public long epollWait(int epoll, long events, int maxEvents, Laziness laziness) {
        requireOpen();
        return waits.make(epoll, events, maxEvents, laziness);
    }

    /**
     * Closes a descriptor. What is in flight on it is cancelled first and completes, with {@code ECANCELED} or with what it
     * had reached; only then is the descriptor given back, and this call completes. Meanwhile every call with the descriptor
     * answers {@code EBADF}.
     *
     * @param fd a descriptor
     * @return 0, or -1
     */
    public long close(int fd) {
        requireOpen();
        return caller.close(fd);
    }

    /**
     * Asks the kernel to give up an operation. Its completion still comes: with {@code ECANCELED}, or with its own value if
     * it was too late. An unknown or completed handle is ignored.
     *
     * @param operationHandle the operation's handle
     */
    public void cancel(long operationHandle) {
        requireOpen();
        Operation operation = operations.find(operationHandle);
        if (operation != null && operation.state == Operation.State.IN_FLIGHT) {
            engine.cancel(operation);
        }
    }

    /**
     * Forgets an operation: it is cancelled, no completion will be delivered, and a descriptor that it still yields is
     * closed. Its buffers belong to the kernel until it is over; {@link #abandon(long, Runnable)} tells when. An unknown
     * handle, or one whose completion was delivered, is ignored.
     *
     * @param operationHandle the operation's handle
     */
    public void abandon(long operationHandle) {
        abandon(operationHandle, () -> {});
    }

    /**
     * Forgets an operation, as {@link #abandon(long)}, and tells when its buffers are the caller's again.
     *
     * @param operationHandle the operation's handle
     * @param whenReleased runs on this thread, at the end of a later {@link #poll} or of {@link #close()}; not at all if the
     *     handle is unknown
     */
    public void abandon(long operationHandle, Runnable whenReleased) {
        requireOpen();
        Operation operation = operations.find(operationHandle);
        if (operation != null && !operation.abandoned) {
            inFlight.abandon(operation, engine, whenReleased);
        }
    }

    /**
     * What became of the calls so far.
     *
     * @return the live counters
     */
    public LaioCounters counters() {
        return counters;
    }

    /**
     * How many operations go on in the background.
     *
     * @return operations whose completion is not there yet
     */
    public int inFlight() {
        return inFlight.count();
    }

    /** How many slots are not free: in flight, or complete and not delivered. */
    int slotsInUse() {
        return operations.inUse();
    }

    /**
     * Cancels what is in flight, waits until the kernel touches no buffer any more, closes descriptors that arrive late, and
     * frees everything. Completions that were not polled are lost. Closing twice does nothing.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        requireOwner();
        inFlight.forEach(engine::cancel);
        while (inFlight.count() > 0) {
            engine.advance(true);
            if (inFlight.count() > 0) {
                engine.await(-1);
            }
        }
        closed = true;
        inFlight.discardDone();
        waker.close(); // first: a late wake-up must not write to a descriptor that is somebody else's by then
        engine.close();
        direct.close();
        tries.close();
        raw.close();
        sender.close();
        scratch.close();
        operations.close();
        inFlight.runReleased();
    }

    private void requireOwner() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("this Laio belongs to the thread " + owner.getName());
        }
    }

    private void requireOpen() {
        requireOwner();
        if (closed) {
            throw new IllegalStateException("this Laio is closed");
        }
    }
}
