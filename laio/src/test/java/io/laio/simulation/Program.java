package io.laio.simulation;

import io.laio.Completions;
import io.laio.Engine;
import io.laio.Laio;
import io.laio.Laziness;
import io.laio.linux.Errno;
import java.util.ArrayList;
import java.util.List;
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
    private final Tally tally = new Tally();
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
            cancel(choice.handle());
        } else if (what < 89) {
            abandon(choice.handle());
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
        tally.issued(act.call);
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
        tally.completed(completions.blockedNanos(index) >= 0);
        over(act, completions.value(index), completions.errno(index));
    }

    private void cancel(long handle) {
        Act act = world.pending.get(handle);
        if (act != null) {
            act.wished = true;
            laio.cancel(handle);
        }
    }

    private void abandon(long handle) {
        Act act = world.pending.remove(handle);
        if (act == null) {
            return;
        }
        act.forgotten();
        forgotten.add(act);
        if (chance.oneIn(2)) {
            laio.abandon(handle);
        } else {
            laio.abandon(handle, () -> released(act)); // from then on the kernel may touch none of it
        }
    }

    private void released(Act act) {
        require(forgotten.remove(act), "released twice");
        tally.abandoned();
        act.release();
    }

    private void cancelEverything() {
        world.pending.keySet().forEach(this::cancel);
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
        tally.require(laio.counters(), world.pending.size() + forgotten.size());
        laio.close();
        forgotten.addAll(world.pending.values());
        forgotten.forEach(Act::release); // from now on the kernel may touch none of it
        world.machine.agenda().pass(200_000_000);
        world.requireNoDescriptorLeft();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
