package io.laio.soak;

import io.laio.Completions;
import io.laio.EngineUnavailableException;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.linux.Linux;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The tasks that are under way, over one {@link Laio} that may be closed and opened again beneath them. */
final class World implements AutoCloseable {
    /** Instead of a value: nobody will ever know. */
    static final long LOST = Long.MIN_VALUE;

    private static final int AREAS = 96;
    private static final int BATCH = 32;

    private final Linux linux = Linux.open();
    private final LaioOptions options;
    private final RandomGenerator random;
    private final Tally tally;
    private final Completions completions = new Completions(BATCH);
    private final ArrayDeque<Area> areas = new ArrayDeque<>();
    private final ArrayDeque<Pending> ready = new ArrayDeque<>();
    private final List<Pending> inFlight = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private volatile @Nullable Laio laio;
    private boolean down = true;

    World(LaioOptions options, RandomGenerator random, Tally tally) {
        this.options = options;
        this.random = random;
        this.tally = tally;
        for (int i = 0; i < AREAS; i++) {
            areas.add(new Area());
        }
    }

    void open() throws EngineUnavailableException {
        laio = Laio.open(options);
        down = false;
    }

    Laio laio() {
        Laio current = laio;
        if (current == null) {
            throw new IllegalStateException("nothing is open");
        }
        return current;
    }

    /** From any thread, at any time. */
    void wake() {
        Laio current = laio; // perhaps the one that was closed last
        if (current != null) {
            current.wakeup();
        }
    }

    Linux linux() {
        return linux;
    }

    RandomGenerator random() {
        return random;
    }

    /** Whether there is no {@link Laio} now: what is in flight is over, and descriptors are closed directly. */
    boolean isDown() {
        return down;
    }

    int tasks() {
        return tasks.size();
    }

    List<String> findings() {
        return findings;
    }

    void fail(String what) {
        findings.add(what);
    }

    boolean hasRoom() {
        return areas.size() > AREAS / 4; // some are for tasks that turn out to need a second one
    }

    Area takeArea() {
        return areas.remove();
    }

    void giveBack(Area area) {
        areas.add(area);
    }

    int areasMissing() {
        return AREAS - areas.size();
    }

    void begin(Task task) {
        tasks.add(task);
        tally.tasks++;
        task.start();
    }

    void over(Task task) {
        tasks.remove(task);
    }

    /** The result of the call just made. */
    void issued(Pending call, long result) {
        tally.calls++;
        if (laio().handle() == 0) {
            call.value = result < 0 ? -laio().errno() : result;
            ready.add(call);
            return;
        }
        tally.inBackground++;
        call.handle = laio().handle();
        laio().attach(call);
        call.index = inFlight.size();
        inFlight.add(call);
    }

    private void remove(Pending call) {
        Pending last = inFlight.removeLast();
        if (last != call) {
            inFlight.set(call.index, last);
            last.index = call.index;
        }
        call.index = -1;
    }

    /** What is known already, then one poll. */
    void turn(long timeoutNanos) {
        runReady();
        laio().poll(completions, ready.isEmpty() ? timeoutNanos : 0);
        for (int i = 0; i < completions.count(); i++) {
            long value = completions.errno(i) != 0 ? -completions.errno(i) : completions.value(i);
            if (completions.attachment(i) instanceof Pending call
                    && call.index >= 0
                    && call.handle == completions.handle(i)) {
                remove(call);
                call.value = value;
                ready.add(call);
            } else {
                fail("a completion that nobody waits for: " + completions.handle(i));
            }
        }
        runReady();
    }

    private void runReady() {
        for (int left = ready.size(); left > 0; left--) {
            Pending call = ready.remove();
            call.task.completed(call, call.value);
        }
    }

    /** Cancels or abandons something in flight, or ends a task, or does something that should not matter. */
    void disturb() {
        int kind = random.nextInt(4);
        if (kind == 0 && !tasks.isEmpty()) {
            tally.ended++;
            tasks.get(random.nextInt(tasks.size())).end();
        } else if (!inFlight.isEmpty()) {
            Pending call = inFlight.get(random.nextInt(inFlight.size()));
            if (kind == 1) {
                abandon(call);
            } else {
                cancel(call);
            }
        }
    }

    private void cancel(Pending call) {
        tally.cancelled++;
        call.disturbed = true;
        laio().cancel(call.handle);
    }

    private void abandon(Pending call) {
        tally.abandoned++;
        call.disturbed = true;
        remove(call);
        laio().abandon(call.handle, () -> {
            call.value = LOST;
            ready.add(call);
        });
    }

    void endAll() {
        List.copyOf(tasks).forEach(Task::end);
    }

    /** Closes the library with all that is in flight, and the tasks after it. */
    void shut() {
        down = true;
        laio().close();
        for (Pending call : List.copyOf(inFlight)) {
            remove(call);
            call.disturbed = true;
            call.value = LOST;
            ready.add(call);
        }
        while (!ready.isEmpty()) {
            endAll();
            runReady();
        }
        endAll();
        if (!tasks.isEmpty()) {
            fail(tasks.size() + " tasks were not told that their calls are over");
        }
    }

    @Override
    public void close() {
        areas.forEach(Area::close);
    }
}
