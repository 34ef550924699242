package io.laio.ring;

/**
 * Numbers and layouts of {@code include/uapi/linux/io_uring.h} (Linux 6.18), under their C names.
 *
 * <p>The kernel version that brought each one is in brackets; where none is given it is 5.6 or older.
 */
public final class Abi {
    // enum io_uring_setup flags
    static final int IORING_SETUP_CQSIZE = 1 << 3;
    static final int IORING_SETUP_CLAMP = 1 << 4;
    static final int IORING_SETUP_SUBMIT_ALL = 1 << 7; // [5.18]
    static final int IORING_SETUP_COOP_TASKRUN = 1 << 8; // [5.19]
    static final int IORING_SETUP_TASKRUN_FLAG = 1 << 9; // [5.19]
    static final int IORING_SETUP_SINGLE_ISSUER = 1 << 12; // [6.0]
    static final int IORING_SETUP_DEFER_TASKRUN = 1 << 13; // [6.1]

    static final int IO_URING_OP_SUPPORTED = 1;

    // features
    static final int IORING_FEAT_SINGLE_MMAP = 1;
    static final int IORING_FEAT_NODROP = 1 << 1;
    static final int IORING_FEAT_EXT_ARG = 1 << 8; // [5.11]
    static final int IORING_FEAT_RSRC_TAGS = 1 << 10; // [5.13]

    // io_uring_enter flags
    static final int IORING_ENTER_GETEVENTS = 1;
    static final int IORING_ENTER_EXT_ARG = 1 << 3; // [5.11]

    // io_uring_register opcodes
    static final int IORING_REGISTER_PROBE = 8;
    static final int IORING_REGISTER_IOWQ_MAX_WORKERS = 19; // [5.15]

    // flags in the submission ring
    static final int IORING_SQ_CQ_OVERFLOW = 1 << 1; // [5.8]
    static final int IORING_SQ_TASKRUN = 1 << 2; // [5.19]

    // mmap offsets
    static final long IORING_OFF_SQ_RING = 0;
    static final long IORING_OFF_SQES = 0x10000000L;

    // struct io_uring_params
    static final int PARAMS_BYTES = 120;
    static final int PARAMS_SQ_ENTRIES = 0;
    static final int PARAMS_CQ_ENTRIES = 4;
    static final int PARAMS_FLAGS = 8;
    static final int PARAMS_FEATURES = 20;
    static final int PARAMS_SQ_OFF = 40; // struct io_sqring_offsets
    static final int PARAMS_CQ_OFF = 80; // struct io_cqring_offsets

    // struct io_sqring_offsets and io_cqring_offsets
    static final int OFF_HEAD = 0;
    static final int OFF_TAIL = 4;
    static final int OFF_RING_MASK = 8;
    static final int SQ_OFF_FLAGS = 16;
    static final int SQ_OFF_ARRAY = 24;
    static final int CQ_OFF_OVERFLOW = 16;
    static final int CQ_OFF_CQES = 20;

    // struct io_uring_sqe
    static final int SQE_BYTES = 64;
    static final int SQE_OPCODE = 0;
    static final int SQE_FLAGS = 1;
    static final int SQE_FD = 4;
    static final int SQE_OFF = 8;
    static final int SQE_ADDR = 16;
    static final int SQE_LEN = 24;
    static final int SQE_OP_FLAGS = 28; // the union of rw_flags, msg_flags, open_flags, accept_flags, cancel_flags...
    static final int SQE_USER_DATA = 32;
    static final int SQE_SPLICE_FD_IN = 44;
    static final int SQE_ADDR3 = 48;

    // struct io_uring_cqe
    static final int CQE_BYTES = 16;
    static final int CQE_USER_DATA = 0;
    static final int CQE_RES = 8;
    static final int CQE_FLAGS = 12;

    // struct io_uring_probe: a head of 16 bytes, then 8 bytes an operation
    static final int PROBE_OPS = 16;
    static final int PROBE_OP_BYTES = 8;
    static final int PROBE_OP_FLAGS = 2;
    static final int MAX_OPS = 256;

