package io.laio.testbed.disk.daemon;

import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import io.laio.testbed.disk.Descriptor;
import io.laio.testbed.disk.TestModels;
import io.laio.testbed.disk.fuse.ImageNodes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/** A loop on a thread of its own. */
final class LoopThread {
    static final int SLOTS = 128;

    private static final int MAX_REQUEST_BYTES = 65536; // what fits into a socket's buffer
    private static final int F_SETFL = 4; // include/uapi/asm-generic/fcntl.h

    private record Running(DiskLoop loop, DiskDesk desk, Meter meter) {}

    private final Thread thread;
    private final BlockingQueue<Running> begun = new LinkedBlockingQueue<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private LoopThread(int fd, Path image, long bytes, String model) {
        this.thread = Thread.ofPlatform().name("disk").unstarted(() -> {
            try {
                run(fd, image, bytes, model);
            } catch (Exception e) {
                failure.set(e);
            }
        });
    }

    static LoopThread start(int fd, Path image, long bytes, String model) {
        LoopThread started = new LoopThread(fd, image, bytes, model);
        started.thread.start();
        return started;
    }

    private void run(int fd, Path image, long bytes, String model) throws Exception {
        Linux linux = Linux.open();
        linux.syscall(SystemCall.FCNTL, fd, F_SETFL, OpenHow.O_NONBLOCK, 0);
        try (Slots slots = new Slots(SLOTS, MAX_REQUEST_BYTES);
                Descriptor file = Descriptor.open(linux, image, OpenHow.O_RDWR | OpenHow.O_DIRECT);
                FuseChannel fuse = new FuseChannel(new Descriptor(patient(linux), fd));
                Laio laio = Laio.open(LaioOptions.DEFAULTS)) {
            Meter meter = new Meter(linux.nanoTime());
            DiskParts parts = new DiskParts(
                    laio,
                    fuse,
                    file,
                    new ImageNodes(bytes, MAX_REQUEST_BYTES),
                    new TestModels().find(model, bytes, 1).model(),
                    slots,
                    meter,
                    linux::nanoTime);
            DiskLoop loop = new DiskLoop(parts);
            begun.add(new Running(loop, new DiskDesk(loop, parts, linux), meter));
            loop.run();
        }
    }

    /** Unlike FUSE, a socket has no room for any number of answers. */
    private static Linux patient(Linux linux) {
        return (number, a, b, c, d, e, f) -> {
            long result = linux.syscall(number, a, b, c, d, e, f);
            while (number == SystemCall.WRITE.number() && result == -Errno.EAGAIN) {
                Thread.onSpinWait();
                result = linux.syscall(number, a, b, c, d, e, f);
            }
            return result;
        };
    }

    private Running running() throws InterruptedException {
        Running running = begun.take();
        begun.add(running);
        return running;
    }

    DiskStatistics statistics() throws Exception {
        Running running = running();
        return running.loop()
                .submit(() -> running.meter().statistics(0, 0, true, "test"))
                .get();
    }

    void pace(boolean on) throws Exception {
        running().desk().take(on ? DiskDesk.PACE_ON : DiskDesk.PACE_OFF).get();
    }

    Thread thread() {
        return thread;
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }
}
