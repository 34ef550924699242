package io.laio.http.loop;

import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.ResourceUsage;

/**
 * The calling thread's times: processor time and sleeps from getrusage(2), the wait for a processor from
 * {@code /proc/thread-self/schedstat} (Documentation/scheduler/sched-stats.rst: time on cpu, time on the run queue, slices).
 * Two system calls a reading, nothing allocated. Where the kernel keeps no schedstat, waiting for a processor reads as 0 and
 * so counts as blocked.
 */
public final class KernelThreadTimes implements ThreadTimes, AutoCloseable {
    private static final int TEXT_BYTES = 128;

    private final Linux linux;
    private final NativeBuffer usage = new NativeBuffer(ResourceUsage.BYTES);
    private final NativeBuffer text = new NativeBuffer(TEXT_BYTES);
    private final int fd;
    private long runQueueNanos;

    /**
     * Opens the calling thread's times.
     *
     * @param linux the kernel, as seen by the calling thread
     */
    public KernelThreadTimes(Linux linux) {
        this.linux = linux;
        OpenHow.put(usage.address(), OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
        Memory.putString(text.address(), TEXT_BYTES, "/proc/thread-self/schedstat");
        this.fd = linux.openat2(OpenHow.AT_FDCWD, text.address(), usage.address());
    }

    @Override
    public void read() {
        linux.getrusage(ResourceUsage.RUSAGE_THREAD, usage.address());
        long length = fd < 0 ? 0 : linux.pread(fd, text.address(), TEXT_BYTES, 0);
        runQueueNanos = length > 0 ? secondNumber(length) : 0;
    }

    private long secondNumber(long length) {
        long at = 0;
        while (at < length && Memory.getByte(text.address() + at) != ' ') {
            at++;
        }
        long value = 0;
        for (at++; at < length; at++) {
            byte digit = Memory.getByte(text.address() + at);
            if (digit < '0' || digit > '9') {
                break;
            }
            value = value * 10 + (digit - '0');
        }
        return value;
    }

    @Override
    public long cpuNanos() {
        return ResourceUsage.cpuMicros(usage.address()) * 1000;
    }

    @Override
    public long runQueueNanos() {
        return runQueueNanos;
    }

    @Override
    public long sleeps() {
        return ResourceUsage.voluntarySwitches(usage.address());
    }

    @Override
    public void close() {
        if (fd >= 0) {
            linux.close(fd);
        }
        usage.close();
        text.close();
    }
}
