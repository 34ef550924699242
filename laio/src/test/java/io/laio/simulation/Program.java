package io.laio.simulation;

import io.laio.Completions;
import io.laio.Engine;
import io.laio.Laio;
import io.laio.LaioCounter;
import io.laio.Laziness;
import io.laio.linux.Errno;
import io.laio.linux.SystemCall;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A random program over the library, which knows what each of its calls may answer. */
final class Program {
    private static final Laziness[] LAZINESSES = Laziness.values();
    private static final long PROMPT_NANOS = 200_000; // a hundred system calls and more
    private static final int MAX_TURNS = 20_000;

    private final World world;
    private final Chance chance;
    private final Laio laio;
    private final Choice choice;
    private final Completions completions;
    private final List<Act> forgotten = new ArrayList<>();
    private final Map<SystemCall, Long> issued = new EnumMap<>(SystemCall.class);
    private long blocked;
    private long blockedAtMost; // of what was abandoned
    private long wokenAt = Agenda.NEVER; // since the last poll

    Program(World world, Laio laio) {
        this.world = world;
        this.chance = world.chance;
        this.laio = laio;
        this.choice = new Choice(world);
        this.completions = new Completions(1 + chance.below(8));
    }

    void run() {
        for (int step = chance.below(300); step >= 0; step--) {
            step();
        }
        int end = chance.below(3);
        if (end == 0) {
            cancelEverything();
        } else if (end == 1) {
            world.heal();
            drain();
        }
        finish();
    }

    private void step() {
        int what = chance.below(100);
        if (what < 50) {
            start(choice.act());
        } else if (what < 80) {
            poll(limit());
        } else if (what < 86) {
            withPending(this::cancel);
        } else if (what < 89) {
            withPending(this::abandon);
        } else if (what < 93) {
            start(choice.close());
        } else if (what < 96) {
            world.machine.agenda().pass(chance.delay());
        } else {
            wakeLater();
        }
    }

    private void start(@Nullable Act act) {
        if (act == null) {
            return;
        }
        issued.merge(act.call, 1L, Long::sum);
        long value = act.start(laio, LAZINESSES[chance.below(LAZINESSES.length)]);
        if (value < 0 && laio.errno() == Errno.EINPROGRESS) {
            require(world.pending.put(laio.handle(), act) == null, "a handle is in use");
            laio.attach(act);
        } else {
            require(value < 0 || laio.handle() == 0, "a handle of what is done");
            over(act, value, value < 0 ? laio.errno() : 0);
        }
    }

    private void over(Act act, long value, int errno) {
        act.over(value, errno);
        if (act instanceof OtherActs.Close) {
            world.subjects.remove(act.subject);
        }
    }

    private long limit() {
        return switch (chance.below(3)) {
            case 0 -> 0;
            case 1 -> chance.delay();
            default -> {
                wakeLater();
                yield -1;
            }
        };
    }

    /** Another thread wakes the loop. */
    private void wakeLater() {
        world.machine.agenda().in(chance.delay(), () -> {
            laio.wakeup();
            wokenAt = Math.min(wokenAt, world.machine.agenda().now());
        });
    }

    private void poll(long limitNanos) {
        Agenda agenda = world.machine.agenda();
        long start = agenda.now();
        long before = agenda.waited();
        int count = laio.poll(completions, limitNanos);
        long waited = agenda.waited() - before;
        require(
                limitNanos < 0 || waited <= limitNanos + granularity(limitNanos),
                "waited " + waited + " of " + limitNanos + " ns");
        long sleptOn = agenda.now() - Math.max(wokenAt, start);
        require(wokenAt == Agenda.NEVER || sleptOn < PROMPT_NANOS, "slept on for " + sleptOn + " ns when woken");
        wokenAt = Agenda.NEVER;
        require(count == completions.count(), "the count");
        for (int i = 0; i < count; i++) {
            deliver(i);
        }
    }

    /** Without epoll_pwait2 a time limit is rounded up to milliseconds. */
    private long granularity(long limitNanos) {
        return laio.engine() == Engine.WORKERS && limitNanos > 0 ? 1_000_000 : 0;
    }

    private void deliver(int index) {
        Act act = world.pending.remove(completions.handle(index));
        if (act == null) {
            throw new AssertionError("a completion of nothing that is in flight");
        }
        require(act.equals(completions.attachment(index)), "another's attachment");
        require((completions.value(index) == -1) == (completions.errno(index) != 0), "value and errno");
        blocked += completions.blockedNanos(index) >= 0 ? 1 : 0;
        over(act, completions.value(index), completions.errno(index));
    }

    private interface HandleAction {
        void accept(long handle, Act act);
    }

    private void withPending(HandleAction action) {
        if (!world.pending.isEmpty()) {
            List<Long> handles = new ArrayList<>(world.pending.keySet());
            handles.sort(null);
            long handle = handles.get(chance.below(handles.size()));
            action.accept(handle, world.pending.getOrDefault(handle, choice.none()));
        }
    }

    private void cancel(long handle, Act act) {
        act.wished = true;
        laio.cancel(handle);
    }

    private void abandon(long handle, Act act) {
        act.forgotten();
        forgotten.add(act);
        world.pending.remove(handle);
        if (chance.oneIn(2)) {
            laio.abandon(handle);
        } else {
            laio.abandon(handle, () -> released(act)); // from then on the kernel may touch none of it
        }
    }

    private void released(Act act) {
        require(forgotten.remove(act), "released twice");
        blockedAtMost++;
        act.release();
    }

    private void cancelEverything() {
        world.pending.forEach(this::cancel);
        drain();
    }

    /** Polls until all is over: waiting, or looking now and then. */
    private void drain() {
        boolean patient = chance.oneIn(2);
        for (int turns = 0; !world.pending.isEmpty() || laio.inFlight() > 0; turns++) {
            require(turns < MAX_TURNS, "never ends: " + world.pending.values());
            poll(patient ? 1_000_000 : 0);
            world.machine.agenda().pass(patient ? 0 : 1_000_000);
        }
    }

    private void finish() {
        require(laio.inFlight() <= world.pending.size() + forgotten.size(), "more in flight than were begun");
        requireCounters();
        laio.close();
        forgotten.addAll(world.pending.values());
        forgotten.forEach(Act::release); // from now on the kernel may touch none of it
        world.machine.agenda().pass(200_000_000);
        for (Subject subject : world.subjects) {
            boolean closed = subject.closing || subject.description.isEnded();
            require(closed == subject.description.isEnded(), "descriptor " + subject.fd + " is still open");
            if (!closed) {
                world.machine.descriptors().close(subject.fd);
            }
        }
        world.machine.descriptors().close(world.root.fd);
        require(
                world.machine.descriptors().open().isEmpty(),
                world.machine.descriptors().open() + " were left open");
    }

    private void requireCounters() {
        require(laio.counters().staleCompletions() == 0, "stale completions");
        long counted = 0;
        for (SystemCall call : SystemCall.values()) {
            require(
                    laio.counters().get(LaioCounter.ISSUED, call) == issued.getOrDefault(call, 0L),
                    call + " was issued otherwise");
            counted += laio.counters().get(LaioCounter.BLOCKED, call);
        }
        long most = blocked + world.pending.size() + forgotten.size() + blockedAtMost;
        require(counted >= blocked && counted <= most, counted + " counted as blocked, not " + blocked);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
