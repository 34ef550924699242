package io.laio.server.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.laio.linux.Linux;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;

/** Platform threads that wait in place of virtual ones. */
class DiskThreadsTest {
    @Test
    void aCallIsMadeByAnotherThread() {
        try (DiskThreads threads = new DiskThreads(Linux::open, 1)) {
            CompletableFuture<Thread> maker = new CompletableFuture<>();
            threads.begin(linux -> maker.complete(Thread.currentThread()));
            assertNotEquals(Thread.currentThread(), maker.join());
        }
    }

    @Test
    void whereNoThreadCanBeHadWhoAsksMakesTheCall() {
        ThreadFactory none = body -> {
            throw new OutOfMemoryError("unable to create native thread");
        };
        List<Thread> makers = new ArrayList<>();
        try (DiskThreads threads = new DiskThreads(Linux::open, 4, none)) {
            threads.begin(linux -> makers.add(Thread.currentThread()));
            threads.begin(linux -> makers.add(Thread.currentThread()));
        }
        assertEquals(List.of(Thread.currentThread(), Thread.currentThread()), makers);
    }
}
