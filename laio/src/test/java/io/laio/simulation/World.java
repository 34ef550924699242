package io.laio.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a program begins with: files, pipes, connections, a listener; and what it owns later. */
final class World implements AutoCloseable {
    private static final int FIRST_DESCRIPTOR = 3;

    final Arena arena = new Arena();
    final Machine machine;
    final Chance chance;
    final List<Subject> subjects = new ArrayList<>();
    final Map<Long, Act> pending = new HashMap<>();
    final WrittenFile written = new WrittenFile();
    final Subject root;

    private final Map<Stream, Peer> peers = new HashMap<>();
    private int patterns;

    World(long seed) {
        machine = Machine.of(seed, arena, FIRST_DESCRIPTOR);
        chance = machine.chance();
        root = new Subject(machine.descriptors().install(machine.files()), machine.files(), null);
        addFiles();
        for (int i = chance.below(3); i >= 0; i--) {
            adoptStream(stream(true, true, true));
        }
        adoptStream(stream(true, false, false));
        adoptStream(stream(false, true, false));
        addListener();
    }

    private void addFiles() {
        for (int i = 0; i < 3; i++) {
            int pattern = patterns++;
            byte[] content = Pattern.bytes(pattern, 0, chance.below(20_000));
            DiskFile.Inode inode = new DiskFile.Inode(pattern, content);
            inode.neverNoWait = chance.oneIn(4);
            machine.files().add("f" + i, inode);
            install(new DiskFile(machine.memory(), inode, false));
        }
        DiskFile.Inode empty = new DiskFile.Inode(patterns++, new byte[0]);
        install(new DiskFile(machine.memory(), empty, true));
    }

    private void install(Description description) {
        adopt(new Subject(machine.descriptors().install(description), description, null));
    }

    private Stream stream(boolean in, boolean out, boolean socket) {
        Bytes inbound = in ? new Bytes(1 + chance.below(8_000)) : null;
        Bytes outbound = out ? new Bytes(1 + chance.below(8_000)) : null;
        Stream stream = new Stream(machine.memory(), inbound, outbound, socket);
        stream.nonBlocking = chance.oneIn(2);
        stream.neverNoWait = !socket && chance.oneIn(4);
        stream.inVain = chance.oneIn(4);
        peers.put(stream, new Peer(machine, stream, patterns++));
        return stream;
    }

    private void adoptStream(Stream stream) {
        adopt(new Subject(machine.descriptors().install(stream), stream, peerOf(stream)));
        if (stream.state == Stream.State.CONNECTED) {
            peerOf(stream).start();
        }
    }

    /** A socket that is not connected yet. */
    Subject unconnected() {
        Stream stream = stream(true, true, true);
        stream.state = Stream.State.UNCONNECTED;
        stream.connector = peerOf(stream)::answer;
        adoptStream(stream);
        return subjects.getLast();
    }

    private void addListener() {
        Listener listener = new Listener(machine.descriptors());
        listener.nonBlocking = chance.oneIn(2);
        install(listener);
        for (int i = chance.below(6); i > 0; i--) {
            machine.agenda().in(chance.delay() * (1 + chance.below(5)), () -> arrive(listener));
        }
    }

    /** A peer connects to the listener. */
    void arrive(Listener listener) {
        Stream stream = stream(true, true, true);
        peerOf(stream).start();
        listener.arrive(stream);
    }

    Peer peerOf(Stream stream) {
        return Objects.requireNonNull(peers.get(stream));
    }

    void adopt(Subject subject) {
        subjects.add(subject);
    }

    /** What a descriptor that a call has just brought means; nobody else may have it. */
    Description opened(int fd) {
        Description description = machine.descriptors().find(fd);
        boolean known = subjects.stream().anyMatch(s -> s.description.equals(description));
        if (description == null || known) {
            throw new AssertionError("descriptor " + fd + " is not the call's own");
        }
        return description;
    }

    /** Ends all trouble: peers feed and drain, connections arrive. */
    void heal() {
        chance.heal();
        peers.values().forEach(Peer::heal);
        for (Subject subject : subjects) {
            if (subject.description instanceof Listener listener) {
                arrive(listener);
            }
        }
    }

    /** Closes what is the program's own; fails if the library closed too little or too much. */
    void requireNoDescriptorLeft() {
        for (Subject subject : subjects) {
            if (subject.closing != subject.description.isEnded()) {
                throw new AssertionError("descriptor " + subject.fd + " is to be closed by its owner alone");
            }
            if (!subject.closing) {
                machine.descriptors().close(subject.fd);
            }
        }
        machine.descriptors().close(root.fd);
        if (!machine.descriptors().open().isEmpty()) {
            throw new AssertionError(machine.descriptors().open() + " were left open");
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
