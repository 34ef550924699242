package io.laio.ring;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.MemoryMap;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SystemCall;
import java.util.BitSet;

/**
 * One io_uring instance, confined to the thread that opened it.
 *
 * <p>The best set of flags that the kernel takes is chosen at set-up: work deferred to this thread's own entries (6.1),
 * else cooperative (5.19), else plain. Requires {@code IORING_FEAT_EXT_ARG} (5.11), so that a wait can have a time limit,
 * {@code IORING_FEAT_NODROP} (5.5), so that no completion is lost, and, for multishot polls, 5.13, which
 * {@code IORING_FEAT_RSRC_TAGS} tells.
 */
public final class IoUring implements AutoCloseable {
    private static final int[] SETUP_FLAGS = {
        Abi.IORING_SETUP_SINGLE_ISSUER
                | Abi.IORING_SETUP_DEFER_TASKRUN
                | Abi.IORING_SETUP_TASKRUN_FLAG
                | Abi.IORING_SETUP_SUBMIT_ALL,
        Abi.IORING_SETUP_COOP_TASKRUN | Abi.IORING_SETUP_TASKRUN_FLAG | Abi.IORING_SETUP_SUBMIT_ALL,
        0,
    };
    private static final int REQUIRED_FEATURES =
            Abi.IORING_FEAT_SINGLE_MMAP | Abi.IORING_FEAT_NODROP | Abi.IORING_FEAT_EXT_ARG | Abi.IORING_FEAT_RSRC_TAGS;
    private static final int SCRATCH_BYTES = 256;
    private static final int SCRATCH_TIMESPEC = 0;
    private static final int SCRATCH_GETEVENTS_ARG = 16;
    private static final int SCRATCH_WORKERS = 64;

    private final Linux linux;
    private final NativeBuffer scratch = new NativeBuffer(SCRATCH_BYTES);
    private final int fd;
    private final int setupFlags;
    private final long ringAddress;
    private final long ringBytes;
    private final long entriesAddress;
    private final long entriesBytes;
    private final SubmissionQueue submissions;
    private final CompletionQueue completions;
    private final BitSet operations = new BitSet();
    private boolean closed;

