package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.SystemCall;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls by number, through the library and plainly, in every setting; afterwards the counters must agree. */
@ParameterizedClass
@EnumSource
abstract class RawCallFixture {
    @Parameter
    @SuppressWarnings("NullAway.Init")
    CallSetting setting;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    TestLoop loop;

    @SuppressWarnings("NullAway.Init")
    Laio laio;

    @SuppressWarnings("NullAway.Init")
    Linux linux;

    @BeforeEach
    void open() throws EngineUnavailableException {
        loop = new TestLoop(setting.options());
        laio = loop.laio;
        linux = loop.linux;
    }

    @AfterEach
    void close() {
        loop.awaitSilently();
        assertCountersAgree(laio);
        loop.close();
    }

    static void assertCountersAgree(Laio laio) {
        LaioCounters counters = laio.counters();
        long ended = 0;
        long issued = 0;
        for (SystemCall call : SystemCall.values()) {
            issued += counters.get(LaioCounter.ISSUED, call);
            ended += counters.get(LaioCounter.AT_ONCE, call) + counters.get(LaioCounter.BLOCKED, call);
            ended += counters.get(LaioCounter.REFUSED, call);
        }
        assertEquals(issued, ended + laio.inFlight());
        assertEquals(0, counters.staleCompletions());
    }

    /**
     * Makes a call through the library, to its end: its value or the negated error number. Nothing else may complete
     * meanwhile.
     */
    long make(SystemCall call, long... arguments) {
        return end(issue(call, arguments));
    }

    /** Makes a call, which must go on in the background: its handle. */
    long start(SystemCall call, long... arguments) {
        long value = issue(call, arguments);
        assertEquals(-Errno.EINPROGRESS, value, () -> call + " did not block: " + value);
        return laio.handle();
    }

    /** Makes a call: its value, or the negated error number, EINPROGRESS if it goes on. */
    long issue(SystemCall call, long... arguments) {
        long[] all = Arrays.copyOf(arguments, 6);
        long value = laio.syscall(call.number(), all[0], all[1], all[2], all[3], all[4], all[5]);
        return laio.errno() != 0 && value == -1 ? -laio.errno() : value;
    }

    private long end(long issued) {
        return issued == -Errno.EINPROGRESS && laio.handle() != 0 ? loop.await(laio.handle()) : issued;
    }

    /** The same without the library. */
    long plain(SystemCall call, long... arguments) {
        long[] all = Arrays.copyOf(arguments, 6);
        return linux.syscall(call.number(), all[0], all[1], all[2], all[3], all[4], all[5]);
    }

    /** A call without effect answers the same through the library. */
    long assertSame(SystemCall call, long... arguments) {
        long expected = plain(call, arguments);
        assertEquals(expected, make(call, arguments), () -> call + Arrays.toString(arguments));
        return expected;
    }

    /** Puts a C string somewhere into the buffer. */
    long text(int at, String text) {
        Memory.putString(loop.at(at), 512, text);
        return loop.at(at);
    }

    /** The name of a file in the test's directory. */
    String name(String file) {
        return directory.resolve(file).toString();
    }

    /** Bytes of the buffer, as text. */
    String textAt(int at, int length) {
        byte[] bytes = new byte[length];
        Memory.copy(loop.at(at), bytes, 0, length);
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** Closes what a call has just opened. */
    void closeOpened(long fd) {
        Loopback.check(fd);
        assertEquals(0, linux.close((int) fd));
    }
}
