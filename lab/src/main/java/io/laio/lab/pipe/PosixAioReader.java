package io.laio.lab.pipe;

import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.posix.ControlBlock;
import io.laio.posix.PosixAio;

/** Reads through POSIX AIO of the C library. */
final class PosixAioReader implements PipeReader {
    private static final int LIST_BYTES = 64;

    private final PosixAio aio = PosixAio.open();
    private final Pipe pipe = Pipe.open(0);
    private final NativeBuffer memory = new NativeBuffer(LIST_BYTES + ControlBlock.BYTES);
    private final long list = memory.address();
    private final long block = memory.address() + LIST_BYTES;

    PosixAioReader() {
        Memory.putLong(list, block);
    }

    @Override
    public Pipe pipe() {
        return pipe;
    }

    @Override
    public long readFull(int calls, int bytes) {
        long sum = 0;
        for (int i = 0; i < calls; i++) {
            submit(bytes);
            sum += completed();
        }
        return sum;
    }

    @Override
    public long readEmpty(int calls, int bytes) {
        long sum = 0;
        for (int i = 0; i < calls; i++) {
            submit(bytes);
            pipe.write(bytes);
            sum += completed();
        }
        return sum;
    }

    private void submit(int bytes) {
        ControlBlock.put(block, pipe.readEnd(), pipe.target(), bytes, 0);
        Pipe.check("aio_read", aio.read(block));
    }

    private long completed() {
        Pipe.check("aio_suspend", aio.suspend(list, 1, -1));
        return Pipe.check("aio_return", aio.result(block));
    }

    @Override
    public void close() {
        pipe.close();
        memory.close();
    }
}
