package io.laio;

import static io.laio.linux.SystemCall.*;

import io.laio.linux.SystemCall;

/** Calls whose effect belongs to one thread or to the process as a whole, or that would break the JVM or the library. */
final class RefusedCalls {
    private RefusedCalls() {}

    static void describe(WayTable table) {
        credentials(table);
        threads(table);
        process(table);
        signals(table);
        library(table);
        machine(table);
    }

    private static void refused(WayTable table, String why, SystemCall... calls) {
        table.put(Way.REFUSED, why, calls);
    }

    private static void credentials(WayTable table) {
        String one = "changes the credentials of one thread only: the others, and operations in flight, keep theirs";
        refused(table, one, SETUID, SETGID, SETREUID, SETREGID, SETRESUID, SETRESGID, SETFSUID, SETFSGID, SETGROUPS);
        refused(table, one, CAPSET, LSM_SET_SELF_ATTR);
        refused(table, "keyrings belong to the credentials of one thread", ADD_KEY, REQUEST_KEY, KEYCTL);
        refused(
                table,
                "confines one thread only, and may forbid what the library needs",
                SECCOMP,
                LANDLOCK_RESTRICT_SELF);
    }

    private static void threads(WayTable table) {
        refused(table, "changes properties of the calling thread, some of which the JVM has set", PRCTL, ARCH_PRCTL);
        refused(table, "changes properties of the calling thread", PERSONALITY, IOPL, IOPERM, SET_MEMPOLICY);
        refused(table, "access rights by protection key belong to one thread", PKEY_ALLOC, PKEY_FREE);
        refused(table, "the C library has set it for each thread", SET_TID_ADDRESS, SET_ROBUST_LIST, RSEQ);
        refused(table, "the thread that traces must make all further calls on the other", PTRACE);
        refused(table, "moves one thread, while operations in flight stay where they are", UNSHARE, SETNS);
    }

    private static void process(WayTable table) {
        refused(table, "changes what the names of operations in flight mean", CHDIR, FCHDIR, CHROOT, PIVOT_ROOT);
        refused(table, "copies the JVM with one of its threads", FORK, VFORK, CLONE, CLONE3);
        refused(table, "replaces the JVM", EXECVE, EXECVEAT);
        refused(table, "ends a thread behind the JVM's back", EXIT);
        refused(table, "ends the JVM behind its back", EXIT_GROUP);
        refused(table, "changes the address space behind the back of JVM and C library", BRK, MODIFY_LDT, USELIB);
        refused(table, "takes the JVM out of its session or its terminal away", SETSID, VHANGUP);
    }

    private static void signals(WayTable table) {
        refused(table, "handlers and masks of signals are the JVM's", RT_SIGACTION, RT_SIGPROCMASK, SIGALTSTACK);
        refused(table, "waits with another signal mask, and signals are the JVM's", RT_SIGSUSPEND, RT_SIGTIMEDWAIT);
        refused(table, "waits with another signal mask; io_getevents waits without", IO_PGETEVENTS);
        refused(
                table,
                "tells only of signals that every thread blocks, and signals are the JVM's",
                SIGNALFD,
                SIGNALFD4);
        refused(table, "waits for a signal, and signals are the JVM's", PAUSE);
        String timer = "announces itself by a signal, and signals are the JVM's; a timerfd does the same";
        refused(
                table,
                timer,
                ALARM,
                SETITIMER,
                TIMER_CREATE,
                TIMER_SETTIME,
                TIMER_GETTIME,
                TIMER_GETOVERRUN,
                TIMER_DELETE);
        refused(table, "announces a message by a signal, and signals are the JVM's; poll the queue", MQ_NOTIFY);
        refused(table, "the kernel's own way back from a signal", RT_SIGRETURN, RESTART_SYSCALL);
    }

    private static void library(WayTable table) {
        refused(table, "closes descriptors that the library, the JVM or operations in flight use", CLOSE_RANGE);
        refused(
                table,
                "io_uring is what the library itself stands on",
                IO_URING_SETUP,
                IO_URING_ENTER,
                IO_URING_REGISTER);
    }

    private static void machine(WayTable table) {
        refused(
                table,
                "made by code that the kernel itself has put into the process; a signal ends it otherwise",
                URETPROBE);
        refused(table, "made by code that the kernel itself has put into the process", UPROBE);
        refused(table, "ends the machine", REBOOT);
    }
}