    /**
     * Sets an instance up.
     *
     * @param linux the kernel, as seen by the calling thread
     * @param submissionEntries how many entries fit between two submissions; rounded up to a power of two
     * @param completionEntries how many completions fit before the kernel keeps them apart; rounded likewise
     * @throws RingUnavailableException if the kernel refuses, with the cause and the remedy
     */
    public IoUring(Linux linux, int submissionEntries, int completionEntries) throws RingUnavailableException {
        this.linux = linux;
        try (NativeBuffer params = new NativeBuffer(Abi.PARAMS_BYTES)) {
            long p = params.address();
            this.fd = setUp(p, submissionEntries, completionEntries);
            this.setupFlags = Memory.getInt(p + Abi.PARAMS_FLAGS);
            int sqEntries = Memory.getInt(p + Abi.PARAMS_SQ_ENTRIES);
            int cqEntries = Memory.getInt(p + Abi.PARAMS_CQ_ENTRIES);
            long sqBytes = Memory.getInt(p + Abi.PARAMS_SQ_OFF + Abi.SQ_OFF_ARRAY) + 4L * sqEntries;
            long cqBytes = Memory.getInt(p + Abi.PARAMS_CQ_OFF + Abi.CQ_OFF_CQES) + (long) Abi.CQE_BYTES * cqEntries;
            this.ringBytes = Math.max(sqBytes, cqBytes);
            this.entriesBytes = (long) Abi.SQE_BYTES * sqEntries;
            this.ringAddress = map(ringBytes, Abi.IORING_OFF_SQ_RING);
            this.entriesAddress = mapEntries();
            this.submissions = new SubmissionQueue(ringAddress, p + Abi.PARAMS_SQ_OFF, entriesAddress, sqEntries);
            this.completions = new CompletionQueue(ringAddress, p + Abi.PARAMS_CQ_OFF);
            probe();
        } catch (RingUnavailableException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    private int setUp(long params, int submissionEntries, int completionEntries) throws RingUnavailableException {
        long result = -Errno.EINVAL;
        for (int flags : SETUP_FLAGS) {
            Memory.zero(params, Abi.PARAMS_BYTES);
            Memory.putInt(params + Abi.PARAMS_FLAGS, flags | Abi.IORING_SETUP_CQSIZE | Abi.IORING_SETUP_CLAMP);
            Memory.putInt(params + Abi.PARAMS_CQ_ENTRIES, completionEntries);
            result = linux.syscall(SystemCall.IO_URING_SETUP, submissionEntries, params, 0, 0);
            if (result != -Errno.EINVAL) {
                break;
            }
        }
        if (result < 0) {
            throw RingUnavailableException.refused((int) -result);
        }
        int missing = REQUIRED_FEATURES & ~Memory.getInt(params + Abi.PARAMS_FEATURES);
        if (missing != 0) {
            linux.close((int) result);
            throw RingUnavailableException.tooOld(missing);
        }
        return (int) result;
    }

    private long map(long bytes, long offset) throws RingUnavailableException {
        int protection = MemoryMap.PROT_READ | MemoryMap.PROT_WRITE;
        long address = linux.mmap(bytes, protection, MemoryMap.MAP_SHARED | MemoryMap.MAP_POPULATE, fd, offset);
        if (address < 0 && address >= -Linux.MAX_ERRNO) {
            linux.close(fd);
            throw RingUnavailableException.refused((int) -address);
        }
        return address;
    }

    private long mapEntries() throws RingUnavailableException {
        try {
            return map(entriesBytes, Abi.IORING_OFF_SQES);
        } catch (RingUnavailableException e) {
            linux.munmap(ringAddress, ringBytes);
            throw e;
        }
    }

    /**
     * The queue into the kernel.
     *
     * @return the queue, to be filled by this ring's thread
     */
    public SubmissionQueue submissions() {
        return submissions;
    }

    /**
     * The queue out of the kernel.
     *
     * @return the queue, to be emptied by this ring's thread
     */
    public CompletionQueue completions() {
        return completions;
    }

    /**
     * Whether entering the kernel without waiting would do anything.
     *
     * @return true if entries wait to be submitted or the kernel has completions that are not in the queue yet
     */
    public boolean hasWork() {
        return submissions.pending() != 0 || submissions.kernelHasWork();
    }

    /**
     * Hands all added entries to the kernel and collects what is complete, without waiting.
     *
     * @return entries taken, or the negated error number; EBUSY and EAGAIN mean: empty the completions, then again
     */
    public int submit() {
        requireOpen();
        submissions.publish();
        return (int) linux.syscall(
                SystemCall.IO_URING_ENTER.number(), fd, submissions.pending(), 0, Abi.IORING_ENTER_GETEVENTS, 0, 0);
    }

    /**
     * Hands all added entries to the kernel and waits until there is a completion.
     *
     * @param timeoutNanos the longest wait; negative waits for ever
     * @return 0 or more, or the negated error number; ETIME when the time was up, EINTR after a signal
     */
    public int submitAndWait(long timeoutNanos) {
        requireOpen();
        submissions.publish();
        long argument = scratch.address() + SCRATCH_GETEVENTS_ARG;
        Memory.putLong(argument + Abi.GETEVENTS_ARG_TS, timeoutNanos < 0 ? 0 : timespec(timeoutNanos));
        return (int) linux.syscall(
                SystemCall.IO_URING_ENTER.number(),
                fd,
                submissions.pending(),
                1,
                Abi.IORING_ENTER_GETEVENTS | Abi.IORING_ENTER_EXT_ARG,
                argument,
                Abi.GETEVENTS_ARG_BYTES);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this ring is closed");
        }
    }

    private long timespec(long nanos) {
        long address = scratch.address() + SCRATCH_TIMESPEC;
        Memory.putLong(address, nanos / 1_000_000_000);
        Memory.putLong(address + 8, nanos % 1_000_000_000);
        return address;
    }

    /**
     * Limits the kernel's worker threads, of the bounded (files) and the unbounded kind (sockets and others).
     *
     * @param workers the most of each kind, 1 or more
     * @return 0 or the negated error number; EINVAL before Linux 5.15
     */
    public int limitWorkers(int workers) {
        long pair = scratch.address() + SCRATCH_WORKERS;
        Memory.putInt(pair, workers);
        Memory.putInt(pair + 4, workers);
        return (int) linux.syscall(SystemCall.IO_URING_REGISTER, fd, Abi.IORING_REGISTER_IOWQ_MAX_WORKERS, pair, 2);
    }

    /** Asks which operations the kernel has; where it does not tell, none but those of every kernel that is accepted. */
    private void probe() {
        int bytes = Abi.PROBE_OPS + Abi.MAX_OPS * Abi.PROBE_OP_BYTES;
        try (NativeBuffer probe = new NativeBuffer(bytes)) {
            Memory.zero(probe.address(), bytes);
            linux.syscall(SystemCall.IO_URING_REGISTER, fd, Abi.IORING_REGISTER_PROBE, probe.address(), Abi.MAX_OPS);
            for (int opcode = 0; opcode < Abi.MAX_OPS; opcode++) {
                long entry = probe.address() + Abi.PROBE_OPS + (long) opcode * Abi.PROBE_OP_BYTES;
                operations.set(opcode, (Memory.getShort(entry + Abi.PROBE_OP_FLAGS) & Abi.IO_URING_OP_SUPPORTED) != 0);
            }
        }
    }

    /**
     * Whether the kernel has an operation.
     *
     * @param opcode {@code IORING_OP_*}
     * @return true if it said so when the instance was opened
     */
    public boolean has(int opcode) {
        return operations.get(opcode);
    }

    /**
     * Whether work is deferred to this thread's own entries, the best mode.
     *
     * @return true from Linux 6.1 on
     */
    public boolean deferred() {
        return (setupFlags & Abi.IORING_SETUP_DEFER_TASKRUN) != 0;
    }

    /** Closes the instance. What is still in flight is cancelled by the kernel, but later than this returns. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        submissions.close();
        completions.close();
        linux.munmap(entriesAddress, entriesBytes);
        linux.munmap(ringAddress, ringBytes);
        linux.close(fd);
        scratch.close();
    }
}
