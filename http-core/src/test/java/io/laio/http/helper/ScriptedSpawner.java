package io.laio.http.helper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts helpers that do what a test says when it says so, and watches that they are used as they may be. */
final class ScriptedSpawner implements HelperSpawner {
    final FakeFiles files;
    final List<Scripted> helpers = new ArrayList<>();
    boolean closed;

    ScriptedSpawner(FakeFiles files) {
        this.files = files;
    }

    @Override
    public void spawn(HelperKind kind, HelperListener listener) {
        if (closed) {
            throw new AssertionError("a start after the end");
        }
        helpers.add(new Scripted(kind, listener, helpers.size()));
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Those of one kind, in the order of their starts, gone ones included. */
    List<Scripted> of(HelperKind kind) {
        return helpers.stream().filter(helper -> helper.kind == kind).toList();
    }

    /** Starts all that wait for it. */
    void startAll() {
        for (int i = 0; i < helpers.size(); i++) {
            if (helpers.get(i).state == State.STARTING) {
                helpers.get(i).start();
            }
        }
    }

    enum State {
        STARTING,
        IDLE,
        BUSY,
        STUCK,
        GONE
    }

    final class Scripted implements Helper {
        final HelperKind kind;
        private final HelperListener listener;
        private final int number;
        State state = State.STARTING;
        String asked = "";
        private int fd;
        private long offset;
        private int length;
        private @Nullable String path;

        Scripted(HelperKind kind, HelperListener listener, int number) {
            this.kind = kind;
            this.listener = listener;
            this.number = number;
        }

        void start() {
            enter(State.STARTING, State.IDLE);
            listener.started(this);
        }

        /** Carries out its request and says so. */
        void finish() {
            String name = path;
            finish(name == null ? files.readByHelper(fd, offset, length) : files.convertByHelper(name));
        }

        void finish(int result) {
            enter(State.BUSY, State.IDLE);
            listener.done(result);
        }

        void die() {
            state = State.GONE;
            listener.lost("it was killed");
        }

        /** It comes back, or its process has ended. */
        void end() {
            enter(State.STUCK, State.GONE);
            listener.ended();
        }

        private void enter(State from, State to) {
            if (state != from || closed) {
                throw new AssertionError("helper " + number + " is " + state + ", not " + from);
            }
            state = to;
        }

        @Override
        public void read(int newFd, long newOffset, int newLength) {
            enter(State.IDLE, State.BUSY);
            fd = newFd;
            offset = newOffset;
            length = newLength;
            path = null;
            asked = "read " + newFd + " " + newOffset + " " + newLength;
        }

        @Override
        public void convert(int directory, long address, int pathLength, long how) {
            enter(State.IDLE, State.BUSY);
            String name = FakeFiles.text(address);
            if (name.length() != pathLength) {
                throw new AssertionError("the path " + name + " is not " + pathLength + " bytes long");
            }
            path = name;
            asked = "convert " + name;
        }

        @Override
        public void retire() {
            enter(State.IDLE, State.GONE);
        }

        @Override
        public void giveUp() {
            enter(State.BUSY, State.STUCK);
        }

        @Override
        public long processId() {
            return 100L + number;
        }
    }
}
