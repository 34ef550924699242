package io.laio;

import io.laio.Operation.Extent;
import io.laio.linux.Errno;
import io.laio.linux.FileStatus;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    private final Linux linux;
    private final LaioOptions options;
    private final LaioCounters counters = new LaioCounters();
    private final OperationTable operations = new OperationTable();
    private final DirectAttempt direct;
    private final InFlight inFlight;
    private final BackgroundEngine engine;
    private final Engine kind;
    private final String reason;
    private final Waker waker;

    private int errno;
    private long handle;
    private @Nullable Operation last;
    private final Thread owner = Thread.currentThread();
    private boolean closed;

    private Laio(Linux linux, Linux wakerLinux, Engines.WorkersFactory workers, LaioOptions options)
            throws EngineUnavailableException {
        this.linux = linux;
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
        } catch (EngineUnavailableException | RuntimeException e) {
            waker.close();
            direct.close();
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
        return open(own, kernels, (max, waker) -> new WorkerPool(kernels, max, waker), options);
    }

    /** The calling thread's calls go through a kernel of the test's choice, worker threads' to the real one. */
    static Laio open(Linux linux, LaioOptions options) throws EngineUnavailableException {
        return open(linux, Linux::open, (max, waker) -> new WorkerPool(Linux::open, max, waker), options);
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
     * Makes a system call, lazily. Arguments are those of the call itself; pointers are addresses.
     *
     * @param number the call's number on this architecture, see {@link SystemCall#number()}
     * @param a first argument
     * @param b second argument
     * @param c third argument
     * @param d fourth argument
     * @return the call's own value; or -1 with {@link #errno()}, which is {@code EINPROGRESS} if the call goes on in the
     *     background and {@code ENOSYS} for a call that this version does not carry
     */
    public long syscall(int number, long a, long b, long c, long d) {
        requireOpen();
        SystemCall call = SystemCall.ofNumber(number);
        return switch (call) {
            case null -> failed(Errno.ENOSYS);
            case READ -> read((int) a, b, c, -1);
            case PREAD64 -> d < 0 ? failed(Errno.EINVAL) : read((int) a, b, c, d);
            case WRITE -> write((int) a, b, c, -1);
            case PWRITE64 -> d < 0 ? failed(Errno.EINVAL) : write((int) a, b, c, d);
            case OPENAT2 -> d == OpenHow.BYTES ? open((int) a, b, c) : failed(Errno.ENOSYS);
            case ACCEPT4 -> b == 0 ? accept((int) a, (int) d) : failed(Errno.ENOSYS);
            case CONNECT -> connect((int) a, b, (int) c);
            case RECVFROM -> recv((int) a, b, c, (int) d);
            case SENDTO -> send((int) a, b, c, (int) d);
            case FSYNC -> fsync((int) a);
            case CLOSE -> close((int) a);
            case GETPID, GETTID, LSEEK, SHUTDOWN -> inline(call, a, b, c, d);
            default -> failed(Errno.ENOSYS);
        };
    }

    private long inline(SystemCall call, long a, long b, long c, long d) {
        counters.countIssued(call);
        return answer(linux.syscall(call, a, b, c, d));
    }

    /**
     * Why the last call returned -1.
     *
     * @return an error number, {@code EINPROGRESS} if the call goes on in the background; meaningless after another value
     */
    public int errno() {
        return errno;
    }

    /**
     * The last call's handle.
     *
     * @return the handle that its completion will carry, or 0 if it did not block
     */
    public long handle() {
        return handle;
    }

    /**
     * Attaches an object to the last call, to come back with its completion; does nothing if the call did not block.
     *
     * @param attachment any object
     */
    public void attach(Object attachment) {
        Operation operation = last;
        if (operation != null && operation.handle() == handle) { // else it was delivered meanwhile
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
        requireOwner();
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
        int error = admit(SystemCall.OPENAT2, directory, 0);
        if (error != 0 || path == 0 || how == 0) {
            return failed(error != 0 ? error : Errno.EFAULT);
        }
        if (laziness == Laziness.DIRECT) {
            long result = direct.open(directory, path, how);
            if (result != DirectAttempt.WOULD_BLOCK) {
                return answer(result);
            }
        }
        Operation op = begin(SystemCall.OPENAT2, Extent.DESCRIPTOR, Abi.IORING_OP_OPENAT2, directory, laziness);
        op.tried = laziness == Laziness.DIRECT;
        if (!op.ownPath(path, how)) {
            operations.release(op);
            return failed(Errno.ENAMETOOLONG);
        }
        op.length = OpenHow.BYTES;
        return background(op);
    }

    /**
     * Asks for the metadata of an open file. It never blocks: the kernel has the inode in memory while the file is open.
     *
     * @param fd a descriptor
     * @param status address of {@link FileStatus#BYTES} bytes that receive a {@code struct statx}
     * @return 0, or -1
     */
    public long stat(int fd, long status) {
        int error = admit(SystemCall.STATX, fd, 0);
        if (error != 0 || status == 0) {
            return failed(error != 0 ? error : Errno.EFAULT);
        }
        return answer(linux.fstatx(fd, status));
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
        int error = admit(SystemCall.READ, fd, length);
        if (error != 0) {
            return failed(error);
        }
        long got = 0;
        if (laziness == Laziness.DIRECT) {
            got = direct.read(fd, address, length, offset < 0 ? -1 : offset);
            // Short of a file's range is either the end of the file or the edge of what is in memory: only the kernel
            // knows, so the rest is asked for. Anything else is the answer.
            if (got != DirectAttempt.WOULD_BLOCK && (got <= 0 || got == length || offset < 0)) {
                return answer(got);
            }
        }
        Extent extent = offset < 0 ? Extent.ONE_RESULT : Extent.UNTIL_END_OF_FILE;
        Operation op = begin(SystemCall.READ, extent, Abi.IORING_OP_READ, fd, laziness);
        op.address = address;
        op.length = length;
        op.offset = offset;
        op.transferred = Math.max(0, got);
        op.tried = laziness == Laziness.DIRECT;
        return background(op);
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
        int error = admit(SystemCall.WRITE, fd, length);
        if (error != 0) {
            return failed(error);
        }
        long written = 0;
        if (laziness == Laziness.DIRECT) {
            written = direct.write(fd, address, length, offset < 0 ? -1 : offset);
            if (written == length || (written < 0 && written != DirectAttempt.WOULD_BLOCK)) {
                return answer(written);
            }
        }
        Operation op = begin(SystemCall.WRITE, Extent.EVERYTHING, Abi.IORING_OP_WRITE, fd, laziness);
        op.address = address;
        op.length = length;
        op.offset = offset;
        op.transferred = Math.max(0, written);
        op.tried = laziness == Laziness.DIRECT;
        return background(op);
    }

    /**
     * Forces a file to the disk. It blocks nearly always, so nobody tries first.
     *
     * @param fd a descriptor
     * @return 0, or -1
     */
    public long fsync(int fd) {
        int error = admit(SystemCall.FSYNC, fd, 0);
        if (error != 0) {
            return failed(error);
        }
        return background(begin(SystemCall.FSYNC, Extent.ONE_RESULT, Abi.IORING_OP_FSYNC, fd, options.laziness()));
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
        int error = admit(SystemCall.ACCEPT4, fd, 0);
        if (error != 0) {
            return failed(error);
        }
        if (laziness == Laziness.DIRECT) {
            long result = direct.accept(fd, flags);
            if (result != DirectAttempt.WOULD_BLOCK) {
                return answer(result);
            }
        }
        Operation op = begin(SystemCall.ACCEPT4, Extent.DESCRIPTOR, Abi.IORING_OP_ACCEPT, fd, laziness);
        op.flags = flags;
        return background(op);
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
        int error = admit(SystemCall.CONNECT, fd, length);
        if (error == 0 && length > Operation.OWNED_BYTES) {
            error = Errno.EINVAL;
        }
        if (error != 0 || socketAddress == 0) {
            return failed(error != 0 ? error : Errno.EFAULT);
        }
        Operation op = begin(SystemCall.CONNECT, Extent.ONE_RESULT, Abi.IORING_OP_CONNECT, fd, options.laziness());
        Memory.copy(socketAddress, op.owned, length);
        op.address = op.owned;
        op.offset = length;
        return background(op);
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
        int error = admit(SystemCall.RECVFROM, fd, length);
        if (error != 0) {
            return failed(error);
        }
        // What comes without waiting is not all that MSG_WAITALL asks for; in the ring the kernel puts it together.
        if (laziness == Laziness.DIRECT && (flags & Sockets.MSG_WAITALL) == 0) {
            long result = direct.recv(fd, address, length, flags);
            if (result != DirectAttempt.WOULD_BLOCK) {
                return answer(result);
            }
        }
        // Without the ring, MSG_WAITALL is put together here.
        boolean everything = (flags & (Sockets.MSG_WAITALL | Sockets.MSG_PEEK)) == Sockets.MSG_WAITALL;
        Extent extent = everything ? Extent.UNTIL_END_OF_FILE : Extent.ONE_RESULT;
        Operation op = begin(SystemCall.RECVFROM, extent, Abi.IORING_OP_RECV, fd, laziness);
        op.address = address;
        op.length = length;
        op.flags = flags & ~Sockets.MSG_DONTWAIT; // in the background it may wait
        op.tried = laziness == Laziness.DIRECT && !everything;
        return background(op);
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
        int error = admit(SystemCall.SENDTO, fd, firstLength | secondLength);
        if (error != 0) {
            return failed(error);
        }
        long sent = 0;
        if (laziness == Laziness.DIRECT) {
            sent = secondLength == 0
                    ? direct.send(fd, first, firstLength, flags)
                    : direct.send(fd, first, firstLength, second, secondLength, flags);
            if (sent == firstLength + secondLength || (sent < 0 && sent != DirectAttempt.WOULD_BLOCK)) {
                return answer(sent);
            }
        }
        int opcode = secondLength == 0 ? Abi.IORING_OP_SEND : Abi.IORING_OP_SENDMSG;
        Operation op = begin(SystemCall.SENDTO, Extent.EVERYTHING, opcode, fd, laziness);
        op.address = first;
        op.length = firstLength;
        op.secondAddress = second;
        op.secondLength = secondLength;
        op.flags = flags & ~Sockets.MSG_DONTWAIT;
        op.transferred = Math.max(0, sent);
        op.tried = laziness == Laziness.DIRECT;
        return background(op);
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
        int error = admit(SystemCall.CLOSE, fd, 0);
        if (error != 0) {
            return failed(error);
        }
        direct.forget(fd);
        if (!inFlight.isBusy(fd)) {
            return answer(linux.close(fd));
        }
        Operation op = begin(SystemCall.CLOSE, Extent.ONE_RESULT, Abi.IORING_OP_NOP, fd, Laziness.RING);
        inFlight.closeWhenIdle(op, engine);
        return inProgress(op);
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
     * closed. Its buffers belong to the kernel until then; free them only after {@link #close()}, or pool them by other
     * means. An unknown handle, or one whose completion was delivered, is ignored.
     *
     * @param operationHandle the operation's handle
     */
    public void abandon(long operationHandle) {
        requireOpen();
        Operation operation = operations.find(operationHandle);
        if (operation != null && !operation.abandoned) {
            inFlight.abandon(operation, engine, null);
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
        engine.close();
        waker.close();
        direct.close();
        operations.close();
        inFlight.runReleased();
    }

    /** Counts a call, and says what is wrong with it from the start: an error number, or 0. */
    private int admit(SystemCall call, int fd, long length) {
        requireOpen();
        counters.countIssued(call);
        if (length < 0) {
            return Errno.EINVAL;
        }
        return inFlight.isClosing(fd) ? Errno.EBADF : 0;
    }

    private Operation begin(SystemCall call, Extent extent, int opcode, int fd, Laziness laziness) {
        Operation operation = operations.acquire();
        operation.begin(call, extent, opcode, fd);
        operation.eager = laziness == Laziness.OFF;
        operation.entryFlags = operation.eager ? Abi.IOSQE_ASYNC : 0;
        return operation;
    }

    private long background(Operation operation) {
        boolean possible = operation.fd >= 0 || operation.call == SystemCall.OPENAT2;
        if (!possible || !engine.start(operation)) {
            operations.release(operation);
            return failed(Errno.EBADF);
        }
        return inProgress(operation);
    }

    private long inProgress(Operation operation) {
        last = operation;
        handle = operation.handle();
        errno = Errno.EINPROGRESS;
        return -1;
    }

    private long answer(long result) {
        return result < 0 ? failed((int) -result) : succeeded(result);
    }

    private long succeeded(long value) {
        last = null;
        handle = 0;
        errno = 0;
        return value;
    }

    private long failed(int error) {
        last = null;
        handle = 0;
        errno = error;
        return -1;
    }

    private void requireOwner() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("this Laio belongs to the thread " + owner.getName());
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this Laio is closed");
        }
    }
}
