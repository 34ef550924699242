package io.laio.server.amted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.server.amted.Mailbox.State;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/**
 * Model checking: whatever the order in which the loop and the thread take their steps, who puts is told to wake if and only if
 * who takes has said that it parks, and a request is taken once. Lincheck lets a parked thread go on whenever it likes, so the
 * parking itself is left to real threads.
 */
class MailboxTest {
    private static final ModelCheckingOptions OPTIONS = new ModelCheckingOptions()
            .iterations(15)
            .invocationsPerIteration(1_000)
            .threads(2)
            .actorsPerThread(4)
            .actorsBefore(1)
            .actorsAfter(1)
            .sequentialSpecification(OneThreaded.class);

    /** What a mailbox is to be like. */
    public static class OneThreaded {
        private State state = State.EMPTY;

        public boolean put() {
            return change(State.FULL);
        }

        public boolean close() {
            return change(State.CLOSED);
        }

        private boolean change(State next) {
            boolean parked = state == State.PARKED;
            state = next;
            return parked;
        }

        public boolean goesToPark() {
            return exchange(State.EMPTY, State.PARKED);
        }

        public boolean takeNow() {
            return exchange(State.FULL, State.EMPTY);
        }

        private boolean exchange(State from, State to) {
            boolean is = state == from;
            state = is ? to : state;
            return is;
        }
    }

    /** The mailbox: the loop puts and closes, one thread takes. */
    public static class Concurrent {
        private final Mailbox mailbox = new Mailbox();

        @Operation(nonParallelGroup = "loop")
        public boolean put() {
            return mailbox.change(State.FULL);
        }

        @Operation(nonParallelGroup = "loop", runOnce = true)
        public boolean close() {
            return mailbox.change(State.CLOSED);
        }

        @Operation(nonParallelGroup = "taker")
        public boolean goesToPark() {
            return mailbox.goesToPark();
        }

        @Operation(nonParallelGroup = "taker")
        public boolean takeNow() {
            return mailbox.takeNow();
        }
    }

    /** Looks, and then says that it parks: a request that comes in between wakes nobody. */
    public static class Inattentive {
        private volatile State state = State.EMPTY;

        @Operation(nonParallelGroup = "loop")
        public boolean put() {
            return change(State.FULL);
        }

        @Operation(nonParallelGroup = "loop", runOnce = true)
        public boolean close() {
            return change(State.CLOSED);
        }

        private boolean change(State next) {
            boolean parked = state == State.PARKED;
            state = next;
            return parked;
        }

        @Operation(nonParallelGroup = "taker")
        public boolean goesToPark() {
            return exchange(State.EMPTY, State.PARKED);
        }

        @Operation(nonParallelGroup = "taker")
        public boolean takeNow() {
            return exchange(State.FULL, State.EMPTY);
        }

        private boolean exchange(State from, State to) {
            if (state != from) {
                return false;
            }
            state = to;
            return true;
        }
    }

    @Test
    void whoParksIsWokenAndNobodyElse() {
        OPTIONS.check(Concurrent.class);
    }

    @Test
    void aLostWakeUpIsFound() {
        assertThrows(LincheckAssertionError.class, () -> OPTIONS.check(Inattentive.class));
    }

    @Test
    void twoThreadsAskEachOtherAndNeitherSleepsForEver() throws InterruptedException {
        Mailbox requests = new Mailbox();
        Mailbox replies = new Mailbox();
        int[] value = {0};
        Thread server = new Thread(() -> {
            while (requests.take()) {
                value[0] *= 2;
                replies.put();
            }
        });
        server.start();
        for (int i = 0; i < 20_000; i++) {
            value[0] = i;
            requests.put();
            assertTrue(replies.take());
            assertEquals(2 * i, value[0]);
        }
        requests.close();
        server.join();
    }

    @Test
    void aRequestThatIsNotTakenBeforeTheEndIsDropped() {
        Mailbox mailbox = new Mailbox();
        mailbox.put();
        mailbox.close();
        assertFalse(mailbox.take());
    }
}
