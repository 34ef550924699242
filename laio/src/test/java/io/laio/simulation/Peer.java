package io.laio.simulation;

import io.laio.linux.Errno;

/**
 * The other side of a pipe or a connection: feeds and drains it in its own time, finishes or resets it, and checks that what
 * the program sent comes whole and in order.
 */
final class Peer {
    private static final int MAX_PIECE = 6000;
    private static final long HEALED_NANOS = 20_000;

    private final Machine machine;
    private final Stream stream;
    private final int pattern;
    private int turns;
    private boolean healing;

    Peer(Machine machine, Stream stream, int pattern) {
        this.machine = machine;
        this.stream = stream;
        this.pattern = pattern;
        this.turns = machine.chance().below(40);
    }

    /** The pattern of what the program receives. */
    int inbound() {
        return 2 * pattern;
    }

    /** The pattern of what the program sends. */
    int outbound() {
        return 2 * pattern + 1;
    }

    void start() {
        machine.agenda().in(healing ? HEALED_NANOS : machine.chance().delay(), this::turn);
    }

    /** Answers a connect. */
    void answer(Stream connecting) {
        machine.agenda().in(machine.chance().delay(), () -> {
            if (machine.chance().oneIn(4)) {
                connecting.refusal = machine.chance().oneIn(2) ? Errno.ECONNREFUSED : Errno.ETIMEDOUT;
            } else {
                connecting.state = Stream.State.CONNECTED;
                start();
            }
            connecting.changed();
        });
    }

    private void turn() {
        if (!stream.isEnded() && stream.state == Stream.State.CONNECTED) {
            act();
            stream.changed();
            if (healing || turns-- > 0) {
                start();
            }
        }
    }

    private void act() {
        Chance chance = machine.chance();
        int what = healing ? chance.below(6) : chance.below(100);
        if (what < 3 || (what < 45 && !healing)) {
            feed();
        } else if (healing || what < 93) {
            drain();
        } else if (what < 96) {
            stream.finished = true;
        } else if (what < 98) {
            stream.unread = true;
        } else if (stream.socket) {
            stream.state = Stream.State.RESET;
        }
    }

    private void feed() {
        Bytes in = stream.in;
        if (in != null && !stream.finished && in.room() > 0) {
            int length = machine.chance().some(Math.min(in.room(), MAX_PIECE));
            in.put(Pattern.bytes(inbound(), in.put(), length));
        }
    }

    private void drain() {
        Bytes out = stream.out;
        if (out != null && !stream.unread && out.size() > 0) {
            long position = out.taken();
            byte[] bytes = out.take(healing ? out.size() : machine.chance().some(MAX_PIECE));
            Pattern.require(outbound(), position, bytes);
        }
    }

    /** From now on the peer behaves: it feeds and drains for ever, and not byte by byte. */
    void heal() {
        if (!healing) {
            healing = true;
            Bytes out = stream.out;
            if (out != null) {
                out.widen(MAX_PIECE);
            }
            start();
        }
    }
}
