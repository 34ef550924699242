package io.laio;

import io.laio.Operation.Extent;
import io.laio.linux.Errno;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;

/** The calls on files, as {@link Laio} documents them; {@code call} is what they count as. */
final class FileCalls {
    private final Caller caller;
    private final FileSender sender;

    FileCalls(Caller caller, FileSender sender) {
        this.caller = caller;
        this.sender = sender;
    }

    long open(SystemCall call, int directory, long path, long how, Laziness laziness) {
        int error = caller.admit(call, directory, 0);
        if (error != 0 || path == 0 || how == 0) {
            return caller.failed(error != 0 ? error : Errno.EFAULT);
        }
        if (laziness == Laziness.DIRECT) {
            long result = caller.direct.open(directory, path, how);
            if (result != DirectAttempt.WOULD_BLOCK) {
                return caller.answer(result);
            }
        }
        Operation op = caller.begin(Extent.DESCRIPTOR, Abi.IORING_OP_OPENAT2, directory, laziness);
        op.tried = laziness == Laziness.DIRECT;
        if (op.tried && caller.direct.openedMayWait()) {
            op.entryFlags |= Abi.IOSQE_ASYNC; // io_uring's own try would open a FIFO without its peer
        }
        if (!op.ownPath(path, how)) {
            return caller.giveUp(op, Errno.ENAMETOOLONG);
        }
        op.length = OpenHow.BYTES;
        return caller.background(op);
    }

    long stat(int fd, long status) {
        int error = caller.admit(SystemCall.STATX, fd, 0);
        if (error != 0 || status == 0) {
            return caller.failed(error != 0 ? error : Errno.EFAULT);
        }
        return caller.answer(caller.linux.fstatx(fd, status));
    }

    long readAt(SystemCall call, int fd, long address, long length, long offset, Laziness laziness) {
        return read(call, fd, address, offset < 0 ? -1 : length, offset, laziness); // EINVAL, as for a length
    }

    long read(SystemCall call, int fd, long address, long length, long offset, Laziness laziness) {
        int error = caller.admit(call, fd, length);
        if (error == 0 && offset >= 0 && laziness != Laziness.DIRECT && caller.direct.hasNoPosition(fd)) {
            error = Errno.ESPIPE; // a try would have said so
        }
        if (error != 0) {
            return caller.failed(error);
        }
        long got = 0;
        if (laziness == Laziness.DIRECT) {
            got = caller.direct.read(fd, address, length, offset < 0 ? -1 : offset);
            // Short of a file's range is either the end of the file or the edge of what is in memory: only the kernel
            // knows, so the rest is asked for. Anything else is the answer.
            if (got != DirectAttempt.WOULD_BLOCK && (got <= 0 || got == length || offset < 0)) {
                return caller.answer(got);
            }
        }
        Extent extent = offset < 0 ? Extent.ONE_RESULT : Extent.UNTIL_END_OF_FILE;
        Operation op = caller.begin(extent, Abi.IORING_OP_READ, fd, laziness);
        op.address = address;
        op.length = length;
        op.offset = offset;
        op.transferred = Math.max(0, got);
        op.tried = laziness == Laziness.DIRECT;
        return caller.background(op);
    }

    long writeAt(SystemCall call, int fd, long address, long length, long offset, Laziness laziness) {
        return write(call, fd, address, offset < 0 ? -1 : length, offset, laziness);
    }

    long write(SystemCall call, int fd, long address, long length, long offset, Laziness laziness) {
        int error = caller.admit(call, fd, length);
        if (error == 0 && offset >= 0 && laziness != Laziness.DIRECT && caller.direct.hasNoPosition(fd)) {
            error = Errno.ESPIPE; // a try would have said so
        }
        if (error != 0) {
            return caller.failed(error);
        }
        long written = 0;
        if (laziness == Laziness.DIRECT) {
            written = caller.direct.write(fd, address, length, offset < 0 ? -1 : offset);
            if (written == length || (written < 0 && written != DirectAttempt.WOULD_BLOCK)) {
                return caller.answer(written);
            }
        }
        Operation op = caller.begin(Extent.EVERYTHING, Abi.IORING_OP_WRITE, fd, laziness);
        op.address = address;
        op.length = length;
        op.offset = offset;
        op.transferred = Math.max(0, written);
        op.tried = laziness == Laziness.DIRECT;
        return caller.background(op);
    }

    /** @param position address of a long that receives the position behind what was sent, or 0 */
    long sendfile(int out, int in, long offset, long length, Laziness laziness, long position) {
        int error = caller.admit(SystemCall.SENDFILE, out, length);
        if (error != 0) {
            return caller.failed(error);
        }
        long sent = 0;
        if (laziness != Laziness.OFF) {
            sent = sender.sendResident(out, in, offset, length);
            boolean over = sender.isComplete() || (sent < 0 && sent != DirectAttempt.WOULD_BLOCK);
            if (over) {
                FileSender.tellPosition(position, offset, sent);
                return caller.answer(sent);
            }
        }
        Operation op = caller.begin(Extent.EVERYTHING_THERE_IS, Operation.SENDFILE, out, laziness);
        op.length = length;
        op.offset = offset;
        op.address = position;
        op.transferred = Math.max(0, sent);
        op.byWorker = true;
        op.polling = true;
        error = -FileSender.ownFile(caller.linux, op, in);
        if (error != 0) {
            return caller.giveUp(op, error);
        }
        int duplicate = op.secondFd;
        long result = caller.background(op);
        if (caller.errno() != Errno.EINPROGRESS) {
            caller.linux.close(duplicate); // it did not begin, so it does not end
        }
        return result;
    }

    long fsync(int fd, Laziness laziness) {
        int error = caller.admit(SystemCall.FSYNC, fd, 0);
        if (error != 0) {
            return caller.failed(error);
        }
        return caller.background(caller.begin(Extent.ONE_RESULT, Abi.IORING_OP_FSYNC, fd, laziness));
    }
}
