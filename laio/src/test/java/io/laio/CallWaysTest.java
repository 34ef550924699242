package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.SystemCall;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every system call has one way, with a reason. */
class CallWaysTest {
    private static final Set<Way> BACKGROUND_BY_RING = EnumSet.of(Way.LAZY, Way.RING);

    @ParameterizedTest
    @EnumSource
    void everyCallHasAWayAndAReason(SystemCall call) {
        assertFalse(CallWays.why(call).isBlank());
        if (CallWays.way(call) == Way.RING) {
            assertFalse(CallWays.ringSince(call).isEmpty(), "no operation of io_uring");
        }
        if (!CallWays.ringSince(call).isEmpty()) {
            assertTrue(BACKGROUND_BY_RING.contains(CallWays.way(call)), "io_uring carries what never goes there");
        }
    }

    @Test
    void aCallWithTwoWaysIsRejected() {
        WayTable table = new WayTable();
        table.put(Way.INLINE, "it cannot wait", SystemCall.GETPID, SystemCall.GETTID);
        Exception refused =
                assertThrows(IllegalStateException.class, () -> table.put(Way.WORKER, "or can it", SystemCall.GETTID));
        assertTrue(refused.toString().contains("GETTID has two ways"), refused.toString());
        assertEquals(Way.INLINE, table.of(SystemCall.GETTID).way());
    }

    @Test
    void aCallWithoutAWayIsNoticed() {
        WayTable table = new WayTable();
        assertThrows(IllegalStateException.class, () -> table.of(SystemCall.GETPID));
    }

    @Test
    void threadsAndTheProcessAreOutOfReach() {
        for (SystemCall call : Set.of(
                SystemCall.SETUID,
                SystemCall.RT_SIGPROCMASK,
                SystemCall.FORK,
                SystemCall.CLONE3,
                SystemCall.EXECVE,
                SystemCall.EXIT,
                SystemCall.EXIT_GROUP,
                SystemCall.UNSHARE,
                SystemCall.CHDIR,
                SystemCall.CLOSE_RANGE,
                SystemCall.IO_URING_ENTER)) {
            assertEquals(Way.REFUSED, CallWays.way(call), call.title());
        }
    }
}
