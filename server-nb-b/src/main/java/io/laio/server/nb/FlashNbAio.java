package io.laio.server.nb;

import io.laio.http.disk.BlockingDisk;
import io.laio.http.network.EpollPoller;
import io.laio.http.network.ReadinessNetwork;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerOptions;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.posix.AioThreads;
import io.laio.posix.PosixAio;
import java.util.List;

/** Flash-NB-AIO of the study (PAPER.md section 2): as Flash-NB-B, but what is not in memory is read by POSIX AIO. */
public final class FlashNbAio implements ServerVariant {
    private static final ServerOption THREADS = new ServerOption(
            "--aio-threads",
            "N",
            20, // glibc's own
            1,
            4096,
            "How many threads of the C library read at the same time, each from another file.");

    /** Made by the service loader. */
    public FlashNbAio() {}

    @Override
    public String name() {
        return "flash-nb-aio";
    }

    @Override
    public Description description() {
        return new Description(
                "NB: epoll, non-blocking sockets",
                "AIO: POSIX AIO for reads, open in the loop",
                "the C library's threads",
                "open");
    }

    @Override
    public List<ServerOption> options() {
        return List.of(THREADS);
    }

    /** A loop's collector has one. */
    @Override
    public int descriptors(ServerOptions options) {
        return ServerVariant.super.descriptors(options) + options.loops();
    }

    @Override
    public LoopIo open(LoopContext context) throws UnfitEnvironmentException {
        int threads = context.options().value(THREADS);
        limitThreads(threads, context.options().loops());
        int share = Math.max(1, threads / context.options().loops());
        EpollPoller epoll = new EpollPoller(context.linux());
        ReadinessNetwork network = new ReadinessNetwork(context.linux(), epoll, context.operations());
        AioDisk disk = new AioDisk(context, new BlockingDisk(context), PosixAio::open, share, epoll::wakeup);
        return LoopIo.withoutEngine(new AioPoller(epoll, disk), network, disk);
    }

    /** Each loop's collector keeps one thread waiting. Without effect in a process that has used POSIX AIO already. */
    private static void limitThreads(int threads, int loops) throws UnfitEnvironmentException {
        if (!PosixAio.isPresent()) {
            throw new UnfitEnvironmentException(
                    "The C library has no POSIX AIO: flash-nb-aio needs glibc 2.34 or newer.", null);
        }
        AioThreads.limit(threads + loops, AioDisk.MAX_UNDER_WAY);
    }
}