    // struct io_uring_getevents_arg
    static final int GETEVENTS_ARG_BYTES = 24;
    static final int GETEVENTS_ARG_TS = 16;

    /** Does nothing, and completes. */
    public static final int IORING_OP_NOP = 0;

    /** preadv2(2). */
    public static final int IORING_OP_READV = 1;

    /** pwritev2(2). */
    public static final int IORING_OP_WRITEV = 2;

    /** fsync(2), and fdatasync(2) with {@link #IORING_FSYNC_DATASYNC}. */
    public static final int IORING_OP_FSYNC = 3;

    /** poll(2) on one descriptor. */
    public static final int IORING_OP_POLL_ADD = 6;

    /** sync_file_range(2) [5.2]. */
    public static final int IORING_OP_SYNC_FILE_RANGE = 8;

    /** sendmsg(2). */
    public static final int IORING_OP_SENDMSG = 9;

    /** accept4(2). */
    public static final int IORING_OP_ACCEPT = 13;

    /** Cancels other entries. */
    public static final int IORING_OP_ASYNC_CANCEL = 14;

    /** connect(2). */
    public static final int IORING_OP_CONNECT = 16;

    /** fallocate(2) [5.6]. */
    public static final int IORING_OP_FALLOCATE = 17;

    /** statx(2); always handed to a kernel worker. */
    public static final int IORING_OP_STATX = 21;

    /** pread(2) and read(2). */
    public static final int IORING_OP_READ = 22;

    /** pwrite(2) and write(2). */
    public static final int IORING_OP_WRITE = 23;

    /** posix_fadvise(2) [5.6]. */
    public static final int IORING_OP_FADVISE = 24;

    /** madvise(2) [5.6]. */
    public static final int IORING_OP_MADVISE = 25;

    /** send(2). */
    public static final int IORING_OP_SEND = 26;

    /** recv(2). */
    public static final int IORING_OP_RECV = 27;

    /** openat2(2). */
    public static final int IORING_OP_OPENAT2 = 28;

    /** splice(2) [5.7]. */
    public static final int IORING_OP_SPLICE = 30;

    /** tee(2) [5.8]. */
    public static final int IORING_OP_TEE = 33;

    /** renameat2(2) [5.11]. */
    public static final int IORING_OP_RENAMEAT = 35;

    /** unlinkat(2) [5.11]. */
    public static final int IORING_OP_UNLINKAT = 36;

    /** mkdirat(2) [5.15]. */
    public static final int IORING_OP_MKDIRAT = 37;

    /** symlinkat(2) [5.15]. */
    public static final int IORING_OP_SYMLINKAT = 38;

    /** linkat(2) [5.15]. */
    public static final int IORING_OP_LINKAT = 39;

    /** fsetxattr(2) [5.19]. */
    public static final int IORING_OP_FSETXATTR = 41;

    /** setxattr(2) [5.19]. */
    public static final int IORING_OP_SETXATTR = 42;

    /** fgetxattr(2) [5.19]. */
    public static final int IORING_OP_FGETXATTR = 43;

    /** getxattr(2) [5.19]. */
    public static final int IORING_OP_GETXATTR = 44;

    /** ftruncate(2) [6.9]. */
    public static final int IORING_OP_FTRUNCATE = 55;

    /** epoll_wait(2), without a time limit [6.15]. */
    public static final int IORING_OP_EPOLL_WAIT = 59;

    /** SQE flag: do not try, go to a kernel worker at once. */
    public static final int IOSQE_ASYNC = 1 << 4;

    /** Flag of {@link #IORING_OP_FSYNC}: only the data. */
    public static final int IORING_FSYNC_DATASYNC = 1;

    /** Flag of {@link #IORING_OP_POLL_ADD}, in its length: stay armed [5.13]. */
    public static final int IORING_POLL_ADD_MULTI = 1;

    /** CQE flag: a multishot entry stays armed. */
    public static final int IORING_CQE_F_MORE = 1 << 1;

    private Abi() {}
}
