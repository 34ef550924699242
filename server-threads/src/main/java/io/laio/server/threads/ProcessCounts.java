package io.laio.server.threads;

import io.laio.http.connection.Counters;
import io.laio.http.loop.OperationCounters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counters of all processes, as one of them has them: its own are copied to its slot of a {@link CountsBlock} before each
 * wait, the others' are read there. Any process can so answer for all. A reset touches no slot of a process: the last slot of the
 * block has, negated, what they had come to. Confined to the process's one thread that serves.
 */
final class ProcessCounts implements Tally {
    private final CountsBlock block;
    private final int own;
    private final int atReset;
    private @Nullable Counted counted;

    /**
     * Makes the counters of a process.
     *
     * @param block what all processes share
     * @param own the slot of this process
     */
    ProcessCounts(CountsBlock block, int own) {
        this.block = block;
        this.own = own;
        this.atReset = block.slots() - 1;
    }

    /** Counts on from where the slot's last process was killed. */
    @Override
    public void add(Counters counters, OperationCounters operations) {
        block.load(own, counters, operations);
        counted = new Counted(counters, operations);
    }

    /** Lets the others know what was counted; costs no system call. */
    void publish() {
        Counted mine = counted;
        if (mine != null) {
            block.store(own, mine);
        }
    }

    void setBusy(boolean busy) {
        publish();
        block.setBusy(own, busy);
    }

    @Override
    public List<Counted> counted() {
        List<Counted> all = new ArrayList<>(ofProcesses());
        all.add(block.load(atReset));
        return all;
    }

    private List<Counted> ofProcesses() {
        publish();
        List<Counted> all = new ArrayList<>();
        for (int slot = 0; slot < atReset; slot++) {
            all.add(block.load(slot));
        }
        return all;
    }

    @Override
    public void reset() {
        Counted negative = new Counted(new Counters(), new OperationCounters());
        for (Counted process : ofProcesses()) {
            negative.counters().subtract(process.counters());
            negative.operations().subtract(process.operations());
        }
        block.store(atReset, negative);
    }
}
