package io.laio.linux;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The system calls that the binding names, with their numbers on each architecture.
 *
 * <p>Numbers: {@code arch/x86/entry/syscalls/syscall_64.tbl} and {@code include/uapi/asm-generic/unistd.h} (aarch64) of
 * Linux 6.18. A number never changes once it is assigned.
 */
public enum SystemCall {
    /** <a href="https://man7.org/linux/man-pages/man2/read.2.html">read(2)</a>. */
    READ(0, 63),
    /** <a href="https://man7.org/linux/man-pages/man2/write.2.html">write(2)</a>. */
    WRITE(1, 64),
    /** <a href="https://man7.org/linux/man-pages/man2/close.2.html">close(2)</a>. */
    CLOSE(3, 57),
    /** <a href="https://man7.org/linux/man-pages/man2/lseek.2.html">lseek(2)</a>. */
    LSEEK(8, 62),
    /** <a href="https://man7.org/linux/man-pages/man2/mmap.2.html">mmap(2)</a>. */
    MMAP(9, 222),
    /** <a href="https://man7.org/linux/man-pages/man2/munmap.2.html">munmap(2)</a>. */
    MUNMAP(11, 215),
    /** <a href="https://man7.org/linux/man-pages/man2/pread.2.html">pread64(2)</a>. */
    PREAD64(17, 67),
    /** <a href="https://man7.org/linux/man-pages/man2/pwrite.2.html">pwrite64(2)</a>. */
    PWRITE64(18, 68),
    /** <a href="https://man7.org/linux/man-pages/man2/readv.2.html">readv(2)</a>. */
    READV(19, 65),
    /** <a href="https://man7.org/linux/man-pages/man2/writev.2.html">writev(2)</a>. */
    WRITEV(20, 66),
    /** <a href="https://man7.org/linux/man-pages/man2/mincore.2.html">mincore(2)</a>. */
    MINCORE(27, 232),
    /** <a href="https://man7.org/linux/man-pages/man2/madvise.2.html">madvise(2)</a>. */
    MADVISE(28, 233),
    /** <a href="https://man7.org/linux/man-pages/man2/getpid.2.html">getpid(2)</a>. */
    GETPID(39, 172),
    /** <a href="https://man7.org/linux/man-pages/man2/getuid.2.html">geteuid(2)</a>. */
    GETEUID(107, 175),
    /** <a href="https://man7.org/linux/man-pages/man2/sendfile.2.html">sendfile(2)</a>. */
    SENDFILE(40, 71),
    /** <a href="https://man7.org/linux/man-pages/man2/socket.2.html">socket(2)</a>. */
    SOCKET(41, 198),
    /** <a href="https://man7.org/linux/man-pages/man2/connect.2.html">connect(2)</a>. */
    CONNECT(42, 203),
    /** <a href="https://man7.org/linux/man-pages/man2/send.2.html">sendto(2)</a>. */
    SENDTO(44, 206),
    /** <a href="https://man7.org/linux/man-pages/man2/recv.2.html">recvfrom(2)</a>. */
    RECVFROM(45, 207),
    /** <a href="https://man7.org/linux/man-pages/man2/sendmsg.2.html">sendmsg(2)</a>. */
    SENDMSG(46, 211),
    /** <a href="https://man7.org/linux/man-pages/man2/recvmsg.2.html">recvmsg(2)</a>. */
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
    /** <a href="https://man7.org/linux/man-pages/man2/setsockopt.2.html">setsockopt(2)</a>. */
    SETSOCKOPT(54, 208),
    /** <a href="https://man7.org/linux/man-pages/man2/getsockopt.2.html">getsockopt(2)</a>. */
    GETSOCKOPT(55, 209),
    /** <a href="https://man7.org/linux/man-pages/man2/fcntl.2.html">fcntl(2)</a>. */
    FCNTL(72, 25),
    /** <a href="https://man7.org/linux/man-pages/man2/fsync.2.html">fsync(2)</a>. */
    FSYNC(74, 82),
    /** <a href="https://man7.org/linux/man-pages/man2/fdatasync.2.html">fdatasync(2)</a>. */
    FDATASYNC(75, 83),
    /** <a href="https://man7.org/linux/man-pages/man2/ftruncate.2.html">ftruncate(2)</a>. */
    FTRUNCATE(77, 46),
    /** <a href="https://man7.org/linux/man-pages/man2/getrusage.2.html">getrusage(2)</a>. */
    GETRUSAGE(98, 165),
    /** <a href="https://man7.org/linux/man-pages/man2/prctl.2.html">prctl(2)</a>. */
    PRCTL(157, 167),
    /** <a href="https://man7.org/linux/man-pages/man2/gettid.2.html">gettid(2)</a>. */
    GETTID(186, 178),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_setaffinity.2.html">sched_setaffinity(2)</a>. */
    SCHED_SETAFFINITY(203, 122),
    /** <a href="https://man7.org/linux/man-pages/man2/sched_getaffinity.2.html">sched_getaffinity(2)</a>. */
    SCHED_GETAFFINITY(204, 123),
    /** <a href="https://man7.org/linux/man-pages/man2/posix_fadvise.2.html">fadvise64(2)</a>. */
    FADVISE64(221, 223),
    /** <a href="https://man7.org/linux/man-pages/man2/clock_gettime.2.html">clock_gettime(2)</a>. */
    CLOCK_GETTIME(228, 113),
    /** <a href="https://man7.org/linux/man-pages/man2/epoll_ctl.2.html">epoll_ctl(2)</a>. */
    EPOLL_CTL(233, 21),
    /** <a href="https://man7.org/linux/man-pages/man2/openat.2.html">openat(2)</a>. */
    OPENAT(257, 56),
    /** <a href="https://man7.org/linux/man-pages/man2/unlinkat.2.html">unlinkat(2)</a>. */
    UNLINKAT(263, 35),
    /** <a href="https://man7.org/linux/man-pages/man2/mkdirat.2.html">mkdirat(2)</a>. */
    MKDIRAT(258, 34),
    /** <a href="https://man7.org/linux/man-pages/man2/splice.2.html">splice(2)</a>. */
    SPLICE(275, 76),
    /** <a href="https://man7.org/linux/man-pages/man2/epoll_wait.2.html">epoll_pwait(2)</a>. */
    EPOLL_PWAIT(281, 22),
    /** <a href="https://man7.org/linux/man-pages/man2/fallocate.2.html">fallocate(2)</a>. */
    FALLOCATE(285, 47),
    /** <a href="https://man7.org/linux/man-pages/man2/accept4.2.html">accept4(2)</a>. */
    ACCEPT4(288, 242),
    /** <a href="https://man7.org/linux/man-pages/man2/eventfd.2.html">eventfd2(2)</a>. */
    EVENTFD2(290, 19),
    /** <a href="https://man7.org/linux/man-pages/man2/epoll_create.2.html">epoll_create1(2)</a>. */
    EPOLL_CREATE1(291, 20),
    /** <a href="https://man7.org/linux/man-pages/man2/pipe.2.html">pipe2(2)</a>. */
    PIPE2(293, 59),
    /** <a href="https://man7.org/linux/man-pages/man2/prlimit.2.html">prlimit64(2)</a>. */
    PRLIMIT64(302, 261),
    /** <a href="https://man7.org/linux/man-pages/man2/seccomp.2.html">seccomp(2)</a>. */
    SECCOMP(317, 277),
    /** <a href="https://man7.org/linux/man-pages/man2/preadv2.2.html">preadv2(2)</a>. */
    PREADV2(327, 286),
    /** <a href="https://man7.org/linux/man-pages/man2/pwritev2.2.html">pwritev2(2)</a>. */
    PWRITEV2(328, 287),
    /** <a href="https://man7.org/linux/man-pages/man2/statx.2.html">statx(2)</a>. */
    STATX(332, 291),
    /** <a href="https://man7.org/linux/man-pages/man2/io_uring_setup.2.html">io_uring_setup(2)</a>. */
    IO_URING_SETUP(425, 425),
    /** <a href="https://man7.org/linux/man-pages/man2/io_uring_enter.2.html">io_uring_enter(2)</a>. */
    IO_URING_ENTER(426, 426),
    /** <a href="https://man7.org/linux/man-pages/man2/io_uring_register.2.html">io_uring_register(2)</a>. */
    IO_URING_REGISTER(427, 427),
    /** <a href="https://man7.org/linux/man-pages/man2/openat2.2.html">openat2(2)</a>. */
    OPENAT2(437, 437),
    /** <a href="https://man7.org/linux/man-pages/man2/cachestat.2.html">cachestat(2)</a>. */
    CACHESTAT(451, 451);

    private static final @Nullable SystemCall[] BY_NUMBER = byNumber();

    private final int x86Number;
    private final int aarch64Number;
    private final int number;

    SystemCall(int x86Number, int aarch64Number) {
        this.x86Number = x86Number;
        this.aarch64Number = aarch64Number;
        this.number = number(Architecture.CURRENT);
    }

    int number(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> x86Number;
            case AARCH64 -> aarch64Number;
        };
    }

    /**
     * The number on the architecture that this JVM runs on.
     *
     * @return the number, as {@link Linux#syscall} takes it
     */
    public int number() {
        return number;
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
            table[call.number] = call;
        }
        return table;
    }
}
