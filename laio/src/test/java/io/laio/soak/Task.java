package io.laio.soak;

import io.laio.Laio;
import io.laio.Laziness;
import io.laio.linux.Errno;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;

/**
 * A sequence of calls with descriptors and memory of its own. It may be ended at any time: then its descriptors are closed,
 * with whatever is in flight on them, and its memory is given back once no call uses it any more.
 */
abstract class Task {
    private static final List<Laziness> LAZINESS = List.of(Laziness.values());

    protected final World world;
    protected final Area area;

    private final List<Integer> descriptors = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();
    private int pending;
    private boolean ending;
    private boolean disturbed;

    protected Task(World world) {
        this.world = world;
        this.area = takeArea();
    }

    /** Makes the first call. */
    abstract void start();

    protected final Area takeArea() {
        Area taken = world.takeArea();
        areas.add(taken);
        return taken;
    }

    protected final Laio laio() {
        return world.laio();
    }

    protected final RandomGenerator random() {
        return world.random();
    }

    protected final Laziness anyLaziness() {
        return LAZINESS.get(random().nextInt(LAZINESS.size()));
    }

    /** Goes on with the result of the call just made; an error that is not allowed ends the task, and is a finding. */
    protected final void then(String what, long result, List<Integer> allowed, LongConsumer next) {
        issued(new Pending(this, what, false, allowed, next), result);
    }

    protected final void then(String what, long result, LongConsumer next) {
        then(what, result, List.of(), next);
    }

    /** As {@link #then}, for a call whose value is a descriptor. */
    protected final void thenOwn(String what, long result, LongConsumer next) {
        issued(new Pending(this, what, true, List.of(), next), result);
    }

    private void issued(Pending call, long result) {
        pending++;
        world.issued(call, result);
    }

    protected final int own(int fd) {
        if (fd < 0) {
            throw new IllegalStateException(Errno.describe(-fd));
        }
        descriptors.add(fd);
        return fd;
    }

    /** Closes one descriptor through the library, with what is in flight on it. */
    protected final void close(int fd) {
        descriptors.remove(Integer.valueOf(fd));
        if (world.isDown()) {
            world.linux().close(fd);
        } else {
            issued(new Pending(this, "close", false, List.of(), zero -> {}), laio().close(fd));
        }
    }

    final boolean isEnding() {
        return ending;
    }

    protected final void require(boolean condition, String what) {
        if (!condition) {
            world.fail(getClass().getSimpleName() + ": " + what);
        }
    }

    /** A read that was cancelled may have come a part of its way. */
    protected final void requireRead(long got, long expected) {
        require(got == expected || (disturbed && got < expected), "a read of " + expected + " gave " + got);
    }

    protected final void requireContent(long address, long length, long stream, long position) {
        long difference = Content.firstDifference(address, length, stream, position);
        require(difference < 0, "wrong byte " + difference + " of " + length + " at " + position + " of " + stream);
    }

    final void end() {
        if (!ending) {
            ending = true;
            List.copyOf(descriptors).forEach(this::close);
            releaseIfOver();
        }
    }

    final void completed(Pending call, long value) {
        pending--;
        if (call.descriptor && value >= 0) {
            own((int) value);
            if (ending) {
                close((int) value);
            }
        }
        if (!ending) {
            goOn(call, value);
        }
        releaseIfOver();
    }

    private void goOn(Pending call, long value) {
        if (value >= 0 || call.allowed.contains((int) -value)) {
            disturbed = call.disturbed;
            call.next.accept(value);
            return;
        }
        require(call.disturbed, call.what + ": " + (value < -4095 ? "lost" : Errno.describe((int) -value)));
        end();
    }

    private void releaseIfOver() {
        if (ending && pending == 0) {
            pending = -1; // never again
            areas.forEach(world::giveBack);
            world.over(this);
        }
    }
}
