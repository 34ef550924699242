package io.laio.server.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.laio.linux.Linux;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Platform threads that wait in place of virtual ones. */
class DiskThreadsTest {
    @Test
    void aCallIsMadeByAnotherThread() {
        try (DiskThreads threads = new DiskThreads(Linux::open, 1)) {
            CompletableFuture<Thread> maker = new CompletableFuture<>();
            threads.begin(linux -> maker.complete(Thread.currentThread()), maker::completeExceptionally);
            assertNotEquals(Thread.currentThread(), maker.join());
        }
    }

    @Test
    void whoAskedHearsThatACallFailed() {
        Supplier<Linux> none = () -> {
            throw new IllegalStateException("no kernel today");
        };
        CompletableFuture<String> failure = new CompletableFuture<>();
        try (DiskThreads threads = new DiskThreads(none, 1)) {
            threads.begin(linux -> failure.complete("made"), why -> failure.complete(String.valueOf(why.getMessage())));
            assertEquals("no kernel today", failure.join());
        }
    }

    @Test
    void whereNoThreadCanBeHadWhoAsksMakesTheCall() {
        ThreadFactory none = body -> {
            throw new OutOfMemoryError("unable to create native thread");
        };
        List<Thread> makers = new ArrayList<>();
        try (DiskThreads threads = new DiskThreads(Linux::open, 4, none)) {
            threads.begin(linux -> makers.add(Thread.currentThread()), why -> fail(why));
            threads.begin(linux -> makers.add(Thread.currentThread()), why -> fail(why));
        }
        assertEquals(List.of(Thread.currentThread(), Thread.currentThread()), makers);
    }
}
