package io.laio.soak;

import io.laio.Laziness;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;

/** Bytes through a pipe. */
final class PipeTask extends TransferTask {
    PipeTask(World world, long number) {
        super(world, number, 0, Integer.MAX_VALUE);
    }

    @Override
    void start() {
        int flags = OpenHow.O_CLOEXEC | (random().nextBoolean() ? OpenHow.O_NONBLOCK : 0);
        require(world.linux().pipe(area.small(), flags) == 0, "pipe");
        int to = own(Memory.getInt(area.small()));
        int from = own(Memory.getInt(area.small() + Integer.BYTES));
        transfer(from, to);
    }

    @Override
    protected long send(int from, int position, int length) {
        Content.fill(area.data(), length, stream, position);
        return laio().write(from, area.data(), length, -1, anyLaziness());
    }

    @Override
    protected long receive(int to, long address, int length, Laziness laziness) {
        return laio().read(to, address, length, -1, laziness);
    }
}
