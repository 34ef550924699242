package io.laio.testbed.disk.fuse;

/**
 * What the kernel asks, by number: {@code enum fuse_opcode} of {@code include/uapi/linux/fuse.h}, protocol 7.38 (Linux 6.2 and
 * its stable series). What is not here is answered {@code ENOSYS}, after which the kernel does without.
 */
final class Opcode {
    static final int FUSE_LOOKUP = 1;
    static final int FUSE_FORGET = 2;
    static final int FUSE_GETATTR = 3;
    static final int FUSE_OPEN = 14;
    static final int FUSE_READ = 15;
    static final int FUSE_WRITE = 16;
    static final int FUSE_STATFS = 17;
    static final int FUSE_RELEASE = 18;
    static final int FUSE_FSYNC = 20;
    static final int FUSE_FLUSH = 25;
    static final int FUSE_INIT = 26;
    static final int FUSE_ACCESS = 34;
    static final int FUSE_INTERRUPT = 36;
    static final int FUSE_DESTROY = 38;
    static final int FUSE_BATCH_FORGET = 42;

    private Opcode() {}
}
