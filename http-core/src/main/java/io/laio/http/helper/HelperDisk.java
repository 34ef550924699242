package io.laio.http.helper;

import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.server.LoopContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * The disk of AMPED and AMTED (PAPER.md section 2): helpers go there in the loop's place. What is missing is asked for, and joins an
 * identical request under way; a helper reads it, or opens it, and says "done"; then the loop repeats the call without waiting, into
 * the caller's memory, which no helper ever touches. Confined to the loop.
 *
 * <p>The loop can block all the same, which is counted and told to the stall tracker: if what a helper has brought into memory is
 * evicted before the loop repeats the call, a few times in a row; if no helper can be had; if helpers die of a request twice; and,
 * where the kernel cannot say whether something is in memory (tmpfs, overlayfs, FUSE), after every request, although then it
 * hardly ever waits.
 *
 * <p>What helpers do not answer in time, because somebody stopped them or because the disk does not answer, the loop does not wait
 * for: another helper is asked, once, and then the call fails with {@code ETIMEDOUT} ({@link HelperLimits#answerMillis}).
 */
public final class HelperDisk implements Disk {
    private final HelperSpawner spawner;
    private final LoopCalls calls;
    private final HelperLane reads;
    private final HelperLane names;

    /**
     * Makes a disk, and begins to start the reserve.
     *
     * @param context the loop's
     * @param limits how many helpers
     * @param spawner starts them; closed with the disk
     */
    public HelperDisk(LoopContext context, HelperLimits limits, HelperSpawner spawner) {
        this(context, limits, spawner, LoggerFactory.getLogger(HelperDisk.class)::warn);
    }

    HelperDisk(LoopContext context, HelperLimits limits, HelperSpawner spawner, Consumer<String> warnings) {
        this.spawner = spawner;
        this.calls = new LoopCalls(context.linux(), context.clock(), context.tracker());
        HelperDeadlines deadlines = HelperDeadlines.of(context.deadlines(), limits);
        this.reads = new HelperLane(HelperKind.READ, context, calls, limits, spawner, deadlines, warnings);
        this.names = new HelperLane(HelperKind.NAME, context, calls, limits, spawner, deadlines, warnings);
        reads.start();
        names.start();
    }

    @Override
    public long open(int directory, long path, long how, DiskCompletion completion) {
        HelperRequest request = names.blank();
        request.setName(directory, path, how);
        return names.ask(request, 0, completion);
    }

    @Override
    public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
        HelperRequest request = reads.blank();
        request.setRange(fd, offset, length);
        return reads.ask(request, address, completion);
    }

    @Override
    public boolean readsWait() {
        return reads.isFull();
    }

    /**
     * What became of helpers and requests; may be asked from any thread, values then being of slightly different moments.
     *
     * @param kind the kind of helpers
     * @return a copy
     */
    public HelperStatistics statistics(HelperKind kind) {
        return lane(kind).statistics();
    }

    /**
     * The processes of the helpers; may be asked from any thread.
     *
     * @return ids of those that have a process of their own
     */
    public List<Long> processes() {
        List<Long> ids = new ArrayList<>(reads.processes());
        ids.addAll(names.processes());
        return ids;
    }

    /** Counts from zero again. */
    public void resetStatistics() {
        reads.resetStatistics();
        names.resetStatistics();
    }

    private HelperLane lane(HelperKind kind) {
        return kind == HelperKind.READ ? reads : names;
    }

    /** Ends the helpers, busy ones too: what they were asked for is answered no more. */
    @Override
    public void close() {
        spawner.close();
        reads.close();
        names.close();
        calls.close();
    }
}
