package io.laio.comparison.run;

import io.laio.comparison.cgroup.CpuList;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Binds processes to processors (sched_setaffinity(2)). Threads that they start later inherit the binding. */
public final class Affinity {
    private static final Path PROC = Path.of("/proc");
    private static final int MASK_BYTES = 128; // 1,024 processors, as glibc's cpu_set_t
    private static final int ESRCH = 3; // no such process, include/uapi/asm-generic/errno-base.h
    private static final String ALLOWED = "Cpus_allowed_list:";

    private final Linux linux;

    /**
     * Makes one for the calling thread.
     *
     * @param linux the kernel
     */
    public Affinity(Linux linux) {
        this.linux = linux;
    }

    /**
     * The processors that this process may use.
     *
     * @return the set
     * @throws IOException if the kernel does not tell
     */
    public static CpuList allowed() throws IOException {
        String list = Files.readAllLines(PROC.resolve("self/status")).stream()
                .filter(line -> line.startsWith(ALLOWED))
                .findFirst()
                .orElseThrow(() -> new IOException("/proc/self/status has no " + ALLOWED));
        return CpuList.parse(list.substring(ALLOWED.length()));
    }

    /**
     * Binds all threads of a process.
     *
     * @param pid the process
     * @param cpus its processors, one at least
     * @throws IOException if the kernel refuses
     */
    public void bind(long pid, CpuList cpus) throws IOException {
        try (NativeBuffer mask = new NativeBuffer(MASK_BYTES);
                Stream<Path> threads = Files.list(PROC.resolve(pid + "/task"))) {
            for (int cpu : cpus.cpus()) {
                long cell = mask.address() + cpu / Byte.SIZE;
                Memory.putByte(cell, (byte) (Memory.getByte(cell) | 1 << cpu % Byte.SIZE));
            }
            List<Integer> ids = threads.map(
                            thread -> Integer.valueOf(thread.getFileName().toString()))
                    .toList();
            for (int id : ids) {
                bindThread(id, mask);
            }
        }
    }

    /** A thread that has ended meanwhile needs no binding. */
    private void bindThread(int id, NativeBuffer mask) throws IOException {
        int result = linux.schedSetaffinity(id, MASK_BYTES, mask.address());
        if (result < 0 && result != -ESRCH) {
            throw new IOException("thread " + id + " cannot be bound to processors: " + Errno.describe(-result));
        }
    }
}
