package io.laio.workload.replay;

import io.laio.linux.Memory;

/**
 * Takes content out of its chunks (RFC 9112, section 7.1), however they are cut into pieces.
 *
 * <pre>
 *   SIZE --CR--> SIZE_LF --+--> DATA --all read--> DATA_CR --> DATA_LF --> SIZE ...
 *    |  ;            ^     |
 *    +----> EXTENSION      +--size 0--> TRAILER_START --CR--> END_LF --> DONE
 *             --CR---^                     |  ^
 *                                 a field: +--+ TRAILER --CR--> TRAILER_LF
 * </pre>
 *
 * <p>Trailer fields are read and forgotten. Mutable, used again for every response of a client; allocates nothing. No I/O.
 */
final class ChunkDecoder {
    private static final long LARGEST_CHUNK = 1L << 50;
    private static final int MAX_EXTRA_BYTES = ResponseHead.MAX_BYTES; // of extensions and trailers together

    private final Exchange exchange;
    private final ReceiveBuffer buffer;
    private State state = State.SIZE;
    private long size;
    private boolean sizeSeen;
    private int extraBytes;

    ChunkDecoder(Exchange exchange, ReceiveBuffer buffer) {
        this.exchange = exchange;
        this.buffer = buffer;
    }

    private enum State {
        SIZE,
        EXTENSION,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILER_START,
        TRAILER,
        TRAILER_LF,
        END_LF,
        DONE,
        MALFORMED
    }

    void begin() {
        state = State.SIZE;
        size = 0;
        sizeSeen = false;
        extraBytes = 0;
    }

    /** Takes what has been received into the buffer; answers with how much of it belongs to the response. */
    long take(long from, long length) {
        long at = from;
        long end = from + length;
        while (at < end && state != State.DONE && state != State.MALFORMED) {
            if (state == State.DATA) {
                long piece = Math.min(size, end - at);
                content(at, piece);
                at += piece;
            } else {
                step(Memory.getByte(buffer.address() + at));
                at++;
            }
        }
        return at - from;
    }

    boolean done() {
        return state == State.DONE;
    }

    boolean malformed() {
        return state == State.MALFORMED;
    }

    private void content(long from, long length) {
        if (exchange.verified()) {
            exchange.content(buffer.memory(from, length), length);
        } else {
            exchange.discarded(length);
        }
        size -= length;
        state = size == 0 ? State.DATA_CR : State.DATA;
    }

    private void step(byte next) {
        switch (state) {
            case SIZE -> size(next);
            case EXTENSION -> state = next == '\r' ? State.SIZE_LF : extra(next, State.EXTENSION);
            case SIZE_LF -> state = next == '\n' ? afterSize() : State.MALFORMED;
            case DATA_CR -> state = next == '\r' ? State.DATA_LF : State.MALFORMED;
            case DATA_LF -> {
                state = next == '\n' ? State.SIZE : State.MALFORMED;
                size = 0;
                sizeSeen = false;
            }
            case TRAILER_START -> state = next == '\r' ? State.END_LF : extra(next, State.TRAILER);
            case TRAILER -> state = next == '\r' ? State.TRAILER_LF : extra(next, State.TRAILER);
            case TRAILER_LF -> state = next == '\n' ? State.TRAILER_START : State.MALFORMED;
            case END_LF -> state = next == '\n' ? State.DONE : State.MALFORMED;
            case DATA, DONE, MALFORMED -> throw new IllegalStateException("no single bytes in " + state);
        }
    }

    private void size(byte next) {
        int digit = Character.digit(next, 16);
        if (digit >= 0 && size < LARGEST_CHUNK) {
            size = 16 * size + digit;
            sizeSeen = true;
        } else if (!sizeSeen) {
            state = State.MALFORMED;
        } else if (next == '\r') {
            state = State.SIZE_LF;
        } else {
            // Blanks before an extension, or before the line's end, are some old servers' habit (ibid., 7.1.1, "BWS").
            state = next == ';' || next == ' ' || next == '\t' ? State.EXTENSION : State.MALFORMED;
        }
    }

    private State afterSize() {
        return size == 0 ? State.TRAILER_START : State.DATA;
    }

    private State extra(byte next, State unlessWrong) {
        return next == '\n' || ++extraBytes > MAX_EXTRA_BYTES ? State.MALFORMED : unlessWrong;
    }
}
