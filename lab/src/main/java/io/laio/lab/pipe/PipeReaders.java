package io.laio.lab.pipe;

import io.laio.Engine;
import io.laio.EngineUnavailableException;
import io.laio.Laziness;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The contenders, each open with its pipe. Confined to the thread that opened them. */
final class PipeReaders implements AutoCloseable {
    private final Map<Contender, PipeReader> readers = new EnumMap<>(Contender.class);

    /**
     * Opens all.
     *
     * @throws EngineUnavailableException if io_uring cannot be had
     */
    static PipeReaders open() throws EngineUnavailableException {
        PipeReaders all = new PipeReaders();
        try {
            for (Contender contender : Contender.values()) {
                all.readers.put(contender, open(contender));
            }
        } catch (EngineUnavailableException | RuntimeException e) {
            all.close();
            throw e;
        }
        return all;
    }

    private static PipeReader open(Contender contender) throws EngineUnavailableException {
        return switch (contender) {
            case PLAIN -> new PlainReader();
            case LAIO -> new LaioReader(Engine.RING, Laziness.DIRECT);
            case LAIO_RING_ONLY -> new LaioReader(Engine.RING, Laziness.RING);
            case LAIO_WORKERS -> new LaioReader(Engine.WORKERS, Laziness.DIRECT);
            case EAGER -> new LaioReader(Engine.RING, Laziness.OFF);
            case POSIX_AIO -> new PosixAioReader();
        };
    }

    PipeReader of(Contender contender) {
        return Optional.ofNullable(readers.get(contender)).orElseThrow();
    }

    @Override
    public void close() {
        readers.values().forEach(PipeReader::close);
        readers.clear();
    }
}
