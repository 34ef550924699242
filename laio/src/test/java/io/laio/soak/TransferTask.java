package io.laio.soak;

import io.laio.Laziness;
import io.laio.linux.Errno;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.util.List;

/** A stream from one descriptor to another: the writer may be faster than the reader, and either may vanish. */
abstract class TransferTask extends Task {
    private static final List<Integer> GONE = List.of(Errno.EPIPE, Errno.ECONNRESET);
    private static final int MAX_BYTES = 400_000;
    private static final int SLOW_BYTES = 5_000;
    private static final long MAX_PAUSE_NANOS = 3_000_000;

    protected final long stream;
    protected final long first; // position of the first byte in the stream
    protected final int total;
    private final Area reading;
    private final boolean slow;
    private final int vanishesAt;
    private int written;
    private int got;
    private boolean vanished;

    protected TransferTask(World world, long stream, long first, int most) {
        super(world);
        this.reading = takeArea();
        this.stream = stream;
        this.first = first;
        this.slow = random().nextInt(5) == 0;
        this.total = 1 + random().nextInt(Math.min(most, slow ? SLOW_BYTES : MAX_BYTES));
        this.vanishesAt = random().nextInt(6) == 0 ? random().nextInt(total) : Integer.MAX_VALUE;
    }

    /** Both ends are there. */
    protected final void transfer(int from, int to) {
        write(from);
        read(to);
    }

    /** Sends a part, which begins at a position of the transfer, and leaves the call's result. */
    protected abstract long send(int from, int position, int length);

    /** Receives what there is. */
    protected abstract long receive(int to, long address, int length, Laziness laziness);

    private void write(int from) {
        int length = Math.min(total - written, 1 + random().nextInt(Area.DATA_BYTES));
        if (length == 0) {
            if (vanished) {
                end();
            }
            return;
        }
        then("send", send(from, written, length), GONE, sent -> {
            if (sent < 0) {
                require(vanished, "the peer is there, and yet " + Errno.describe((int) -sent));
                end();
                return;
            }
            require(sent == length, "sent " + sent + " of " + length);
            written += length;
            write(from);
        });
    }

    private void read(int to) {
        int most = slow ? 1 + random().nextInt(500) : 1 + random().nextInt(Area.DATA_BYTES);
        then("receive", receive(to, reading.data(), most, anyLaziness()), value -> {
            require(value > 0 && value <= most, "received " + value + " of " + most);
            requireContent(reading.data(), value, stream, first + got);
            got += (int) value;
            if (got >= total) {
                require(got == total, "received more than was sent");
                end();
            } else if (got >= vanishesAt) {
                vanish(to);
            } else if (slow) {
                pause(to);
            } else {
                read(to);
            }
        });
    }

    private void pause(int to) {
        long time = reading.time(random().nextLong(MAX_PAUSE_NANOS));
        then("nanosleep", laio().syscall(SystemCall.CLOCK_NANOSLEEP.number(), 1, 0, time, 0), zero -> read(to));
    }

    /** The reader goes; a TCP peer without a farewell. */
    private void vanish(int to) {
        vanished = true;
        Memory.putInt(reading.small(), 1);
        Memory.putInt(reading.small() + Integer.BYTES, 0);
        world.linux().setsockopt(to, Sockets.SOL_SOCKET, Sockets.SO_LINGER, reading.small(), 2 * Integer.BYTES);
        close(to);
        if (written == total) {
            end();
        }
    }

    protected final long open(String path) {
        return laio().open(OpenHow.AT_FDCWD, area.name(0, path), area.how(OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0));
    }
}
