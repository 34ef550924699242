package io.laio.linux;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every system call of Linux up to 6.18, with its number on each architecture and the kernel that brought it.
 *
 * <p>Sources: numbers, {@code arch/x86/entry/syscalls/syscall_64.tbl} (the 64-bit ABI, not x32) and
 * {@code scripts/syscall.tbl} (aarch64) of Linux 6.18, and {@code asm/unistd.h} of older kernels for the calls that have
 * been removed; a number never changes once it is assigned. Versions,
 * <a href="https://man7.org/linux/man-pages/man2/syscalls.2.html">syscalls(2)</a>, and the release notes for what is newer.
 *
 * <p>In the order of the numbers of x86-64. A call that an architecture does not have has the number {@value #ABSENT} there.
 */
public enum SystemCall {
    /** <a href="https://man7.org/linux/man-pages/man2/read.2.html">read(2)</a>. */
    READ(0, 63),
    /** <a href="https://man7.org/linux/man-pages/man2/write.2.html">write(2)</a>. */
    WRITE(1, 64),
    /** <a href="https://man7.org/linux/man-pages/man2/open.2.html">open(2)</a>. */
    OPEN(2, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/close.2.html">close(2)</a>. */
    CLOSE(3, 57),
    /** <a href="https://man7.org/linux/man-pages/man2/stat.2.html">stat(2)</a>. */
    STAT(4, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/stat.2.html">fstat(2)</a>. */
    FSTAT(5, 80),
    /** <a href="https://man7.org/linux/man-pages/man2/stat.2.html">lstat(2)</a>. */
    LSTAT(6, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/poll.2.html">poll(2)</a>. */
    POLL(7, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/lseek.2.html">lseek(2)</a>. */
    LSEEK(8, 62),
    /** <a href="https://man7.org/linux/man-pages/man2/mmap.2.html">mmap(2)</a>. */
    MMAP(9, 222),
    /** <a href="https://man7.org/linux/man-pages/man2/mprotect.2.html">mprotect(2)</a>. */
    MPROTECT(10, 226),
    /** <a href="https://man7.org/linux/man-pages/man2/mmap.2.html">munmap(2)</a>. */
    MUNMAP(11, 215),
    /** <a href="https://man7.org/linux/man-pages/man2/brk.2.html">brk(2)</a>. */
    BRK(12, 214),
    /** <a href="https://man7.org/linux/man-pages/man2/sigaction.2.html">rt_sigaction(2)</a>. */
    RT_SIGACTION(13, 134),
    /** <a href="https://man7.org/linux/man-pages/man2/sigprocmask.2.html">rt_sigprocmask(2)</a>. */
    RT_SIGPROCMASK(14, 135),
    /** <a href="https://man7.org/linux/man-pages/man2/sigreturn.2.html">rt_sigreturn(2)</a>. */
    RT_SIGRETURN(15, 139),
    /** <a href="https://man7.org/linux/man-pages/man2/ioctl.2.html">ioctl(2)</a>. */
    IOCTL(16, 29),
    /** <a href="https://man7.org/linux/man-pages/man2/pread.2.html">pread64(2)</a>. */
    PREAD64(17, 67),
    /** <a href="https://man7.org/linux/man-pages/man2/pread.2.html">pwrite64(2)</a>. */
    PWRITE64(18, 68),
    /** <a href="https://man7.org/linux/man-pages/man2/readv.2.html">readv(2)</a>. */
    READV(19, 65),
    /** <a href="https://man7.org/linux/man-pages/man2/readv.2.html">writev(2)</a>. */
    WRITEV(20, 66),
    /** <a href="https://man7.org/linux/man-pages/man2/access.2.html">access(2)</a>. */
    ACCESS(21, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/pipe.2.html">pipe(2)</a>. */
    PIPE(22, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/select.2.html">select(2)</a>. */
    SELECT(23, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_yield.2.html">sched_yield(2)</a>. */
    SCHED_YIELD(24, 124),
    /** <a href="https://man7.org/linux/man-pages/man2/mremap.2.html">mremap(2)</a>. */
    MREMAP(25, 216),
    /** <a href="https://man7.org/linux/man-pages/man2/msync.2.html">msync(2)</a>. */
    MSYNC(26, 227),
    /** <a href="https://man7.org/linux/man-pages/man2/mincore.2.html">mincore(2)</a>. */
    MINCORE(27, 232),
    /** <a href="https://man7.org/linux/man-pages/man2/madvise.2.html">madvise(2)</a>. */
    MADVISE(28, 233),
    /** <a href="https://man7.org/linux/man-pages/man2/shmget.2.html">shmget(2)</a>. */
    SHMGET(29, 194),
    /** <a href="https://man7.org/linux/man-pages/man2/shmop.2.html">shmat(2)</a>. */
    SHMAT(30, 196),
    /** <a href="https://man7.org/linux/man-pages/man2/shmctl.2.html">shmctl(2)</a>. */
    SHMCTL(31, 195),
    /** <a href="https://man7.org/linux/man-pages/man2/dup.2.html">dup(2)</a>. */
    DUP(32, 23),
    /** <a href="https://man7.org/linux/man-pages/man2/dup.2.html">dup2(2)</a>. */
    DUP2(33, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/pause.2.html">pause(2)</a>. */
    PAUSE(34, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/nanosleep.2.html">nanosleep(2)</a>. */
    NANOSLEEP(35, 101),
    /** <a href="https://man7.org/linux/man-pages/man2/getitimer.2.html">getitimer(2)</a>. */
    GETITIMER(36, 102),
    /** <a href="https://man7.org/linux/man-pages/man2/alarm.2.html">alarm(2)</a>. */
    ALARM(37, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/getitimer.2.html">setitimer(2)</a>. */
    SETITIMER(38, 103),
    /** <a href="https://man7.org/linux/man-pages/man2/getpid.2.html">getpid(2)</a>. */
    GETPID(39, 172),
    /** <a href="https://man7.org/linux/man-pages/man2/sendfile.2.html">sendfile(2)</a>. */
    SENDFILE(40, 71),
    /** <a href="https://man7.org/linux/man-pages/man2/socket.2.html">socket(2)</a>. */
    SOCKET(41, 198),
    /** <a href="https://man7.org/linux/man-pages/man2/connect.2.html">connect(2)</a>. */
    CONNECT(42, 203),
    /** <a href="https://man7.org/linux/man-pages/man2/accept.2.html">accept(2)</a>. */
    ACCEPT(43, 202),
    /** <a href="https://man7.org/linux/man-pages/man2/send.2.html">sendto(2)</a>. */
    SENDTO(44, 206),
    /** <a href="https://man7.org/linux/man-pages/man2/recv.2.html">recvfrom(2)</a>. */
    RECVFROM(45, 207),
    /** <a href="https://man7.org/linux/man-pages/man2/send.2.html">sendmsg(2)</a>. */
    SENDMSG(46, 211),
    /** <a href="https://man7.org/linux/man-pages/man2/recv.2.html">recvmsg(2)</a>. */
    RECVMSG(47, 212),
    /** <a href="https://man7.org/linux/man-pages/man2/shutdown.2.html">shutdown(2)</a>. */
    SHUTDOWN(48, 210),
    /** <a href="https://man7.org/linux/man-pages/man2/bind.2.html">bind(2)</a>. */
    BIND(49, 200),
    /** <a href="https://man7.org/linux/man-pages/man2/listen.2.html">listen(2)</a>. */
    LISTEN(50, 201),
    /** <a href="https://man7.org/linux/man-pages/man2/getsockname.2.html">getsockname(2)</a>. */
    GETSOCKNAME(51, 204),
    /** <a href="https://man7.org/linux/man-pages/man2/getpeername.2.html">getpeername(2)</a>. */
    GETPEERNAME(52, 205),
    /** <a href="https://man7.org/linux/man-pages/man2/socketpair.2.html">socketpair(2)</a>. */
    SOCKETPAIR(53, 199),
    /** <a href="https://man7.org/linux/man-pages/man2/getsockopt.2.html">setsockopt(2)</a>. */
    SETSOCKOPT(54, 208),
    /** <a href="https://man7.org/linux/man-pages/man2/getsockopt.2.html">getsockopt(2)</a>. */
    GETSOCKOPT(55, 209),
    /** <a href="https://man7.org/linux/man-pages/man2/clone.2.html">clone(2)</a>. */
    CLONE(56, 220),
    /** <a href="https://man7.org/linux/man-pages/man2/fork.2.html">fork(2)</a>. */
    FORK(57, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/vfork.2.html">vfork(2)</a>. */
    VFORK(58, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/execve.2.html">execve(2)</a>. */
    EXECVE(59, 221),
    /** <a href="https://man7.org/linux/man-pages/man2/_exit.2.html">exit(2)</a>. */
    EXIT(60, 93),
    /** <a href="https://man7.org/linux/man-pages/man2/wait4.2.html">wait4(2)</a>. */
    WAIT4(61, 260),
    /** <a href="https://man7.org/linux/man-pages/man2/kill.2.html">kill(2)</a>. */
    KILL(62, 129),
    /** <a href="https://man7.org/linux/man-pages/man2/uname.2.html">uname(2)</a>. */
    UNAME(63, 160),
    /** <a href="https://man7.org/linux/man-pages/man2/semget.2.html">semget(2)</a>. */
    SEMGET(64, 190),
    /** <a href="https://man7.org/linux/man-pages/man2/semop.2.html">semop(2)</a>. */
    SEMOP(65, 193),
    /** <a href="https://man7.org/linux/man-pages/man2/semctl.2.html">semctl(2)</a>. */
    SEMCTL(66, 191),
    /** <a href="https://man7.org/linux/man-pages/man2/shmop.2.html">shmdt(2)</a>. */
    SHMDT(67, 197),
    /** <a href="https://man7.org/linux/man-pages/man2/msgget.2.html">msgget(2)</a>. */
    MSGGET(68, 186),
    /** <a href="https://man7.org/linux/man-pages/man2/msgop.2.html">msgsnd(2)</a>. */
    MSGSND(69, 189),
    /** <a href="https://man7.org/linux/man-pages/man2/msgop.2.html">msgrcv(2)</a>. */
    MSGRCV(70, 188),
    /** <a href="https://man7.org/linux/man-pages/man2/msgctl.2.html">msgctl(2)</a>. */
    MSGCTL(71, 187),
    /** <a href="https://man7.org/linux/man-pages/man2/fcntl.2.html">fcntl(2)</a>. */
    FCNTL(72, 25),
    /** <a href="https://man7.org/linux/man-pages/man2/flock.2.html">flock(2)</a>. */
    FLOCK(73, 32),
    /** <a href="https://man7.org/linux/man-pages/man2/fsync.2.html">fsync(2)</a>. */
    FSYNC(74, 82),
    /** <a href="https://man7.org/linux/man-pages/man2/fsync.2.html">fdatasync(2)</a>. */
    FDATASYNC(75, 83),
    /** <a href="https://man7.org/linux/man-pages/man2/truncate.2.html">truncate(2)</a>. */
    TRUNCATE(76, 45),
    /** <a href="https://man7.org/linux/man-pages/man2/truncate.2.html">ftruncate(2)</a>. */
    FTRUNCATE(77, 46),
    /** <a href="https://man7.org/linux/man-pages/man2/getdents.2.html">getdents(2)</a>. */
    GETDENTS(78, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/getcwd.2.html">getcwd(2)</a>. */
    GETCWD(79, 17),
    /** <a href="https://man7.org/linux/man-pages/man2/chdir.2.html">chdir(2)</a>. */
    CHDIR(80, 49),
    /** <a href="https://man7.org/linux/man-pages/man2/chdir.2.html">fchdir(2)</a>. */
    FCHDIR(81, 50),
    /** <a href="https://man7.org/linux/man-pages/man2/rename.2.html">rename(2)</a>. */
    RENAME(82, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/mkdir.2.html">mkdir(2)</a>. */
    MKDIR(83, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/rmdir.2.html">rmdir(2)</a>. */
    RMDIR(84, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/open.2.html">creat(2)</a>. */
    CREAT(85, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/link.2.html">link(2)</a>. */
    LINK(86, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/unlink.2.html">unlink(2)</a>. */
    UNLINK(87, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/symlink.2.html">symlink(2)</a>. */
    SYMLINK(88, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/readlink.2.html">readlink(2)</a>. */
    READLINK(89, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/chmod.2.html">chmod(2)</a>. */
    CHMOD(90, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/chmod.2.html">fchmod(2)</a>. */
    FCHMOD(91, 52),
    /** <a href="https://man7.org/linux/man-pages/man2/chown.2.html">chown(2)</a>. */
    CHOWN(92, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/chown.2.html">fchown(2)</a>. */
    FCHOWN(93, 55),
    /** <a href="https://man7.org/linux/man-pages/man2/chown.2.html">lchown(2)</a>. */
    LCHOWN(94, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/umask.2.html">umask(2)</a>. */
    UMASK(95, 166),
    /** <a href="https://man7.org/linux/man-pages/man2/gettimeofday.2.html">gettimeofday(2)</a>. */
    GETTIMEOFDAY(96, 169),
    /** <a href="https://man7.org/linux/man-pages/man2/getrlimit.2.html">getrlimit(2)</a>. */
    GETRLIMIT(97, 163),
    /** <a href="https://man7.org/linux/man-pages/man2/getrusage.2.html">getrusage(2)</a>. */
    GETRUSAGE(98, 165),
    /** <a href="https://man7.org/linux/man-pages/man2/sysinfo.2.html">sysinfo(2)</a>. */
    SYSINFO(99, 179),
    /** <a href="https://man7.org/linux/man-pages/man2/times.2.html">times(2)</a>. */
    TIMES(100, 153),
    /** <a href="https://man7.org/linux/man-pages/man2/ptrace.2.html">ptrace(2)</a>. */
    PTRACE(101, 117),
    /** <a href="https://man7.org/linux/man-pages/man2/getuid.2.html">getuid(2)</a>. */
    GETUID(102, 174),
    /** <a href="https://man7.org/linux/man-pages/man2/syslog.2.html">syslog(2)</a>. */
    SYSLOG(103, 116),
    /** <a href="https://man7.org/linux/man-pages/man2/getgid.2.html">getgid(2)</a>. */
    GETGID(104, 176),
    /** <a href="https://man7.org/linux/man-pages/man2/setuid.2.html">setuid(2)</a>. */
    SETUID(105, 146),
    /** <a href="https://man7.org/linux/man-pages/man2/setgid.2.html">setgid(2)</a>. */
    SETGID(106, 144),
    /** <a href="https://man7.org/linux/man-pages/man2/getuid.2.html">geteuid(2)</a>. */
    GETEUID(107, 175),
    /** <a href="https://man7.org/linux/man-pages/man2/getgid.2.html">getegid(2)</a>. */
    GETEGID(108, 177),
    /** <a href="https://man7.org/linux/man-pages/man2/setpgid.2.html">setpgid(2)</a>. */
    SETPGID(109, 154),
    /** <a href="https://man7.org/linux/man-pages/man2/getpid.2.html">getppid(2)</a>. */
    GETPPID(110, 173),
    /** <a href="https://man7.org/linux/man-pages/man2/setpgid.2.html">getpgrp(2)</a>. */
    GETPGRP(111, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/setsid.2.html">setsid(2)</a>. */
    SETSID(112, 157),
    /** <a href="https://man7.org/linux/man-pages/man2/setreuid.2.html">setreuid(2)</a>. */
    SETREUID(113, 145),
    /** <a href="https://man7.org/linux/man-pages/man2/setreuid.2.html">setregid(2)</a>. */
    SETREGID(114, 143),
    /** <a href="https://man7.org/linux/man-pages/man2/getgroups.2.html">getgroups(2)</a>. */
    GETGROUPS(115, 158),
    /** <a href="https://man7.org/linux/man-pages/man2/getgroups.2.html">setgroups(2)</a>. */
    SETGROUPS(116, 159),
    /** <a href="https://man7.org/linux/man-pages/man2/setresuid.2.html">setresuid(2)</a>. */
    SETRESUID(117, 147),
    /** <a href="https://man7.org/linux/man-pages/man2/getresuid.2.html">getresuid(2)</a>. */
    GETRESUID(118, 148),
    /** <a href="https://man7.org/linux/man-pages/man2/setresuid.2.html">setresgid(2)</a>. */
    SETRESGID(119, 149),
    /** <a href="https://man7.org/linux/man-pages/man2/getresuid.2.html">getresgid(2)</a>. */
    GETRESGID(120, 150),
    /** <a href="https://man7.org/linux/man-pages/man2/setpgid.2.html">getpgid(2)</a>. */
    GETPGID(121, 155),
    /** <a href="https://man7.org/linux/man-pages/man2/setfsuid.2.html">setfsuid(2)</a>. */
    SETFSUID(122, 151),
    /** <a href="https://man7.org/linux/man-pages/man2/setfsgid.2.html">setfsgid(2)</a>. */
    SETFSGID(123, 152),
    /** <a href="https://man7.org/linux/man-pages/man2/getsid.2.html">getsid(2)</a>. */
    GETSID(124, 156),
    /** <a href="https://man7.org/linux/man-pages/man2/capget.2.html">capget(2)</a>. */
    CAPGET(125, 90),
    /** <a href="https://man7.org/linux/man-pages/man2/capget.2.html">capset(2)</a>. */
    CAPSET(126, 91),
    /** <a href="https://man7.org/linux/man-pages/man2/sigpending.2.html">rt_sigpending(2)</a>. */
    RT_SIGPENDING(127, 136),
    /** <a href="https://man7.org/linux/man-pages/man2/sigwaitinfo.2.html">rt_sigtimedwait(2)</a>. */
    RT_SIGTIMEDWAIT(128, 137),
    /** <a href="https://man7.org/linux/man-pages/man2/rt_sigqueueinfo.2.html">rt_sigqueueinfo(2)</a>. */
    RT_SIGQUEUEINFO(129, 138),
    /** <a href="https://man7.org/linux/man-pages/man2/sigsuspend.2.html">rt_sigsuspend(2)</a>. */
    RT_SIGSUSPEND(130, 133),
    /** <a href="https://man7.org/linux/man-pages/man2/sigaltstack.2.html">sigaltstack(2)</a>. */
    SIGALTSTACK(131, 132),
    /** <a href="https://man7.org/linux/man-pages/man2/utime.2.html">utime(2)</a>. */
    UTIME(132, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/mknod.2.html">mknod(2)</a>. */
    MKNOD(133, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/uselib.2.html">uselib(2)</a>. */
    USELIB(134, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/personality.2.html">personality(2)</a>. */
    PERSONALITY(135, 92),
    /** <a href="https://man7.org/linux/man-pages/man2/ustat.2.html">ustat(2)</a>. */
    USTAT(136, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/statfs.2.html">statfs(2)</a>. */
    STATFS(137, 43),
    /** <a href="https://man7.org/linux/man-pages/man2/statfs.2.html">fstatfs(2)</a>. */
    FSTATFS(138, 44),
    /** <a href="https://man7.org/linux/man-pages/man2/sysfs.2.html">sysfs(2)</a>. */
    SYSFS(139, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/getpriority.2.html">getpriority(2)</a>. */
    GETPRIORITY(140, 141),
    /** <a href="https://man7.org/linux/man-pages/man2/getpriority.2.html">setpriority(2)</a>. */
    SETPRIORITY(141, 140),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_setparam.2.html">sched_setparam(2)</a>. */
    SCHED_SETPARAM(142, 118),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_setparam.2.html">sched_getparam(2)</a>. */
    SCHED_GETPARAM(143, 121),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_setscheduler.2.html">sched_setscheduler(2)</a>. */
    SCHED_SETSCHEDULER(144, 119),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_setscheduler.2.html">sched_getscheduler(2)</a>. */
    SCHED_GETSCHEDULER(145, 120),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_get_priority_max.2.html">sched_get_priority_max(2)</a>. */
    SCHED_GET_PRIORITY_MAX(146, 125),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_get_priority_max.2.html">sched_get_priority_min(2)</a>. */
    SCHED_GET_PRIORITY_MIN(147, 126),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_rr_get_interval.2.html">sched_rr_get_interval(2)</a>. */
    SCHED_RR_GET_INTERVAL(148, 127),
    /** <a href="https://man7.org/linux/man-pages/man2/mlock.2.html">mlock(2)</a>. */
    MLOCK(149, 228),
    /** <a href="https://man7.org/linux/man-pages/man2/mlock.2.html">munlock(2)</a>. */
    MUNLOCK(150, 229),
    /** <a href="https://man7.org/linux/man-pages/man2/mlock.2.html">mlockall(2)</a>. */
    MLOCKALL(151, 230),
    /** <a href="https://man7.org/linux/man-pages/man2/mlock.2.html">munlockall(2)</a>. */
    MUNLOCKALL(152, 231),
    /** <a href="https://man7.org/linux/man-pages/man2/vhangup.2.html">vhangup(2)</a>. */
    VHANGUP(153, 58),
    /** <a href="https://man7.org/linux/man-pages/man2/modify_ldt.2.html">modify_ldt(2)</a>. */
    MODIFY_LDT(154, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/pivot_root.2.html">pivot_root(2)</a>. */
    PIVOT_ROOT(155, 41),
    /** <a href="https://man7.org/linux/man-pages/man2/sysctl.2.html">_sysctl(2)</a>. */
    _SYSCTL(156, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/prctl.2.html">prctl(2)</a>. */
    PRCTL(157, 167),
    /** <a href="https://man7.org/linux/man-pages/man2/arch_prctl.2.html">arch_prctl(2)</a>. */
    ARCH_PRCTL(158, -1, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/adjtimex.2.html">adjtimex(2)</a>. */
    ADJTIMEX(159, 171),
    /** <a href="https://man7.org/linux/man-pages/man2/getrlimit.2.html">setrlimit(2)</a>. */
    SETRLIMIT(160, 164),
    /** <a href="https://man7.org/linux/man-pages/man2/chroot.2.html">chroot(2)</a>. */
    CHROOT(161, 51),
    /** <a href="https://man7.org/linux/man-pages/man2/sync.2.html">sync(2)</a>. */
    SYNC(162, 81),
    /** <a href="https://man7.org/linux/man-pages/man2/acct.2.html">acct(2)</a>. */
    ACCT(163, 89),
    /** <a href="https://man7.org/linux/man-pages/man2/gettimeofday.2.html">settimeofday(2)</a>. */
    SETTIMEOFDAY(164, 170),
    /** <a href="https://man7.org/linux/man-pages/man2/mount.2.html">mount(2)</a>. */
    MOUNT(165, 40),
    /** <a href="https://man7.org/linux/man-pages/man2/umount.2.html">umount2(2)</a>. */
    UMOUNT2(166, 39),
    /** <a href="https://man7.org/linux/man-pages/man2/swapon.2.html">swapon(2)</a>. */
    SWAPON(167, 224),
    /** <a href="https://man7.org/linux/man-pages/man2/swapon.2.html">swapoff(2)</a>. */
    SWAPOFF(168, 225),
    /** <a href="https://man7.org/linux/man-pages/man2/reboot.2.html">reboot(2)</a>. */
    REBOOT(169, 142),
    /** <a href="https://man7.org/linux/man-pages/man2/gethostname.2.html">sethostname(2)</a>. */
    SETHOSTNAME(170, 161),
    /** <a href="https://man7.org/linux/man-pages/man2/getdomainname.2.html">setdomainname(2)</a>. */
    SETDOMAINNAME(171, 162),
    /** <a href="https://man7.org/linux/man-pages/man2/iopl.2.html">iopl(2)</a>. */
    IOPL(172, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/ioperm.2.html">ioperm(2)</a>. */
    IOPERM(173, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/create_module.2.html">create_module(2)</a>. */
    CREATE_MODULE(174, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/init_module.2.html">init_module(2)</a>. */
    INIT_MODULE(175, 105),
    /** <a href="https://man7.org/linux/man-pages/man2/delete_module.2.html">delete_module(2)</a>. */
    DELETE_MODULE(176, 106),
    /** <a href="https://man7.org/linux/man-pages/man2/get_kernel_syms.2.html">get_kernel_syms(2)</a>. */
    GET_KERNEL_SYMS(177, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/query_module.2.html">query_module(2)</a>. */
    QUERY_MODULE(178, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/quotactl.2.html">quotactl(2)</a>. */
    QUOTACTL(179, 60),
    /** <a href="https://man7.org/linux/man-pages/man2/nfsservctl.2.html">nfsservctl(2)</a>. */
    NFSSERVCTL(180, 42),
    /** <a href="https://man7.org/linux/man-pages/man2/unimplemented.2.html">getpmsg(2)</a>. */
    GETPMSG(181, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/unimplemented.2.html">putpmsg(2)</a>. */
    PUTPMSG(182, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/unimplemented.2.html">afs_syscall(2)</a>. */
    AFS_SYSCALL(183, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/unimplemented.2.html">tuxcall(2)</a>. */
    TUXCALL(184, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/unimplemented.2.html">security(2)</a>. */
    SECURITY(185, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/gettid.2.html">gettid(2)</a>. */
    GETTID(186, 178),
    /** <a href="https://man7.org/linux/man-pages/man2/readahead.2.html">readahead(2)</a>. */
    READAHEAD(187, 213),
    /** <a href="https://man7.org/linux/man-pages/man2/setxattr.2.html">setxattr(2)</a>. */
    SETXATTR(188, 5),
    /** <a href="https://man7.org/linux/man-pages/man2/setxattr.2.html">lsetxattr(2)</a>. */
    LSETXATTR(189, 6),
    /** <a href="https://man7.org/linux/man-pages/man2/setxattr.2.html">fsetxattr(2)</a>. */
    FSETXATTR(190, 7),
    /** <a href="https://man7.org/linux/man-pages/man2/getxattr.2.html">getxattr(2)</a>. */
    GETXATTR(191, 8),
    /** <a href="https://man7.org/linux/man-pages/man2/getxattr.2.html">lgetxattr(2)</a>. */
    LGETXATTR(192, 9),
    /** <a href="https://man7.org/linux/man-pages/man2/getxattr.2.html">fgetxattr(2)</a>. */
    FGETXATTR(193, 10),
    /** <a href="https://man7.org/linux/man-pages/man2/listxattr.2.html">listxattr(2)</a>. */
    LISTXATTR(194, 11),
    /** <a href="https://man7.org/linux/man-pages/man2/listxattr.2.html">llistxattr(2)</a>. */
    LLISTXATTR(195, 12),
    /** <a href="https://man7.org/linux/man-pages/man2/listxattr.2.html">flistxattr(2)</a>. */
    FLISTXATTR(196, 13),
    /** <a href="https://man7.org/linux/man-pages/man2/removexattr.2.html">removexattr(2)</a>. */
    REMOVEXATTR(197, 14),
    /** <a href="https://man7.org/linux/man-pages/man2/removexattr.2.html">lremovexattr(2)</a>. */
    LREMOVEXATTR(198, 15),
    /** <a href="https://man7.org/linux/man-pages/man2/removexattr.2.html">fremovexattr(2)</a>. */
    FREMOVEXATTR(199, 16),
    /** <a href="https://man7.org/linux/man-pages/man2/tkill.2.html">tkill(2)</a>. */
    TKILL(200, 130),
    /** <a href="https://man7.org/linux/man-pages/man2/time.2.html">time(2)</a>. */
    TIME(201, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/futex.2.html">futex(2)</a>. */
    FUTEX(202, 98, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_setaffinity.2.html">sched_setaffinity(2)</a>. */
    SCHED_SETAFFINITY(203, 122, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_setaffinity.2.html">sched_getaffinity(2)</a>. */
    SCHED_GETAFFINITY(204, 123, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/set_thread_area.2.html">set_thread_area(2)</a>. */
    SET_THREAD_AREA(205, -1, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/io_setup.2.html">io_setup(2)</a>. */
    IO_SETUP(206, 0, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/io_destroy.2.html">io_destroy(2)</a>. */
    IO_DESTROY(207, 1, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/io_getevents.2.html">io_getevents(2)</a>. */
    IO_GETEVENTS(208, 4, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/io_submit.2.html">io_submit(2)</a>. */
    IO_SUBMIT(209, 2, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/io_cancel.2.html">io_cancel(2)</a>. */
    IO_CANCEL(210, 3, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/set_thread_area.2.html">get_thread_area(2)</a>. */
    GET_THREAD_AREA(211, -1, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/lookup_dcookie.2.html">lookup_dcookie(2)</a>. */
    LOOKUP_DCOOKIE(212, 18, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/epoll_create.2.html">epoll_create(2)</a>. */
    EPOLL_CREATE(213, -1, "2.6"),
    /** Reserved for {@code epoll_ctl_old}; never implemented. */
    EPOLL_CTL_OLD(214, -1),
    /** Reserved for {@code epoll_wait_old}; never implemented. */
    EPOLL_WAIT_OLD(215, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/remap_file_pages.2.html">remap_file_pages(2)</a>. */
    REMAP_FILE_PAGES(216, 234, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/getdents.2.html">getdents64(2)</a>. */
    GETDENTS64(217, 61),
    /** <a href="https://man7.org/linux/man-pages/man2/set_tid_address.2.html">set_tid_address(2)</a>. */
    SET_TID_ADDRESS(218, 96, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/restart_syscall.2.html">restart_syscall(2)</a>. */
    RESTART_SYSCALL(219, 128, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/semop.2.html">semtimedop(2)</a>. */
    SEMTIMEDOP(220, 192),
    /** <a href="https://man7.org/linux/man-pages/man2/posix_fadvise.2.html">fadvise64(2)</a>. */
    FADVISE64(221, 223, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/timer_create.2.html">timer_create(2)</a>. */
    TIMER_CREATE(222, 107, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/timer_settime.2.html">timer_settime(2)</a>. */
    TIMER_SETTIME(223, 110, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/timer_settime.2.html">timer_gettime(2)</a>. */
    TIMER_GETTIME(224, 108, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/timer_getoverrun.2.html">timer_getoverrun(2)</a>. */
    TIMER_GETOVERRUN(225, 109, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/timer_delete.2.html">timer_delete(2)</a>. */
    TIMER_DELETE(226, 111, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/clock_getres.2.html">clock_settime(2)</a>. */
    CLOCK_SETTIME(227, 112, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/clock_getres.2.html">clock_gettime(2)</a>. */
    CLOCK_GETTIME(228, 113, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/clock_getres.2.html">clock_getres(2)</a>. */
    CLOCK_GETRES(229, 114, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/clock_nanosleep.2.html">clock_nanosleep(2)</a>. */
    CLOCK_NANOSLEEP(230, 115, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/exit_group.2.html">exit_group(2)</a>. */
    EXIT_GROUP(231, 94, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/epoll_wait.2.html">epoll_wait(2)</a>. */
    EPOLL_WAIT(232, -1, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/epoll_ctl.2.html">epoll_ctl(2)</a>. */
    EPOLL_CTL(233, 21, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/tkill.2.html">tgkill(2)</a>. */
    TGKILL(234, 131, "2.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/utime.2.html">utimes(2)</a>. */
    UTIMES(235, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/unimplemented.2.html">vserver(2)</a>. */
    VSERVER(236, -1),
    /** <a href="https://man7.org/linux/man-pages/man2/mbind.2.html">mbind(2)</a>. */
    MBIND(237, 235, "2.6.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/set_mempolicy.2.html">set_mempolicy(2)</a>. */
    SET_MEMPOLICY(238, 237, "2.6.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/get_mempolicy.2.html">get_mempolicy(2)</a>. */
    GET_MEMPOLICY(239, 236, "2.6.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/mq_open.2.html">mq_open(2)</a>. */
    MQ_OPEN(240, 180, "2.6.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/mq_unlink.2.html">mq_unlink(2)</a>. */
    MQ_UNLINK(241, 181, "2.6.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/mq_send.2.html">mq_timedsend(2)</a>. */
    MQ_TIMEDSEND(242, 182, "2.6.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/mq_receive.2.html">mq_timedreceive(2)</a>. */
    MQ_TIMEDRECEIVE(243, 183, "2.6.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/mq_notify.2.html">mq_notify(2)</a>. */
    MQ_NOTIFY(244, 184, "2.6.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/mq_getsetattr.2.html">mq_getsetattr(2)</a>. */
    MQ_GETSETATTR(245, 185, "2.6.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/kexec_load.2.html">kexec_load(2)</a>. */
    KEXEC_LOAD(246, 104, "2.6.13"),
    /** <a href="https://man7.org/linux/man-pages/man2/wait.2.html">waitid(2)</a>. */
    WAITID(247, 95, "2.6.10"),
    /** <a href="https://man7.org/linux/man-pages/man2/add_key.2.html">add_key(2)</a>. */
    ADD_KEY(248, 217, "2.6.10"),
    /** <a href="https://man7.org/linux/man-pages/man2/request_key.2.html">request_key(2)</a>. */
    REQUEST_KEY(249, 218, "2.6.10"),
    /** <a href="https://man7.org/linux/man-pages/man2/keyctl.2.html">keyctl(2)</a>. */
    KEYCTL(250, 219, "2.6.10"),
    /** <a href="https://man7.org/linux/man-pages/man2/ioprio_set.2.html">ioprio_set(2)</a>. */
    IOPRIO_SET(251, 30, "2.6.13"),
    /** <a href="https://man7.org/linux/man-pages/man2/ioprio_set.2.html">ioprio_get(2)</a>. */
    IOPRIO_GET(252, 31, "2.6.13"),
    /** <a href="https://man7.org/linux/man-pages/man2/inotify_init.2.html">inotify_init(2)</a>. */
    INOTIFY_INIT(253, -1, "2.6.13"),
    /** <a href="https://man7.org/linux/man-pages/man2/inotify_add_watch.2.html">inotify_add_watch(2)</a>. */
    INOTIFY_ADD_WATCH(254, 27, "2.6.13"),
    /** <a href="https://man7.org/linux/man-pages/man2/inotify_rm_watch.2.html">inotify_rm_watch(2)</a>. */
    INOTIFY_RM_WATCH(255, 28, "2.6.13"),
    /** <a href="https://man7.org/linux/man-pages/man2/migrate_pages.2.html">migrate_pages(2)</a>. */
    MIGRATE_PAGES(256, 238, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/open.2.html">openat(2)</a>. */
    OPENAT(257, 56, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/mkdir.2.html">mkdirat(2)</a>. */
    MKDIRAT(258, 34, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/mknod.2.html">mknodat(2)</a>. */
    MKNODAT(259, 33, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/chown.2.html">fchownat(2)</a>. */
    FCHOWNAT(260, 54, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/futimesat.2.html">futimesat(2)</a>. */
    FUTIMESAT(261, -1, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/stat.2.html">newfstatat(2)</a>. */
    NEWFSTATAT(262, 79, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/unlink.2.html">unlinkat(2)</a>. */
    UNLINKAT(263, 35, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/rename.2.html">renameat(2)</a>. */
    RENAMEAT(264, 38, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/link.2.html">linkat(2)</a>. */
    LINKAT(265, 37, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/symlink.2.html">symlinkat(2)</a>. */
    SYMLINKAT(266, 36, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/readlink.2.html">readlinkat(2)</a>. */
    READLINKAT(267, 78, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/chmod.2.html">fchmodat(2)</a>. */
    FCHMODAT(268, 53, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/access.2.html">faccessat(2)</a>. */
    FACCESSAT(269, 48, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/select.2.html">pselect6(2)</a>. */
    PSELECT6(270, 72, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/poll.2.html">ppoll(2)</a>. */
    PPOLL(271, 73, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/unshare.2.html">unshare(2)</a>. */
    UNSHARE(272, 97, "2.6.16"),
    /** <a href="https://man7.org/linux/man-pages/man2/get_robust_list.2.html">set_robust_list(2)</a>. */
    SET_ROBUST_LIST(273, 99, "2.6.17"),
    /** <a href="https://man7.org/linux/man-pages/man2/get_robust_list.2.html">get_robust_list(2)</a>. */
    GET_ROBUST_LIST(274, 100, "2.6.17"),
    /** <a href="https://man7.org/linux/man-pages/man2/splice.2.html">splice(2)</a>. */
    SPLICE(275, 76, "2.6.17"),
    /** <a href="https://man7.org/linux/man-pages/man2/tee.2.html">tee(2)</a>. */
    TEE(276, 77, "2.6.17"),
    /** <a href="https://man7.org/linux/man-pages/man2/sync_file_range.2.html">sync_file_range(2)</a>. */
    SYNC_FILE_RANGE(277, 84, "2.6.17"),
    /** <a href="https://man7.org/linux/man-pages/man2/vmsplice.2.html">vmsplice(2)</a>. */
    VMSPLICE(278, 75, "2.6.17"),
    /** <a href="https://man7.org/linux/man-pages/man2/move_pages.2.html">move_pages(2)</a>. */
    MOVE_PAGES(279, 239, "2.6.18"),
    /** <a href="https://man7.org/linux/man-pages/man2/utimensat.2.html">utimensat(2)</a>. */
    UTIMENSAT(280, 88, "2.6.22"),
    /** <a href="https://man7.org/linux/man-pages/man2/epoll_wait.2.html">epoll_pwait(2)</a>. */
    EPOLL_PWAIT(281, 22, "2.6.19"),
    /** <a href="https://man7.org/linux/man-pages/man2/signalfd.2.html">signalfd(2)</a>. */
    SIGNALFD(282, -1, "2.6.22"),
    /** <a href="https://man7.org/linux/man-pages/man2/timerfd_create.2.html">timerfd_create(2)</a>. */
    TIMERFD_CREATE(283, 85, "2.6.25"),
    /** <a href="https://man7.org/linux/man-pages/man2/eventfd.2.html">eventfd(2)</a>. */
    EVENTFD(284, -1, "2.6.22"),
    /** <a href="https://man7.org/linux/man-pages/man2/fallocate.2.html">fallocate(2)</a>. */
    FALLOCATE(285, 47, "2.6.23"),
    /** <a href="https://man7.org/linux/man-pages/man2/timerfd_create.2.html">timerfd_settime(2)</a>. */
    TIMERFD_SETTIME(286, 86, "2.6.25"),
    /** <a href="https://man7.org/linux/man-pages/man2/timerfd_create.2.html">timerfd_gettime(2)</a>. */
    TIMERFD_GETTIME(287, 87, "2.6.25"),
    /** <a href="https://man7.org/linux/man-pages/man2/accept.2.html">accept4(2)</a>. */
    ACCEPT4(288, 242, "2.6.28"),
    /** <a href="https://man7.org/linux/man-pages/man2/signalfd.2.html">signalfd4(2)</a>. */
    SIGNALFD4(289, 74, "2.6.27"),
    /** <a href="https://man7.org/linux/man-pages/man2/eventfd.2.html">eventfd2(2)</a>. */
    EVENTFD2(290, 19, "2.6.27"),
    /** <a href="https://man7.org/linux/man-pages/man2/epoll_create.2.html">epoll_create1(2)</a>. */
    EPOLL_CREATE1(291, 20, "2.6.27"),
    /** <a href="https://man7.org/linux/man-pages/man2/dup.2.html">dup3(2)</a>. */
    DUP3(292, 24, "2.6.27"),
    /** <a href="https://man7.org/linux/man-pages/man2/pipe.2.html">pipe2(2)</a>. */
    PIPE2(293, 59, "2.6.27"),
    /** <a href="https://man7.org/linux/man-pages/man2/inotify_init.2.html">inotify_init1(2)</a>. */
    INOTIFY_INIT1(294, 26, "2.6.27"),
    /** <a href="https://man7.org/linux/man-pages/man2/readv.2.html">preadv(2)</a>. */
    PREADV(295, 69, "2.6.30"),
    /** <a href="https://man7.org/linux/man-pages/man2/readv.2.html">pwritev(2)</a>. */
    PWRITEV(296, 70, "2.6.30"),
    /** <a href="https://man7.org/linux/man-pages/man2/rt_sigqueueinfo.2.html">rt_tgsigqueueinfo(2)</a>. */
    RT_TGSIGQUEUEINFO(297, 240, "2.6.31"),
    /** <a href="https://man7.org/linux/man-pages/man2/perf_event_open.2.html">perf_event_open(2)</a>. */
    PERF_EVENT_OPEN(298, 241, "2.6.31"),
    /** <a href="https://man7.org/linux/man-pages/man2/recvmmsg.2.html">recvmmsg(2)</a>. */
    RECVMMSG(299, 243, "2.6.33"),
    /** <a href="https://man7.org/linux/man-pages/man2/fanotify_init.2.html">fanotify_init(2)</a>. */
    FANOTIFY_INIT(300, 262, "2.6.37"),
    /** <a href="https://man7.org/linux/man-pages/man2/fanotify_mark.2.html">fanotify_mark(2)</a>. */
    FANOTIFY_MARK(301, 263, "2.6.37"),
    /** <a href="https://man7.org/linux/man-pages/man2/getrlimit.2.html">prlimit64(2)</a>. */
    PRLIMIT64(302, 261, "2.6.36"),
    /** <a href="https://man7.org/linux/man-pages/man2/open_by_handle_at.2.html">name_to_handle_at(2)</a>. */
    NAME_TO_HANDLE_AT(303, 264, "2.6.39"),
    /** <a href="https://man7.org/linux/man-pages/man2/open_by_handle_at.2.html">open_by_handle_at(2)</a>. */
    OPEN_BY_HANDLE_AT(304, 265, "2.6.39"),
    /** <a href="https://man7.org/linux/man-pages/man2/adjtimex.2.html">clock_adjtime(2)</a>. */
    CLOCK_ADJTIME(305, 266, "2.6.39"),
    /** <a href="https://man7.org/linux/man-pages/man2/sync.2.html">syncfs(2)</a>. */
    SYNCFS(306, 267, "2.6.39"),
    /** <a href="https://man7.org/linux/man-pages/man2/sendmmsg.2.html">sendmmsg(2)</a>. */
    SENDMMSG(307, 269, "3.0"),
    /** <a href="https://man7.org/linux/man-pages/man2/setns.2.html">setns(2)</a>. */
    SETNS(308, 268, "3.0"),
    /** <a href="https://man7.org/linux/man-pages/man2/getcpu.2.html">getcpu(2)</a>. */
    GETCPU(309, 168, "2.6.19"),
    /** <a href="https://man7.org/linux/man-pages/man2/process_vm_readv.2.html">process_vm_readv(2)</a>. */
    PROCESS_VM_READV(310, 270, "3.2"),
    /** <a href="https://man7.org/linux/man-pages/man2/process_vm_readv.2.html">process_vm_writev(2)</a>. */
    PROCESS_VM_WRITEV(311, 271, "3.2"),
    /** <a href="https://man7.org/linux/man-pages/man2/kcmp.2.html">kcmp(2)</a>. */
    KCMP(312, 272, "3.5"),
    /** <a href="https://man7.org/linux/man-pages/man2/init_module.2.html">finit_module(2)</a>. */
    FINIT_MODULE(313, 273, "3.8"),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_setattr.2.html">sched_setattr(2)</a>. */
    SCHED_SETATTR(314, 274, "3.14"),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_setattr.2.html">sched_getattr(2)</a>. */
    SCHED_GETATTR(315, 275, "3.14"),
    /** <a href="https://man7.org/linux/man-pages/man2/rename.2.html">renameat2(2)</a>. */
    RENAMEAT2(316, 276, "3.15"),
    /** <a href="https://man7.org/linux/man-pages/man2/seccomp.2.html">seccomp(2)</a>. */
    SECCOMP(317, 277, "3.17"),
    /** <a href="https://man7.org/linux/man-pages/man2/getrandom.2.html">getrandom(2)</a>. */
    GETRANDOM(318, 278, "3.17"),
    /** <a href="https://man7.org/linux/man-pages/man2/memfd_create.2.html">memfd_create(2)</a>. */
    MEMFD_CREATE(319, 279, "3.17"),
    /** <a href="https://man7.org/linux/man-pages/man2/kexec_load.2.html">kexec_file_load(2)</a>. */
    KEXEC_FILE_LOAD(320, 294, "3.17"),
    /** <a href="https://man7.org/linux/man-pages/man2/bpf.2.html">bpf(2)</a>. */
    BPF(321, 280, "3.18"),
    /** <a href="https://man7.org/linux/man-pages/man2/execveat.2.html">execveat(2)</a>. */
    EXECVEAT(322, 281, "3.19"),
    /** <a href="https://man7.org/linux/man-pages/man2/userfaultfd.2.html">userfaultfd(2)</a>. */
    USERFAULTFD(323, 282, "4.3"),
    /** <a href="https://man7.org/linux/man-pages/man2/membarrier.2.html">membarrier(2)</a>. */
    MEMBARRIER(324, 283, "4.3"),
    /** <a href="https://man7.org/linux/man-pages/man2/mlock.2.html">mlock2(2)</a>. */
    MLOCK2(325, 284, "4.4"),
    /** <a href="https://man7.org/linux/man-pages/man2/copy_file_range.2.html">copy_file_range(2)</a>. */
    COPY_FILE_RANGE(326, 285, "4.5"),
    /** <a href="https://man7.org/linux/man-pages/man2/readv.2.html">preadv2(2)</a>. */
    PREADV2(327, 286, "4.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/readv.2.html">pwritev2(2)</a>. */
    PWRITEV2(328, 287, "4.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/mprotect.2.html">pkey_mprotect(2)</a>. */
    PKEY_MPROTECT(329, 288, "4.8"),
    /** <a href="https://man7.org/linux/man-pages/man2/pkey_alloc.2.html">pkey_alloc(2)</a>. */
    PKEY_ALLOC(330, 289, "4.8"),
    /** <a href="https://man7.org/linux/man-pages/man2/pkey_alloc.2.html">pkey_free(2)</a>. */
    PKEY_FREE(331, 290, "4.8"),
    /** <a href="https://man7.org/linux/man-pages/man2/statx.2.html">statx(2)</a>. */
    STATX(332, 291, "4.11"),
    /** {@code io_pgetevents}: io_getevents(2) with a signal mask. */
    IO_PGETEVENTS(333, 292, "4.18"),
    /** {@code rseq}: restartable sequences ({@code include/uapi/linux/rseq.h}). */
    RSEQ(334, 293, "4.18"),
    /** <a href="https://man7.org/linux/man-pages/man2/uretprobe.2.html">uretprobe(2)</a>. */
    URETPROBE(335, -1, "6.11"),
    /** {@code uprobe}: the entry of an optimised probe ({@code arch/x86/kernel/uprobes.c}). */
    UPROBE(336, -1, "6.18"),
    /** <a href="https://man7.org/linux/man-pages/man2/pidfd_send_signal.2.html">pidfd_send_signal(2)</a>. */
    PIDFD_SEND_SIGNAL(424, 424, "5.1"),
    /** <a href="https://man7.org/linux/man-pages/man2/io_uring_setup.2.html">io_uring_setup(2)</a>. */
    IO_URING_SETUP(425, 425, "5.1"),
    /** <a href="https://man7.org/linux/man-pages/man2/io_uring_enter.2.html">io_uring_enter(2)</a>. */
    IO_URING_ENTER(426, 426, "5.1"),
    /** <a href="https://man7.org/linux/man-pages/man2/io_uring_register.2.html">io_uring_register(2)</a>. */
    IO_URING_REGISTER(427, 427, "5.1"),
    /** <a href="https://man7.org/linux/man-pages/man2/open_tree.2.html">open_tree(2)</a>. */
    OPEN_TREE(428, 428, "5.2"),
    /** <a href="https://man7.org/linux/man-pages/man2/move_mount.2.html">move_mount(2)</a>. */
    MOVE_MOUNT(429, 429, "5.2"),
    /** <a href="https://man7.org/linux/man-pages/man2/fsopen.2.html">fsopen(2)</a>. */
    FSOPEN(430, 430, "5.2"),
    /** <a href="https://man7.org/linux/man-pages/man2/fsconfig.2.html">fsconfig(2)</a>. */
    FSCONFIG(431, 431, "5.2"),
    /** <a href="https://man7.org/linux/man-pages/man2/fsmount.2.html">fsmount(2)</a>. */
    FSMOUNT(432, 432, "5.2"),
    /** <a href="https://man7.org/linux/man-pages/man2/fspick.2.html">fspick(2)</a>. */
    FSPICK(433, 433, "5.2"),
    /** <a href="https://man7.org/linux/man-pages/man2/pidfd_open.2.html">pidfd_open(2)</a>. */
    PIDFD_OPEN(434, 434, "5.3"),
    /** <a href="https://man7.org/linux/man-pages/man2/clone.2.html">clone3(2)</a>. */
    CLONE3(435, 435, "5.3"),
    /** <a href="https://man7.org/linux/man-pages/man2/close_range.2.html">close_range(2)</a>. */
    CLOSE_RANGE(436, 436, "5.9"),
    /** <a href="https://man7.org/linux/man-pages/man2/openat2.2.html">openat2(2)</a>. */
    OPENAT2(437, 437, "5.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/pidfd_getfd.2.html">pidfd_getfd(2)</a>. */
    PIDFD_GETFD(438, 438, "5.6"),
    /** <a href="https://man7.org/linux/man-pages/man2/access.2.html">faccessat2(2)</a>. */
    FACCESSAT2(439, 439, "5.8"),
    /** <a href="https://man7.org/linux/man-pages/man2/process_madvise.2.html">process_madvise(2)</a>. */
    PROCESS_MADVISE(440, 440, "5.10"),
    /** <a href="https://man7.org/linux/man-pages/man2/epoll_wait.2.html">epoll_pwait2(2)</a>. */
    EPOLL_PWAIT2(441, 441, "5.11"),
    /** <a href="https://man7.org/linux/man-pages/man2/mount_setattr.2.html">mount_setattr(2)</a>. */
    MOUNT_SETATTR(442, 442, "5.12"),
    /** <a href="https://man7.org/linux/man-pages/man2/quotactl.2.html">quotactl_fd(2)</a>. */
    QUOTACTL_FD(443, 443, "5.14"),
    /** <a href="https://man7.org/linux/man-pages/man2/landlock_create_ruleset.2.html">landlock_create_ruleset(2)</a>. */
    LANDLOCK_CREATE_RULESET(444, 444, "5.13"),
    /** <a href="https://man7.org/linux/man-pages/man2/landlock_add_rule.2.html">landlock_add_rule(2)</a>. */
    LANDLOCK_ADD_RULE(445, 445, "5.13"),
    /** <a href="https://man7.org/linux/man-pages/man2/landlock_restrict_self.2.html">landlock_restrict_self(2)</a>. */
    LANDLOCK_RESTRICT_SELF(446, 446, "5.13"),
    /** <a href="https://man7.org/linux/man-pages/man2/memfd_secret.2.html">memfd_secret(2)</a>. */
    MEMFD_SECRET(447, 447, "5.14"),
    /** {@code process_mrelease}: frees the memory of a dying process ({@code mm/oom_kill.c}). */
    PROCESS_MRELEASE(448, 448, "5.15"),
    /** {@code futex_waitv}: waits for one of several futexes ({@code include/uapi/linux/futex.h}). */
    FUTEX_WAITV(449, 449, "5.16"),
    /** {@code set_mempolicy_home_node}: the preferred node of a range ({@code mm/mempolicy.c}). */
    SET_MEMPOLICY_HOME_NODE(450, 450, "5.17"),
    /** <a href="https://man7.org/linux/man-pages/man2/cachestat.2.html">cachestat(2)</a>. */
    CACHESTAT(451, 451, "6.5"),
    /** <a href="https://man7.org/linux/man-pages/man2/chmod.2.html">fchmodat2(2)</a>. */
    FCHMODAT2(452, 452, "6.6"),
    /** {@code map_shadow_stack}: memory for a shadow stack ({@code arch/x86/kernel/shstk.c}). */
    MAP_SHADOW_STACK(453, 453, "6.6"),
    /** {@code futex_wake}: wakes who waits for a futex ({@code kernel/futex/syscalls.c}). */
    FUTEX_WAKE(454, 454, "6.7"),
    /** {@code futex_wait}: waits for a futex ({@code kernel/futex/syscalls.c}). */
    FUTEX_WAIT(455, 455, "6.7"),
    /** {@code futex_requeue}: moves who waits for a futex ({@code kernel/futex/syscalls.c}). */
    FUTEX_REQUEUE(456, 456, "6.7"),
    /** <a href="https://man7.org/linux/man-pages/man2/statmount.2.html">statmount(2)</a>. */
    STATMOUNT(457, 457, "6.8"),
    /** <a href="https://man7.org/linux/man-pages/man2/listmount.2.html">listmount(2)</a>. */
    LISTMOUNT(458, 458, "6.8"),
    /** {@code lsm_get_self_attr}: security attributes of the task ({@code include/uapi/linux/lsm.h}). */
    LSM_GET_SELF_ATTR(459, 459, "6.8"),
    /** {@code lsm_set_self_attr}: changes them ({@code include/uapi/linux/lsm.h}). */
    LSM_SET_SELF_ATTR(460, 460, "6.8"),
    /** {@code lsm_list_modules}: the active security modules ({@code include/uapi/linux/lsm.h}). */
    LSM_LIST_MODULES(461, 461, "6.8"),
    /** <a href="https://man7.org/linux/man-pages/man2/mseal.2.html">mseal(2)</a>. */
    MSEAL(462, 462, "6.10"),
    /** {@code setxattrat}: setxattr(2) from a directory ({@code fs/xattr.c}). */
    SETXATTRAT(463, 463, "6.13"),
    /** {@code getxattrat}: getxattr(2) from a directory ({@code fs/xattr.c}). */
    GETXATTRAT(464, 464, "6.13"),
    /** {@code listxattrat}: listxattr(2) from a directory ({@code fs/xattr.c}). */
    LISTXATTRAT(465, 465, "6.13"),
    /** {@code removexattrat}: removexattr(2) from a directory ({@code fs/xattr.c}). */
    REMOVEXATTRAT(466, 466, "6.13"),
    /** <a href="https://man7.org/linux/man-pages/man2/open_tree_attr.2.html">open_tree_attr(2)</a>. */
    OPEN_TREE_ATTR(467, 467, "6.15"),
    /** {@code file_getattr}: flags and project of an inode ({@code fs/file_attr.c}). */
    FILE_GETATTR(468, 468, "6.17"),
    /** {@code file_setattr}: changes them ({@code fs/file_attr.c}). */
    FILE_SETATTR(469, 469, "6.17");

    /** The number of a call on an architecture that does not have it. */
    public static final int ABSENT = -1;

    private static final @Nullable SystemCall[] BY_NUMBER = byNumber();

    private final int x86Number;
    private final int aarch64Number;
    private final int number;
    private final String since;

    SystemCall(int x86Number, int aarch64Number) {
        this(x86Number, aarch64Number, "");
    }

    SystemCall(int x86Number, int aarch64Number, String since) {
        this.x86Number = x86Number;
        this.aarch64Number = aarch64Number;
        this.number = number(Architecture.CURRENT);
        this.since = since;
    }

    /**
     * The number on an architecture.
     *
     * @param architecture which one
     * @return the number, {@link #ABSENT} if the architecture does not have the call
     */
    public int number(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> x86Number;
            case AARCH64 -> aarch64Number;
        };
    }

    /**
     * The number on the architecture that this JVM runs on.
     *
     * @return the number, as {@link Linux#syscall} takes it; {@link #ABSENT} if the architecture does not have the call
     */
    public int number() {
        return number;
    }

    /**
     * Tells whether the architecture that this JVM runs on has a number for the call; the running kernel may still be too
     * old for it, or built without it.
     *
     * @return whether {@link #number()} is one
     */
    public boolean exists() {
        return number != ABSENT;
    }

    /**
     * The kernel that brought the call.
     *
     * @return a version such as {@code "5.6"}; empty for what is older than Linux 2.6 or was never implemented
     */
    public String since() {
        return since;
    }

    /**
     * The name as the kernel and the manual spell it.
     *
     * @return the name in lower case
     */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a call by its number.
     *
     * @param number a number on the architecture that this JVM runs on
     * @return the call, or null if the binding has no name for it
     */
    public static @Nullable SystemCall ofNumber(int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    }

    private static @Nullable SystemCall[] byNumber() {
        int largest = Arrays.stream(values()).mapToInt(SystemCall::number).max().orElse(0);
        @Nullable SystemCall[] table = new SystemCall[largest + 1];
        for (SystemCall call : values()) {
            if (call.exists()) {
                table[call.number] = call;
            }
        }
        return table;
    }
}
