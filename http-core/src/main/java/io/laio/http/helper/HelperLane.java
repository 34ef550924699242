package io.laio.http.helper;

import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.OperationCounters;
import io.laio.http.server.LoopContext;
import io.laio.linux.Errno;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything about one kind of request: identical ones are joined, a helper is asked, the loop repeats the call for everybody
 * who waits, and what is missing all the same is asked for again a few times and then waited for. Confined to the loop.
 */
final class HelperLane implements HelperPool.Answered {
    /** How often helpers are asked for what is gone again when they are done, before the loop waits for it. */
    static final int MAX_ASKS = 3;

    private final HelperKind kind;
    private final LoopContext context;
    private final LoopCalls calls;
    private final OperationCounters operations;
    private final HelperCounters counters = new HelperCounters();
    private final HelperPool pool;
    private final InFlight inFlight = new InFlight();
    private final List<HelperRequest> requests = new ArrayList<>();
    private final ArrayDeque<HelperRequest> unusedRequests = new ArrayDeque<>();
    private final ArrayDeque<Waiter> unusedWaiters = new ArrayDeque<>();

    HelperLane(
            HelperKind kind,
            LoopContext context,
            LoopCalls calls,
            HelperLimits limits,
            HelperSpawner spawner,
            HelperDeadlines deadlines,
            Consumer<String> warnings) {
        this.kind = kind;
        this.context = context;
        this.calls = calls;
        this.operations = context.operations();
        this.pool = new HelperPool(
                kind, limits, spawner, context.clock(), deadlines, counters, new HelperWarnings(kind, warnings), this);
    }

    void start() {
        pool.startMissing();
    }

    /** A request to be filled in. */
    HelperRequest blank() {
        HelperRequest request = unusedRequests.pollLast();
        if (request == null) {
            request = new HelperRequest(kind);
            requests.add(request);
        }
        return request;
    }

    /** Asks for what a request says, into the memory at an address; answers as the disk does. */
    long ask(HelperRequest request, long address, DiskCompletion completion) {
        Waiter waiter = waiter(address, completion);
        HelperRequest same = inFlight.sameAs(request);
        if (same != null) {
            counters.joined++;
            same.add(waiter);
            unusedRequests.addLast(request);
            return Disk.PENDING;
        }
        request.add(waiter);
        if (pool.submit(request)) {
            inFlight.add(request);
            return Disk.PENDING;
        }
        request.takeWaiters();
        long result = withoutHelper(request, waiter);
        retire(waiter);
        unusedRequests.addLast(request);
        return result;
    }

    private Waiter waiter(long address, DiskCompletion completion) {
        Waiter kept = unusedWaiters.pollLast();
        Waiter waiter = kept == null ? new Waiter() : kept;
        waiter.completion = completion;
        waiter.startedNanos = context.clock().nanos();
        waiter.address = address;
        waiter.bytesRead = 0;
        return waiter;
    }

    @Override
    public void done(HelperRequest request, int result) {
        inFlight.remove(request);
        Waiter next = request.takeWaiters();
        while (next != null) {
            Waiter waiter = next;
            next = waiter.next;
            long answer = repeated(request, waiter, result);
            if (answer == LoopCalls.MISSING) {
                request.add(waiter);
            } else {
                complete(waiter, answer);
            }
        }
        askAgain(request);
    }

    /** The answer, or {@link LoopCalls#MISSING} if a helper is to be asked again. */
    private long repeated(HelperRequest request, Waiter waiter, int result) {
        long answer = tryAgain(request, waiter);
        if (answer != LoopCalls.MISSING && answer != LoopCalls.UNKNOWN) {
            return answer;
        }
        if (isAnswer(result)) {
            return LoopCalls.ended(waiter, result);
        }
        boolean again = answer == LoopCalls.MISSING && request.asks < MAX_ASKS;
        return again ? LoopCalls.MISSING : waitFor(request, waiter);
    }

    private void askAgain(HelperRequest request) {
        if (!request.hasWaiters()) {
            unusedRequests.addLast(request);
        } else if (pool.submit(request)) {
            inFlight.add(request);
        } else {
            waitForAll(request);
        }
    }

    @Override
    public void abandoned(HelperRequest request) {
        inFlight.remove(request);
        waitForAll(request);
    }

    private void waitForAll(HelperRequest request) {
        Waiter next = request.takeWaiters();
        while (next != null) {
            Waiter waiter = next;
            next = waiter.next;
            long answer = tryAgain(request, waiter);
            boolean known = answer != LoopCalls.MISSING && answer != LoopCalls.UNKNOWN;
            complete(waiter, known ? answer : withoutHelper(request, waiter));
        }
        unusedRequests.addLast(request);
    }

    private long tryAgain(HelperRequest request, Waiter waiter) {
        return kind == HelperKind.READ ? calls.tryRead(request, waiter) : calls.tryOpen(request);
    }

    /** Where helpers hang the loop would hang too. */
    private long withoutHelper(HelperRequest request, Waiter waiter) {
        return pool.isStuck() ? LoopCalls.ended(waiter, -Errno.ETIMEDOUT) : waitFor(request, waiter);
    }

    private long waitFor(HelperRequest request, Waiter waiter) {
        counters.repeatedBlocking++;
        return kind == HelperKind.READ ? calls.read(request, waiter) : calls.open(request);
    }

    private void complete(Waiter waiter, long answer) {
        DiskCompletion completion = waiter.completion;
        retire(waiter);
        completion.completed(answer);
    }

    /** Counts: all of these had to wait for a helper, or for the disk. */
    private void retire(Waiter waiter) {
        operations.blocked(kind.operation(), context.clock().nanos() - waiter.startedNanos);
        unusedWaiters.addLast(waiter);
    }

    /** Whether a helper's result is the loop's too, and not only about the helper's own descriptors and memory. */
    private static boolean isAnswer(int result) {
        return switch (-result) {
            case Errno.EMFILE, Errno.ENFILE, Errno.ENOMEM, Errno.EBADF, Errno.EFAULT, Errno.EAGAIN, Errno.EINTR ->
                false;
            default -> result < 0;
        };
    }

    /** Whether another request would have to wait until one of those under way is done. */
    boolean isFull() {
        return pool.isFull();
    }

    HelperStatistics statistics() {
        return pool.statistics();
    }

    List<Long> processes() {
        return pool.processes();
    }

    void resetStatistics() {
        counters.reset();
    }

    /** Frees the memory of all requests, which no helper touches; those that nobody answered by now never will be. */
    void close() {
        pool.close();
        requests.forEach(HelperRequest::free);
    }
}
