package io.laio.server.threads;

import io.laio.http.process.ChildFailedException;
import io.laio.http.process.ChildStarter;
import io.laio.http.server.ServerFailedException;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.server.Workforce;
import io.laio.http.server.WorkforceContext;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The master of {@code mp-prefork}: serves nobody. It keeps processes that do, and refuses connections for which there is no
 * place, if it can know that: the kernel queues those that no process has taken yet, and only the oldest can be had.
 */
final class PreforkServer implements Workforce {
    private static final int F_SETFL = 4; // include/uapi/asm-generic/fcntl.h
    private static final int BLOCKING = 0;

    /** Besides those of the processes: the master's, and what had been counted at the last reset. */
    private static final int FURTHER_SLOTS = 2;

    private final WorkforceContext context;
    private final ChildStarter starter;
    private final CountsBlock block;
    private final List<Keeper> keepers = new ArrayList<>();
    private final @Nullable Refuser refuser;
    private final CompletableFuture<@Nullable Void> over;

    PreforkServer(WorkforceContext context, ChildStarter starter, int maxProcesses) {
        this.context = context;
        this.starter = starter;
        int places = context.options().limits().maxConnections();
        int processes = Math.min(maxProcesses, places);
        Linux linux = context.kernels().get();
        block = CountsBlock.create(linux, processes + FURTHER_SLOTS);
        for (int slot = 0; slot < processes; slot++) {
            keepers.add(new Keeper(context, starter, block, slot));
        }
        refuser = places > maxProcesses ? null : refuser(processes);
        linux.syscall(SystemCall.FCNTL, context.listeners().getFirst(), F_SETFL, BLOCKING, 0);
        over = CompletableFuture.allOf(ownEnds().toArray(CompletableFuture<?>[]::new))
                .handle((nothing, failure) -> {
                    block.close();
                    return null;
                });
    }

    private Refuser refuser(int processes) {
        ProcessCounts counts = new ProcessCounts(block, processes);
        return new Refuser(ConnectionLoop.Shared.of(context, counts), block, counts, processes);
    }

    private List<CompletableFuture<Boolean>> ownEnds() {
        List<CompletableFuture<Boolean>> ends =
                new ArrayList<>(keepers.stream().map(Keeper::ended).toList());
        if (refuser != null) {
            ends.add(refuser.ended());
        }
        return ends;
    }

    @Override
    public void start() throws UnfitEnvironmentException {
        for (int i = 0; i < keepers.size(); i++) {
            Thread.ofPlatform().name("keeper-" + i).start(keepers.get(i));
        }
        if (refuser != null) {
            Thread.ofPlatform().name("refuser").start(refuser);
            await(refuser.started());
        }
        for (Keeper keeper : keepers) {
            await(keeper.started());
        }
    }

    private static void await(CompletableFuture<@Nullable Void> started) throws UnfitEnvironmentException {
        try {
            started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UnfitEnvironmentException unfit) {
                throw unfit;
            }
            if (e.getCause() instanceof ChildFailedException failed) {
                throw new UnfitEnvironmentException("no process can serve: " + failed.getMessage(), failed);
            }
            throw ServerFailedException.because(e);
        }
    }

    @Override
    public void stop() {
        keepers.forEach(Keeper::stop);
        starter.close();
        if (refuser != null) {
            refuser.stop();
        }
    }

    /** Each is over when nobody uses the shared memory any more, unless it has failed before. */
    @Override
    public List<CompletableFuture<Boolean>> ends() {
        return ownEnds().stream()
                .map(end -> end.thenCombine(over, (orderly, nothing) -> orderly))
                .toList();
    }
}
