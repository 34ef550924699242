package io.laio;

import io.laio.linux.SystemCall;
import java.util.Set;

/** The potentially blocking calls of claim C1: those that a web server waits in, network and disk apart. */
public final class PotentiallyBlocking {
    /** Calls that may wait for a peer. */
    public static final Set<SystemCall> NETWORK = Set.of(
            SystemCall.ACCEPT,
            SystemCall.ACCEPT4,
            SystemCall.RECVFROM,
            SystemCall.RECVMSG,
            SystemCall.SENDTO,
            SystemCall.SENDMSG);

    /** Calls that may wait for a disk. */
    public static final Set<SystemCall> DISK = Set.of(
            SystemCall.OPEN,
            SystemCall.OPENAT,
            SystemCall.OPENAT2,
            SystemCall.STATX,
            SystemCall.NEWFSTATAT,
            SystemCall.STAT,
            SystemCall.FSTAT,
            SystemCall.READ,
            SystemCall.PREAD64,
            SystemCall.PREADV,
            SystemCall.PREADV2,
            SystemCall.SENDFILE);

    private PotentiallyBlocking() {}
}
