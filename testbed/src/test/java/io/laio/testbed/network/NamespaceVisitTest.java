package io.laio.testbed.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Moves are only pretended here, with this process's own namespace as the other one. */
class NamespaceVisitTest {
    private final Set<Long> open = new HashSet<>();
    private final List<String> events = new ArrayList<>();
    private final NamespaceVisit visit = new NamespaceVisit(Path.of("/proc/self/ns/net"));

    /** A kernel in which the n-th move, from 1, is refused; 0 for none. */
    private Linux refusing(int move) {
        Linux linux = Linux.open();
        return (number, a, b, c, d, e, f) -> {
            if (number == SystemCall.SETNS.number()) {
                assertTrue(open.contains(a));
                events.add("move");
                return events.stream().filter("move"::equals).count() == move ? -Errno.EPERM : 0;
            }
            long result = linux.syscall(number, a, b, c, d, e, f);
            if (number == SystemCall.OPENAT2.number() && result >= 0) {
                open.add(result);
            } else if (number == SystemCall.CLOSE.number()) {
                open.remove(a);
            }
            return result;
        };
    }

    private String act() {
        events.add("act");
        return "done";
    }

    @Test
    void theThreadGoesThereAndBack() throws IOException {
        assertEquals("done", visit.during(refusing(0), this::act));
        assertEquals(List.of("move", "act", "move"), events);
        assertEquals(Set.of(), open);
    }

    @Test
    void itComesBackAlsoFromAFailure() {
        IOException failure = new IOException("broken");
        IOException thrown = assertThrows(
                IOException.class,
                () -> visit.during(refusing(0), () -> {
                    throw failure;
                }));
        assertEquals(failure, thrown);
        assertEquals(List.of("move", "move"), events);
        assertEquals(Set.of(), open);
    }

    @Test
    void whoMayNotGoThereDoesNothingElsewhere() {
        IOException refused = assertThrows(IOException.class, () -> visit.during(refusing(1), this::act));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("/proc/self/ns/net cannot be entered: EPERM"),
                refused::toString);
        assertEquals(List.of("move"), events);
        assertEquals(Set.of(), open);
    }

    @Test
    void whoCannotComeBackIsTold() {
        assertThrows(IOException.class, () -> visit.during(refusing(2), this::act));
        assertEquals(List.of("move", "act", "move"), events);
        assertEquals(Set.of(), open);
    }

    @Test
    void aNamespaceThatIsNotThereIsNamed() {
        NamespaceVisit nowhere = new NamespaceVisit(Path.of("/proc/self/ns/absent"));
        IOException refused = assertThrows(IOException.class, () -> nowhere.during(refusing(0), this::act));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("ns/absent cannot be entered: ENOENT"),
                refused::toString);
        assertEquals(Set.of(), open);
    }

    @Test
    void aVirtualThreadIsRefused() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<IllegalStateException> refusal = executor.submit(
                    () -> assertThrows(IllegalStateException.class, () -> visit.during(refusing(0), this::act)));
            assertTrue(String.valueOf(refusal.get().getMessage()).contains("virtual"));
        }
        assertEquals(List.of(), events);
    }
}
