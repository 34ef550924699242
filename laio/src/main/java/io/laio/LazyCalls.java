package io.laio;

import static io.laio.linux.SystemCall.*;

import io.laio.linux.SystemCall;

/** Calls that have a form that never waits. */
final class LazyCalls {
    private LazyCalls() {}

    static void describe(WayTable table) {
        data(table);
        sockets(table);
        names(table);
        readiness(table);
        others(table);
    }

    private static void lazy(WayTable table, String why, SystemCall... calls) {
        table.put(Way.LAZY, why, calls);
    }

    private static void data(WayTable table) {
        lazy(table, "reads what is in memory: RWF_NOWAIT", READ, PREAD64, READV, PREADV, PREADV2);
        lazy(table, "writes where nothing has to be awaited: RWF_NOWAIT", WRITE, PWRITE64, WRITEV, PWRITEV, PWRITEV2);
        lazy(table, "only what is resident is sent, and what the socket takes", SENDFILE);
    }

    private static void sockets(WayTable table) {
        lazy(table, "takes what has arrived: MSG_DONTWAIT", RECVFROM, RECVMSG, RECVMMSG);
        lazy(table, "gives what there is room for: MSG_DONTWAIT", SENDTO, SENDMSG, SENDMMSG);
        lazy(table, "takes a connection that has arrived: the listener does not wait", ACCEPT, ACCEPT4);
    }

    private static void names(WayTable table) {
        lazy(
                table,
                "finds names that are in memory: RESOLVE_CACHED; with O_CREAT or O_TRUNC it cannot be tried",
                OPEN,
                OPENAT,
                OPENAT2);
        lazy(
                table,
                "finds names that are in memory: an O_PATH open with RESOLVE_CACHED, then by the descriptor",
                STATX,
                NEWFSTATAT,
                STAT,
                LSTAT);
    }

    private static void readiness(WayTable table) {
        lazy(table, "says what is ready: a time limit of zero", POLL, SELECT);
        lazy(
                table,
                "says what is ready: a time limit of zero; with a signal mask it is refused, which belongs to the thread",
                PPOLL,
                PSELECT6);
        lazy(
                table,
                "says what is ready: a time limit of zero; what waits without a limit waits for the instance's descriptor, "
                        + "with one on a worker; with a signal mask it is refused, which belongs to the thread",
                EPOLL_WAIT,
                EPOLL_PWAIT,
                EPOLL_PWAIT2);
    }

    private static void others(WayTable table) {
        lazy(table, "takes the lock if it is free: LOCK_NB", FLOCK);
        lazy(
                table,
                "takes the lock if it is free: F_SETLK for F_SETLKW, likewise F_OFD_SETLKW; other commands do not wait",
                FCNTL);
        lazy(table, "tells of a child that has ended: WNOHANG", WAIT4, WAITID);
        lazy(table, "takes a message, or finds room for one: IPC_NOWAIT", MSGRCV, MSGSND);
        lazy(table, "waits only before the generator is seeded: GRND_NONBLOCK", GETRANDOM);
    }
}
