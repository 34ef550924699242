package io.laio.simulation;

import io.laio.Laio;
import io.laio.Laziness;
import io.laio.linux.SystemCall;

/** Accepting and closing. */
final class OtherActs {
    private OtherActs() {}

    /** A descriptor of a new connection. */
    static final class Accept extends Act {
        Accept(World world, Subject subject) {
            super(world, subject, SystemCall.ACCEPT4);
        }

        @Override
        long start(Laio laio, Laziness laziness) {
            subject.inbound = this;
            return laio.accept(subject.fd, 0, laziness);
        }

        @Override
        void succeeded(long value) {
            subject.inbound = null;
            Stream stream = (Stream) world.opened((int) value);
            world.adopt(new Subject((int) value, stream, world.peerOf(stream)));
        }

        @Override
        void failed() {
            subject.inbound = null;
        }

        @Override
        void forgotten() {
            subject.inboundLost = true;
        }
    }

    /** Ends everything on a descriptor first; then it is gone. */
    static final class Close extends Act {
        private boolean atOnce; // nothing was in flight, though completions may wait to be polled

        Close(World world, Subject subject) {
            super(world, subject, SystemCall.CLOSE);
        }

        @Override
        long start(Laio laio, Laziness laziness) {
            subject.closing = true;
            wish(subject.inbound);
            wish(subject.outbound);
            long result = laio.close(subject.fd);
            atOnce = result == 0;
            return result;
        }

        private static void wish(@org.jspecify.annotations.Nullable Act act) {
            if (act != null) {
                act.wished = true;
            }
        }

        @Override
        void succeeded(long value) {
            require(value == 0, "close answers " + value);
            require(subject.description.isEnded(), "it is not closed");
            boolean alone = world.pending.values().stream().noneMatch(act -> act != this && act.subject == subject);
            require(atOnce || alone, "the close is to complete last");
        }
    }
}
