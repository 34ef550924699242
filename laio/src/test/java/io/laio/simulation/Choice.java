package io.laio.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses what a program does next, among what it may do. */
final class Choice {
    private static final int MAX_PENDING = 16; // two buffers each at most, beside those of what is forgotten

    private final World world;
    private int begun;

    Choice(World world) {
        this.world = world;
    }

    /** The handle of something in flight, or 0. */
    long handle() {
        List<Long> handles = new ArrayList<>(world.pending.keySet());
        handles.sort(null);
        return handles.isEmpty() ? 0 : handles.get(world.chance.below(handles.size()));
    }

    /** A call that may be made now, or null. */
    @Nullable
    Act act() {
        if (world.pending.size() >= MAX_PENDING || world.arena.free() < 2) {
            return null;
        }
        int what = world.chance.below(12);
        if (what == 0) {
            return new FileActs.Open(world, world.root, "f" + world.chance.below(5));
        }
        if (what == 1 && begun++ < 4) {
            return new StreamActs.Connect(world, world.unconnected());
        }
        Subject subject = any();
        return subject.closing ? null : on(subject);
    }

    private Subject any() {
        List<Subject> subjects = world.subjects;
        return subjects.isEmpty() ? world.root : subjects.get(world.chance.below(subjects.size()));
    }

    private @Nullable Act on(Subject subject) {
        boolean in = subject.inbound == null && !subject.inboundLost;
        boolean out = subject.outbound == null && !subject.outboundLost;
        return switch (subject.description) {
            case Stream stream -> onStream(subject, stream, in, out);
            case Listener _ -> in ? new OtherActs.Accept(world, subject) : null;
            case DiskFile file -> onFile(subject, file, in, out);
            default -> null;
        };
    }

    private @Nullable Act onStream(Subject subject, Stream stream, boolean in, boolean out) {
        if (stream.state != Stream.State.CONNECTED && stream.state != Stream.State.RESET) {
            return null;
        }
        boolean sending = stream.in == null || (stream.out != null && world.chance.oneIn(2));
        if (sending) {
            return out ? new StreamActs.Send(world, subject) : null;
        }
        return in ? new StreamActs.Receive(world, subject) : null;
    }

    private @Nullable Act onFile(Subject subject, DiskFile file, boolean in, boolean out) {
        boolean reading = file.inode.pattern < 3;
        if (reading) {
            return in ? new FileActs.Read(world, subject) : null;
        }
        if (!out) {
            return null;
        }
        return world.chance.oneIn(4)
                ? new FileActs.Sync(world, subject)
                : new FileActs.Write(world, subject, world.written);
    }

    /** A descriptor to close, or null. */
    @Nullable
    Act close() {
        Subject subject = any();
        return subject.closing || subject == world.root ? null : new OtherActs.Close(world, subject);
    }
}
