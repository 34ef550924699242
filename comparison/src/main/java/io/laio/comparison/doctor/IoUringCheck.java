package io.laio.comparison.doctor;

import io.laio.comparison.environment.IoUringProbe;
import io.laio.linux.Linux;

/** io_uring: the kernel's asynchronous system calls. */
final class IoUringCheck implements Check {
    private final IoUringProbe probe;

    IoUringCheck(Linux linux) {
        probe = new IoUringProbe(linux);
    }

    @Override
    public Finding look() {
        IoUringProbe.Outcome outcome = probe.probe();
        return outcome.available()
                ? Finding.good("io_uring", "a ring was set up")
                : Finding.missing("io_uring", outcome.cause(), outcome.remedy());
    }
}
