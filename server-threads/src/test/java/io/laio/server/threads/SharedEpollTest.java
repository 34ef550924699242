package io.laio.server.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.server.Server;
import io.laio.http.server.ServerFailedException;
import io.laio.http.server.ServerOptions;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.Workforce;
import io.laio.http.server.WorkforceContext;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one thread that waits for the sockets of all virtual threads fails: nobody would ever hear of a socket again. */
class SharedEpollTest {
    /** The kernel, but that thread cannot wait. */
    private static Linux broken() {
        Linux real = Linux.open();
        return (number, a, b, c, d, e, f) -> isItsWait(number) ? -Errno.EBADF : real.syscall(number, a, b, c, d, e, f);
    }

    private static boolean isItsWait(int number) {
        return number == SystemCall.EPOLL_PWAIT.number()
                && Thread.currentThread().getName().equals("readiness");
    }

    @Test
    void whoMadeItIsTold() {
        CompletableFuture<String> failure = new CompletableFuture<>();
        SharedEpoll epoll =
                new SharedEpoll(SharedEpollTest::broken, why -> failure.complete(String.valueOf(why.getMessage())));
        assertEquals("epoll_wait: " + Errno.describe(Errno.EBADF), failure.join());
        epoll.close();
    }

    @Test
    void whereItsThreadGetsNoKernelWhoMadeItIsToldToo() {
        Supplier<Linux> none = () -> {
            if (Thread.currentThread().getName().equals("readiness")) {
                throw new IllegalStateException("no kernel today");
            }
            return Linux.open();
        };
        CompletableFuture<String> failure = new CompletableFuture<>();
        SharedEpoll epoll = new SharedEpoll(none, why -> failure.complete(String.valueOf(why.getMessage())));
        assertEquals("no kernel today", failure.join());
        epoll.close();
    }

    @Test
    void theServerEndsAndSaysWhy(@TempDir Path root) throws Exception {
        ServerOptions options = ServerOptions.of(root, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        try (Server server = Server.start(new Broken(), options)) {
            ServerFailedException failure = assertThrows(ServerFailedException.class, server::awaitEnd);
            assertTrue(String.valueOf(failure.getMessage()).contains("epoll_wait: EBADF"), failure::toString);
        }
    }

    private record Broken() implements ServerVariant {
        @Override
        public String name() {
            return "mt-broken";
        }

        @Override
        public Description description() {
            return new MtVirtual().description();
        }

        @Override
        public boolean eventDriven() {
            return false;
        }

        @Override
        public Workforce workforce(WorkforceContext context) {
            try {
                WorkforceContext broken = WorkforceContext.ofProcess(
                        this,
                        context.options(),
                        SharedEpollTest::broken,
                        context.listeners().getFirst(),
                        context.root());
                ConnectionLoop.Shared shared = ConnectionLoop.Shared.of(broken);
                return new ThreadServer(shared, new VirtualCrew(shared, 1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
