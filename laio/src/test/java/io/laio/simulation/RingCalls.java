package io.laio.simulation;

import io.laio.linux.Errno;
import io.laio.linux.Memory;

/** The system calls of io_uring, of a kernel that is as new as the seed wants. */
final class RingCalls {
    private static final int PLAIN = Uapi.IORING_SETUP_CQSIZE | Uapi.IORING_SETUP_CLAMP;
    private static final int SINCE_5_19 =
            PLAIN | Uapi.IORING_SETUP_SUBMIT_ALL | Uapi.IORING_SETUP_COOP_TASKRUN | Uapi.IORING_SETUP_TASKRUN_FLAG;
    private static final int SINCE_6_1 = SINCE_5_19 | Uapi.IORING_SETUP_SINGLE_ISSUER | Uapi.IORING_SETUP_DEFER_TASKRUN;
    private static final int[] ERAS = {PLAIN, SINCE_5_19, SINCE_6_1, SINCE_6_1};

    private final Machine machine;
    private final int knownFlags;

    RingCalls(Machine machine) {
        this.machine = machine;
        this.knownFlags = ERAS[machine.chance().below(ERAS.length)];
    }

    long setUp(int entries, long params) {
        int flags = Memory.getInt(params + 8); // struct io_uring_params: flags
        if ((flags & ~knownFlags) != 0) {
            return -Errno.EINVAL;
        }
        int sqEntries = powerOfTwo(entries);
        int cqEntries = Math.max(sqEntries, powerOfTwo(Memory.getInt(params + 4)));
        Ring ring = new Ring(machine, sqEntries, cqEntries, (flags & Uapi.IORING_SETUP_DEFER_TASKRUN) != 0);
        ring.queues.describe(params);
        Memory.putInt(params + 20, Uapi.FEATURES);
        return machine.descriptors().install(ring);
    }

    private static int powerOfTwo(int atLeast) {
        return atLeast <= 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
    }

    private Ring ring(int fd) {
        if (machine.descriptors().find(fd) instanceof Ring ring) {
            return ring;
        }
        throw new AssertionError(fd + " is no ring");
    }

    long enter(int fd, int toSubmit, int minComplete, int flags, long argument) {
        return ring(fd).enter(toSubmit, minComplete, flags, argument);
    }

    long map(int fd, long offset) {
        Queues queues = ring(fd).queues;
        return offset == Uapi.IORING_OFF_SQES ? queues.entries.address() : queues.ring.address();
    }
}
