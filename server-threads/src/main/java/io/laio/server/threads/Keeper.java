package io.laio.server.threads;

import io.laio.http.process.ChildFailedException;
import io.laio.http.process.ChildProcess;
import io.laio.http.process.ChildStarter;
import io.laio.http.process.MessageSocket;
import io.laio.http.server.WorkforceContext;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that there is a process in one place, on a thread of its own: starts it, and another one when it has ended. One that
 * had not served for long is replaced later and later.
 */
final class Keeper implements Runnable {
    private static final int F_SETFL = 4; // include/uapi/asm-generic/fcntl.h
    private static final int BLOCKING = 0;

    /** How long a process may take to end after its last connection, held up by the disk perhaps. */
    private static final long GRACE_MILLIS = 2_000;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LONG_ENOUGH_NANOS = 10_000 * NANOS_PER_MILLI;
    private static final long MIN_BACK_OFF_MILLIS = 100;
    private static final long MAX_BACK_OFF_MILLIS = 10_000;

    private final WorkforceContext context;
    private final ChildStarter starter;
    private final CountsBlock block;
    private final int slot;
    private final Linux linux;
    private final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> stopped = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private long backOffMillis;

    Keeper(WorkforceContext context, ChildStarter starter, CountsBlock block, int slot) {
        this.context = context;
        this.starter = starter;
        this.block = block;
        this.slot = slot;
        this.linux = context.kernels().get();
    }

    /** Completed when the first process serves, exceptionally if that did not start. */
    CompletableFuture<@Nullable Void> started() {
        return started;
    }

    /** Completed when there is no process any more: true if it had served its last connection to the end. */
    CompletableFuture<Boolean> ended() {
        return ended;
    }

    /** Lets the process finish what it serves, up to the server's deadline; from any thread. */
    void stop() {
        stopped.complete(null);
    }

    @Override
    public void run() {
        boolean orderly = true;
        try {
            while (!stopped.isDone()) {
                orderly = keepOne();
                pause();
            }
            ended.complete(orderly);
        } catch (RuntimeException | Error e) {
            started.completeExceptionally(e);
            ended.completeExceptionally(e);
        }
    }

    /** Keeps one process until its end. */
    private boolean keepOne() {
        long startedNanos = System.nanoTime();
        try {
            ChildProcess child = starter.start(linux, "mp-prefork");
            try (MessageSocket socket = new MessageSocket(linux, child.socket(), ProcessSettings.MAX_BYTES)) {
                return oversee(child, socket);
            } finally {
                child.kill();
                block.ended(slot);
                boolean servedLong = System.nanoTime() - startedNanos > LONG_ENOUGH_NANOS;
                backOffMillis = servedLong ? 0 : nextBackOff();
            }
        } catch (ChildFailedException e) {
            backOffMillis = nextBackOff();
            if (!started.completeExceptionally(e) && !stopped.isDone()) {
                LoggerFactory.getLogger(Keeper.class).warn("a process of the server is missing: {}", e.getMessage());
            }
            return true; // it served nobody
        }
    }

    private boolean oversee(ChildProcess child, MessageSocket socket) throws ChildFailedException {
        linux.syscall(SystemCall.FCNTL, socket.fd(), F_SETFL, BLOCKING, 0);
        if (!equip(socket)) {
            child.awaitEnd(MIN_BACK_OFF_MILLIS);
            throw new ChildFailedException("process " + child.pid() + " ended before it served", -1);
        }
        started.complete(null);
        CompletableFuture.anyOf(child.process().onExit(), stopped).join();
        if (stopped.isDone()) {
            socket.send(1); // that it is enough
        } else {
            LoggerFactory.getLogger(Keeper.class)
                    .warn("process {} of the server has ended, another one takes its place", child.pid());
        }
        child.awaitEnd(context.options().stopTimeoutMillis() + GRACE_MILLIS);
        return child.process().exitValue() == 0;
    }

    /** Gives the process what it serves with, and waits until it serves; false if it has ended. */
    private boolean equip(MessageSocket socket) {
        try {
            int length = new ProcessSettings(slot, block.slots(), context.options()).put(socket.message());
            return socket.sendWith(length, context.listeners().getFirst()) > 0
                    && socket.sendWith(1, context.root()) > 0
                    && socket.sendWith(1, block.descriptor()) > 0
                    && socket.receive() > 0;
        } catch (IOException e) {
            throw new IllegalStateException("the settings of a process cannot be written", e);
        }
    }

    private long nextBackOff() {
        return Math.clamp(2 * backOffMillis, MIN_BACK_OFF_MILLIS, MAX_BACK_OFF_MILLIS);
    }

    /** Returns early when it is to stop. */
    private void pause() {
        if (backOffMillis > 0) {
            stopped.copy()
                    .completeOnTimeout(null, backOffMillis, TimeUnit.MILLISECONDS)
                    .join();
        }
    }
}
