package io.laio.simulation;

/** Numbers of {@code include/uapi/linux/io_uring.h} (Linux 6.18) under their C names, kept apart from the library's. */
final class Uapi {
    static final int IORING_OP_NOP = 0;
    static final int IORING_OP_FSYNC = 3;
    static final int IORING_OP_POLL_ADD = 6;
    static final int IORING_OP_SENDMSG = 9;
    static final int IORING_OP_ACCEPT = 13;
    static final int IORING_OP_ASYNC_CANCEL = 14;
    static final int IORING_OP_CONNECT = 16;
    static final int IORING_OP_READ = 22;
    static final int IORING_OP_WRITE = 23;
    static final int IORING_OP_SEND = 26;
    static final int IORING_OP_RECV = 27;
    static final int IORING_OP_OPENAT2 = 28;

    static final int IOSQE_ASYNC = 1 << 4;
    static final int IORING_POLL_ADD_MULTI = 1;
    static final int IORING_CQE_F_MORE = 1 << 1;
    static final int IORING_SQ_CQ_OVERFLOW = 1 << 1;
    static final int IORING_SQ_TASKRUN = 1 << 2;
    static final int IORING_ENTER_GETEVENTS = 1;
    static final int IORING_ENTER_EXT_ARG = 1 << 3;

    static final int IORING_SETUP_CQSIZE = 1 << 3;
    static final int IORING_SETUP_CLAMP = 1 << 4;
    static final int IORING_SETUP_SUBMIT_ALL = 1 << 7;
    static final int IORING_SETUP_COOP_TASKRUN = 1 << 8;
    static final int IORING_SETUP_TASKRUN_FLAG = 1 << 9;
    static final int IORING_SETUP_SINGLE_ISSUER = 1 << 12;
    static final int IORING_SETUP_DEFER_TASKRUN = 1 << 13;

    /** SINGLE_MMAP, NODROP, EXT_ARG, RSRC_TAGS. */
    static final int FEATURES = 1 | 1 << 1 | 1 << 8 | 1 << 10;

    static final int SQE_BYTES = 64;
    static final int CQE_BYTES = 16;
    static final long IORING_OFF_SQES = 0x10000000L;

    private Uapi() {}
}
