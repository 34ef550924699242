package io.laio.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.linux.Architecture;
import io.laio.linux.CProgram;
import io.laio.linux.Errno;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layouts and constants of POSIX AIO against the C library's own header. */
class AioHeaderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private static Map<String, Integer> own() {
        Map<String, Integer> own = new LinkedHashMap<>();
        own.put("sizeof(struct aiocb)", ControlBlock.BYTES);
        own.put("offsetof(struct aiocb, aio_fildes)", ControlBlock.FILDES);
        own.put("offsetof(struct aiocb, aio_buf)", ControlBlock.BUF);
        own.put("offsetof(struct aiocb, aio_nbytes)", ControlBlock.NBYTES);
        own.put("offsetof(struct aiocb, aio_sigevent.sigev_notify)", ControlBlock.SIGEV_NOTIFY);
        own.put("offsetof(struct aiocb, aio_offset)", ControlBlock.OFFSET);
        own.put("sizeof(struct aioinit)", AioThreads.BYTES);
        own.put("offsetof(struct aioinit, aio_threads)", AioThreads.THREADS);
        own.put("offsetof(struct aioinit, aio_num)", AioThreads.NUM);
        own.put("sizeof(struct timespec)", 16);
        own.put("SIGEV_NONE", ControlBlock.SIGEV_NONE);
        own.put("AIO_CANCELED", PosixAio.AIO_CANCELED);
        own.put("AIO_NOTCANCELED", PosixAio.AIO_NOTCANCELED);
        own.put("AIO_ALLDONE", PosixAio.AIO_ALLDONE);
        own.put("ECANCELED", Errno.ECANCELED);
        return own;
    }

    /** The layout is the same on both architectures, so this machine's own numbers are compared with either header. */
    @ParameterizedTest
    @EnumSource
    void layoutsAreThoseOfTheHeader(Architecture architecture) throws IOException, InterruptedException {
        CProgram program = new CProgram(architecture, "aio.h", "signal.h", "time.h", "errno.h");
        own().keySet().forEach(expression -> program.ask(expression, expression));
        Map<String, Long> real = program.values(directory);
        own().forEach((expression, value) -> assertEquals((long) value, real.get(expression), expression));
    }
}
