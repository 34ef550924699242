package io.laio.lab.pipe;

import io.laio.Completions;
import io.laio.Engine;
import io.laio.EngineUnavailableException;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.Laziness;
import io.laio.linux.Errno;

/** Reads through LAIO. */
final class LaioReader implements PipeReader {
    private final Pipe pipe = Pipe.open(0);
    private final int fd = pipe.readEnd();
    private final Completions completions = new Completions(1);
    private final Laio laio;

    LaioReader(Engine engine, Laziness laziness) throws EngineUnavailableException {
        try {
            laio = Laio.open(LaioOptions.DEFAULTS.withEngine(engine).withLaziness(laziness));
        } catch (EngineUnavailableException e) {
            pipe.close();
            throw e;
        }
    }

    @Override
    public Pipe pipe() {
        return pipe;
    }

    @Override
    public long readFull(int calls, int bytes) {
        long target = pipe.target();
        long sum = 0;
        for (int i = 0; i < calls; i++) {
            long got = laio.read(fd, target, bytes, -1);
            sum += got >= 0 ? got : completed();
        }
        return sum;
    }

    /** The poll without a time limit hands the read to the kernel before there is anything to read. */
    @Override
    public long readEmpty(int calls, int bytes) {
        long target = pipe.target();
        long sum = 0;
        for (int i = 0; i < calls; i++) {
            long got = laio.read(fd, target, bytes, -1);
            if (got >= 0 || laio.poll(completions, 0) != 0) {
                throw new IllegalStateException("a read of an empty pipe was answered");
            }
            pipe.write(bytes);
            sum += completed();
        }
        return sum;
    }

    private long completed() {
        if (laio.errno() != Errno.EINPROGRESS) {
            throw new IllegalStateException("read: " + Errno.describe(laio.errno()));
        }
        int count = 0;
        while (count == 0) {
            count = laio.poll(completions, -1);
        }
        return Pipe.check("read", completions.errno(0) != 0 ? -completions.errno(0) : completions.value(0));
    }

    @Override
    public void close() {
        laio.close();
        pipe.close();
    }
}
