package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.linux.Epoll;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
    private static final int CALLS = 5_000;

    private final Linux linux = Linux.open();

    @Test
    void oneThreadMakesCallsThatComeOneAfterAnother() {
        AtomicInteger threads = new AtomicInteger();
        int wakeupFd = Loopback.check(linux.eventfd(0, Epoll.EFD_NONBLOCK));
        Waker waker = new Waker(Linux.open(), wakeupFd);
        try (OperationTable operations = new OperationTable()) {
            WorkerPool pool = new WorkerPool(linux, () -> counted(threads), 32, waker);
            Operation op = operations.acquire();
            op.begin(SystemCall.GETPPID, Operation.Extent.ONE_RESULT, Operation.PLAIN, -1);
            for (int i = 0; i < CALLS; i++) {
                pool.start(op);
                while (pool.collect() == null) {
                    Thread.onSpinWait();
                }
            }
            pool.close();
        } finally {
            waker.close();
            linux.close(wakeupFd);
        }
        assertEquals(1, threads.get());
    }

    private static Linux counted(AtomicInteger threads) {
        threads.incrementAndGet();
        return Linux.open();
    }
}
