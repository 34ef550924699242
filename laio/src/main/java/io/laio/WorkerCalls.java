package io.laio;

import static io.laio.linux.SystemCall.*;

import io.laio.linux.SystemCall;

/** Calls that may wait, cannot be tried, and are not carried by io_uring. */
final class WorkerCalls {
    private static final String MEMORY =
            "changes the address space under a lock that page faults of other threads hold, and may itself read pages in";

    private WorkerCalls() {}

    static void describe(WayTable table) {
        names(table);
        inodes(table);
        data(table);
        memory(table);
        mounts(table);
        waits(table);
        administration(table);
    }

    private static void worker(WayTable table, String why, SystemCall... calls) {
        table.put(Way.WORKER, why, calls);
    }

    private static void names(WayTable table) {
        String lookup = "looks a name up, which may read directories from the disk";
        worker(table, lookup, ACCESS, FACCESSAT, FACCESSAT2, READLINK, READLINKAT, STATFS, USTAT);
        worker(table, lookup, NAME_TO_HANDLE_AT, OPEN_BY_HANDLE_AT, INOTIFY_ADD_WATCH, FANOTIFY_MARK);
        worker(table, lookup, LGETXATTR, GETXATTRAT, LISTXATTR, LLISTXATTR, LISTXATTRAT, FILE_GETATTR);
        String change = "looks a name up and changes the inode, which may read and write the disk";
        worker(table, change, CHMOD, FCHMODAT, FCHMODAT2, CHOWN, LCHOWN, FCHOWNAT, TRUNCATE, FILE_SETATTR);
        worker(table, change, UTIME, UTIMES, FUTIMESAT, UTIMENSAT, MKNOD, MKNODAT);
        worker(table, change, LSETXATTR, SETXATTRAT, REMOVEXATTR, LREMOVEXATTR, REMOVEXATTRAT);
        worker(table, "makes or cuts a file: O_CREAT and O_TRUNC cannot be tried", CREAT);
    }

    private static void inodes(WayTable table) {
        worker(table, "changes the inode, which may wait for the journal", FCHMOD, FCHOWN, FREMOVEXATTR);
        worker(table, "may read the disk or ask a server", FSTATFS, FLISTXATTR, GETDENTS, GETDENTS64);
    }

    private static void data(WayTable table) {
        worker(table, "waits for the device", SYNC, SYNCFS, MSYNC);
        worker(table, "reads and writes the disk", COPY_FILE_RANGE, READAHEAD);
        worker(table, "waits for room in the pipe", VMSPLICE);
    }

    private static void memory(WayTable table) {
        worker(table, MEMORY, MMAP, MUNMAP, MREMAP, MPROTECT, PKEY_MPROTECT, REMAP_FILE_PAGES, MSEAL, MAP_SHADOW_STACK);
        worker(table, MEMORY, SHMAT, SHMDT, MBIND, SET_MEMPOLICY_HOME_NODE);
        worker(table, "reads pages in, or walks all of them", MLOCK, MLOCK2, MLOCKALL, MUNLOCK, MUNLOCKALL);
        worker(table, "copies pages between nodes and waits for their locks", MIGRATE_PAGES, MOVE_PAGES);
        worker(table, "touches pages of another process, which may read them in", PROCESS_VM_READV, PROCESS_VM_WRITEV);
        worker(table, "works through pages of another process", PROCESS_MADVISE, PROCESS_MRELEASE);
        worker(table, "waits until every processor has passed a barrier", MEMBARRIER);
    }

    private static void mounts(WayTable table) {
        String mounts = "reads the disk or waits for the lock on all mounts";
        worker(table, mounts, MOUNT, UMOUNT2, MOVE_MOUNT, OPEN_TREE, OPEN_TREE_ATTR, MOUNT_SETATTR);
        worker(table, mounts, FSOPEN, FSCONFIG, FSMOUNT, FSPICK, STATMOUNT, LISTMOUNT);
        worker(table, "reads or writes the disk", QUOTACTL, QUOTACTL_FD, SWAPON, SWAPOFF, ACCT);
    }

    private static void waits(WayTable table) {
        worker(table, "waits for another thread; operations on PI futexes are refused, whose owner is a thread", FUTEX);
        worker(table, "waits for another thread", FUTEX_WAIT, FUTEX_WAITV);
        worker(table, "waits for another process; IPC_NOWAIT is in the caller's structures", SEMOP, SEMTIMEDOP);
        worker(table, "waits for a message or for room; O_NONBLOCK is the queue's", MQ_TIMEDSEND, MQ_TIMEDRECEIVE);
        worker(table, "waits for time to pass", NANOSLEEP, CLOCK_NANOSLEEP);
        worker(
                table,
                "Linux AIO: waits for its operations, or submits what waits",
                IO_SUBMIT,
                IO_GETEVENTS,
                IO_DESTROY);
        worker(table, "Linux AIO: " + MEMORY, IO_SETUP);
        worker(table, "may wait for a message of the kernel", SYSLOG);
    }

    private static void administration(WayTable table) {
        worker(table, "a driver may do anything", IOCTL);
        worker(table, "verifies programs, and waits until nobody uses what it replaces", BPF);
        worker(table, "loads or unloads code of the kernel", INIT_MODULE, FINIT_MODULE, DELETE_MODULE);
        worker(table, "reads a kernel into memory", KEXEC_LOAD, KEXEC_FILE_LOAD);
    }
}
