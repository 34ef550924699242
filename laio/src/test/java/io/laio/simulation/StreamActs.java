package io.laio.simulation;

import io.laio.Laio;
import io.laio.Laziness;
import io.laio.linux.Errno;
import io.laio.linux.Memory;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.util.Objects;

/** Calls on pipes and connections. */
final class StreamActs {
    private StreamActs() {}

    abstract static class StreamAct extends Act {
        final Stream stream;
        final Peer peer;

        StreamAct(World world, Subject subject, SystemCall call) {
            super(world, subject, call);
            stream = (Stream) subject.description;
            peer = Objects.requireNonNull(subject.peer);
        }

        @Override
        boolean explains(int errno) {
            return switch (errno) {
                case Errno.ECONNRESET -> stream.state == Stream.State.RESET;
                case Errno.EPIPE -> stream.unread;
                default -> false;
            };
        }
    }

    /** Any data, whole and in order; an error takes none away. */
    static final class Receive extends StreamAct {
        private final Bytes in;
        private long address;
        private int length;

        Receive(World world, Subject subject) {
            super(world, subject, ((Stream) subject.description).socket ? SystemCall.RECVFROM : SystemCall.READ);
            in = Objects.requireNonNull(stream.in);
        }

        @Override
        long start(Laio laio, Laziness laziness) {
            subject.inbound = this;
            address = buffer();
            length = world.chance.some(Arena.BUFFER_BYTES);
            int flags = world.chance.oneIn(8) ? Sockets.MSG_WAITALL : 0;
            return stream.socket
                    ? laio.recv(subject.fd, address, length, flags, laziness)
                    : laio.read(subject.fd, address, length, -1, laziness);
        }

        @Override
        void succeeded(long value) {
            subject.inbound = null;
            require(value >= 0 && value <= length, value + " bytes of " + length);
            require(value > 0 || stream.finished, "the end before the end");
            Pattern.require(peer.inbound(), subject.received, bytes(address, value));
            subject.received += value;
            require(in.taken() == subject.received, "bytes were lost");
        }

        @Override
        void failed() {
            subject.inbound = null;
            require(in.taken() == subject.received, "an error took bytes away");
        }

        @Override
        void forgotten() {
            subject.inboundLost = true;
        }
    }

    /** Everything, or an error; one piece or two. */
    static final class Send extends StreamAct {
        private final Bytes out;
        private int total;

        Send(World world, Subject subject) {
            super(world, subject, ((Stream) subject.description).socket ? SystemCall.SENDTO : SystemCall.WRITE);
            out = Objects.requireNonNull(stream.out);
        }

        private int fill(long address, int from) {
            int length = world.chance.some(Arena.BUFFER_BYTES);
            Memory.copy(Pattern.bytes(peer.outbound(), subject.sent + from, length), 0, address, length);
            return length;
        }

        @Override
        long start(Laio laio, Laziness laziness) {
            subject.outbound = this;
            long first = buffer();
            int firstLength = fill(first, 0);
            total = firstLength;
            if (!stream.socket) {
                return laio.write(subject.fd, first, firstLength, -1, laziness);
            }
            if (world.chance.oneIn(2)) {
                return laio.send(subject.fd, first, firstLength, 0, 0, 0, laziness);
            }
            long second = buffer();
            int secondLength = fill(second, firstLength);
            total += secondLength;
            return laio.send(subject.fd, first, firstLength, second, secondLength, 0, laziness);
        }

        @Override
        void succeeded(long value) {
            subject.outbound = null;
            require(value == total, value + " of " + total + " were reported as sent");
            subject.sent += total;
            require(out.put() == subject.sent, "not everything was sent, or more");
        }

        @Override
        void failed() {
            subject.outbound = null;
            require(out.put() <= subject.sent + total, "more was sent than there was");
            subject.outboundLost = out.put() != subject.sent;
        }

        @Override
        void forgotten() {
            subject.outboundLost = true;
        }
    }

    /** Connected, or refused. */
    static final class Connect extends StreamAct {
        Connect(World world, Subject subject) {
            super(world, subject, SystemCall.CONNECT);
        }

        @Override
        long start(Laio laio, Laziness laziness) {
            subject.outbound = this;
            return laio.connect(subject.fd, buffer(), 16);
        }

        @Override
        void succeeded(long value) {
            subject.outbound = null;
            require(
                    value == 0 && stream.state != Stream.State.CONNECTING,
                    "not connected: " + value + " " + stream.state);
        }

        @Override
        boolean explains(int errno) {
            return errno == Errno.ECONNREFUSED || errno == Errno.ETIMEDOUT;
        }

        @Override
        void failed() {
            subject.outboundLost = true;
            subject.inboundLost = true;
        }

        @Override
        void forgotten() {
            failed();
        }
    }
}
