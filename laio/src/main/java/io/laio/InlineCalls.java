package io.laio;

import static io.laio.linux.SystemCall.*;

import io.laio.linux.SystemCall;

/** Calls that do not wait, and calls that only the calling thread can make. */
final class InlineCalls {
    private InlineCalls() {}

    static void describe(WayTable table) {
        descriptors(table);
        sockets(table);
        processes(table);
        scheduling(table);
        time(table);
        communication(table);
        system(table);
        unimplemented(table);
    }

    private static void inline(WayTable table, String why, SystemCall... calls) {
        table.put(Way.INLINE, why, calls);
    }

    private static void descriptors(WayTable table) {
        inline(
                table,
                "cancels what is in flight on the descriptor and awaits it; what is idle is closed at once",
                CLOSE);
        inline(table, "another number for an open file", DUP);
        inline(table, "another number for an open file; EBUSY while operations are in flight on it", DUP2, DUP3);
        inline(table, "makes an object in memory", PIPE, PIPE2, EVENTFD, EVENTFD2, MEMFD_CREATE, MEMFD_SECRET);
        inline(table, "makes an object in memory", EPOLL_CREATE, EPOLL_CREATE1, TIMERFD_CREATE, USERFAULTFD);
        inline(table, "makes an object in memory", INOTIFY_INIT, INOTIFY_INIT1, FANOTIFY_INIT);
        inline(table, "makes an object in memory", LANDLOCK_CREATE_RULESET, PIDFD_OPEN, PIDFD_GETFD);
        inline(table, "changes an object in memory", EPOLL_CTL, INOTIFY_RM_WATCH, LANDLOCK_ADD_RULE);
        inline(table, "changes an object in memory", TIMERFD_SETTIME, TIMERFD_GETTIME);
        inline(
                table,
                "an open file's inode is in memory; network file systems may ask the server, and for SEEK_DATA and SEEK_HOLE"
                        + " the disk may be read",
                LSEEK,
                FSTAT);
        inline(table, "looks at the page cache and does not read", MINCORE, CACHESTAT);
        inline(table, "names of open directories are in memory", GETCWD);
    }

    private static void sockets(WayTable table) {
        inline(table, "makes an object in memory; the first of a family may load a module", SOCKET, SOCKETPAIR);
        inline(table, "changes an object in memory; the name of a Unix socket is made on the disk", BIND);
        inline(table, "changes an object in memory", LISTEN, SHUTDOWN, SETSOCKOPT);
        inline(table, "looks at an object in memory", GETSOCKOPT, GETSOCKNAME, GETPEERNAME);
    }

    private static void processes(WayTable table) {
        String asks = "asks for what the kernel has in memory";
        inline(table, asks, GETPID, GETPPID, GETTID, GETPGID, GETPGRP, GETSID);
        inline(table, asks, GETUID, GETEUID, GETGID, GETEGID, GETRESUID, GETRESGID, GETGROUPS, CAPGET);
        inline(table, asks, GETRLIMIT, GETRUSAGE, RT_SIGPENDING, GET_ROBUST_LIST, KCMP);
        inline(table, asks, LSM_GET_SELF_ATTR, LSM_LIST_MODULES);
        inline(table, "queues a signal", KILL, TKILL, TGKILL, RT_SIGQUEUEINFO, RT_TGSIGQUEUEINFO, PIDFD_SEND_SIGNAL);
        inline(table, "sets a property of the process that its argument names", SETPGID, SETRLIMIT, PRLIMIT64);
        inline(
                table,
                "the whole process's; operations in flight that make files may see the old one or the new one",
                UMASK);
    }

    private static void scheduling(WayTable table) {
        inline(table, "asks for what the kernel has in memory", GETPRIORITY, IOPRIO_GET, GETCPU);
        inline(table, "asks for what the kernel has in memory", SCHED_GETSCHEDULER, SCHED_GETPARAM, SCHED_GETATTR);
        inline(table, "asks for what the kernel has in memory", SCHED_GETAFFINITY, SCHED_RR_GET_INTERVAL);
        inline(table, "asks for what the kernel has in memory", SCHED_GET_PRIORITY_MAX, SCHED_GET_PRIORITY_MIN);
        String sets = "acts on the thread that its argument names; worker threads keep what they have";
        inline(
                table,
                sets,
                SETPRIORITY,
                IOPRIO_SET,
                SCHED_SETSCHEDULER,
                SCHED_SETPARAM,
                SCHED_SETATTR,
                SCHED_SETAFFINITY);
        inline(table, "gives the processor up, and goes on as soon as it has one", SCHED_YIELD);
        inline(
                table,
                "0 is the calling thread, so no other may ask; with an address it may read a page in",
                GET_MEMPOLICY);
        inline(table, "0 is the calling thread, so no other may make it; waits for locks only", PERF_EVENT_OPEN);
    }

    private static void time(WayTable table) {
        inline(table, "looks at a clock; only a device's (/dev/ptp) may be waited for", CLOCK_GETTIME, CLOCK_GETRES);
        inline(table, "looks at a clock", TIME, GETTIMEOFDAY, TIMES, GETITIMER);
        inline(table, "sets a clock; only a device's (/dev/ptp) may be waited for", CLOCK_SETTIME, CLOCK_ADJTIME);
        inline(table, "sets a clock", SETTIMEOFDAY, ADJTIMEX);
    }

    private static void communication(WayTable table) {
        inline(table, "wakes others and does not wait for them", FUTEX_WAKE, FUTEX_REQUEUE);
        inline(table, "an object of System V IPC in memory", SEMGET, SEMCTL, MSGGET, MSGCTL, SHMGET, SHMCTL);
        inline(table, "a message queue's name is in memory", MQ_OPEN, MQ_UNLINK, MQ_GETSETATTR);
        inline(table, "Linux AIO: only asks an operation to end", IO_CANCEL);
    }

    private static void system(WayTable table) {
        inline(table, "asks for what the kernel has in memory", UNAME, SYSINFO, SYSFS, LOOKUP_DCOOKIE);
        inline(table, "changes a name in memory", SETHOSTNAME, SETDOMAINNAME);
    }

    private static void unimplemented(WayTable table) {
        String gone = "Linux does not implement it, or no longer: the kernel itself answers ENOSYS";
        inline(table, gone, _SYSCTL, CREATE_MODULE, GET_KERNEL_SYMS, QUERY_MODULE, NFSSERVCTL, GETPMSG, PUTPMSG);
        inline(table, gone, AFS_SYSCALL, TUXCALL, SECURITY, VSERVER, EPOLL_CTL_OLD, EPOLL_WAIT_OLD);
        inline(table, gone, SET_THREAD_AREA, GET_THREAD_AREA);
    }
}
