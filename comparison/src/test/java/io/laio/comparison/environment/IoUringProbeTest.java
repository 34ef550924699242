package io.laio.comparison.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoUringProbeTest {
    @TempDir
    Path proc;

    @BeforeEach
    void makeProc() throws IOException {
        Files.createDirectories(proc.resolve("sys/kernel"));
        Files.createDirectories(proc.resolve("self"));
        write("sys/kernel/io_uring_disabled", "0\n");
        write("self/status", "Name:\tjava\nSeccomp:\t0\n");
    }

    @Test
    void aRingThatCanBeSetUpIsAvailableAndClosedAgain() {
        int[] closed = {-1};
        Linux kernel = (number, a, b, c, d, e, f) -> {
            closed[0] = number == SystemCall.CLOSE.number() ? (int) a : closed[0];
            return 42;
        };
        assertTrue(new IoUringProbe(kernel, proc).probe().available());
        assertEquals(42, closed[0]);
    }

    @Test
    void theSysctlIsNamed() throws IOException {
        write("sys/kernel/io_uring_disabled", "2\n");
        assertRefusal(Errno.EPERM, "io_uring_disabled is 2", "sysctl -w");
    }

    @Test
    void theSeccompFilterIsNamed() throws IOException {
        write("self/status", "Name:\tjava\nSeccomp:\t2\n");
        assertRefusal(Errno.EPERM, "seccomp filter", "io_uring_setup");
    }

    @Test
    void aKernelWithoutItIsNamed() {
        assertRefusal(Errno.ENOSYS, "ENOSYS", "6.1");
    }

    @Test
    void anythingElseIsReportedAsItIs() {
        assertRefusal(Errno.ENOMEM, Errno.describe(Errno.ENOMEM), "io_uring_setup(2)");
    }

    private void assertRefusal(int errno, String cause, String remedy) {
        IoUringProbe.Outcome outcome = new IoUringProbe((number, a, b, c, d, e, f) -> -errno, proc).probe();
        assertFalse(outcome.available());
        assertTrue(outcome.cause().contains(cause), outcome::toString);
        assertTrue(outcome.remedy().contains(remedy), outcome::toString);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(proc.resolve(file), content);
    }
}
