package io.laio.comparison.doctor;

import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import java.io.IOException;
import java.nio.file.Path;

/** Reading without waiting (RWF_NOWAIT), which overlayfs, tmpfs and FUSE do not know. */
final class NoWaitCheck implements Check {
    private static final String SUBJECT = "RWF_NOWAIT";
    private static final int PATH_BYTES = 4096;
    private static final int VECTOR_BYTES = 16;
    private static final int READ_BYTES = 4096;

    private final Linux linux;
    private final Path data;

    NoWaitCheck(Linux linux, Path data) {
        this.linux = linux;
        this.data = data;
    }

    @Override
    public Finding look() {
        try (TrialFile file = new TrialFile(data)) {
            return judge(read(file.path()));
        } catch (IOException e) {
            return Finding.missing(SUBJECT, "not tried: " + e.getMessage(), "make the data directory writable");
        }
    }

    private Finding judge(long result) {
        return result == READ_BYTES
                ? Finding.good(SUBJECT, "a resident file was read without waiting")
                : Finding.missing(
                        SUBJECT,
                        "reading a resident file gave "
                                + (result < 0 ? Errno.describe((int) -result) : result + " bytes"),
                        "put the documents (--data) on ext4, XFS or btrfs; in a container on a volume, not in the image");
    }

    private long read(Path path) {
        try (NativeBuffer memory = new NativeBuffer(PATH_BYTES + OpenHow.BYTES + VECTOR_BYTES + READ_BYTES)) {
            long how = memory.address() + PATH_BYTES;
            long vector = how + OpenHow.BYTES;
            Memory.putString(memory.address(), PATH_BYTES, path.toAbsolutePath().toString());
            OpenHow.put(how, OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
            int fd = linux.openat2(OpenHow.AT_FDCWD, memory.address(), how);
            if (fd < 0) {
                return fd;
            }
            IoVector.put(vector, vector + VECTOR_BYTES, READ_BYTES);
            long result = linux.preadv2(fd, vector, 1, 0, IoVector.RWF_NOWAIT);
            linux.close(fd);
            return result;
        }
    }
}
