package io.laio.server.amted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Model checking: whatever the order in which threads take their steps, the queue is as one without threads. */
class MessageQueueTest {
    private static final ModelCheckingOptions OPTIONS = new ModelCheckingOptions()
            .iterations(10)
            .invocationsPerIteration(1_000)
            .threads(3)
            .actorsPerThread(3)
            .actorsBefore(1)
            .actorsAfter(1)
            .sequentialSpecification(OneThreaded.class);

    /** What the queue is to be like. */
    public static class OneThreaded {
        private final List<Integer> messages = new ArrayList<>();

        public boolean add(int number) {
            messages.add(number);
            return messages.size() == 1;
        }

        public List<Integer> takeAll() {
            List<Integer> all = List.copyOf(messages);
            messages.clear();
            return all;
        }
    }

    /** The queue, which any number of threads add to and one takes from. */
    @Param(name = "number", gen = IntGen.class)
    public static class Concurrent {
        private final MessageQueue queue = new MessageQueue();

        @Operation
        public boolean add(int number) {
            return queue.add(new Numbered(number));
        }

        @Operation(nonParallelGroup = "receiver")
        public List<Integer> takeAll() {
            return numbers(queue.takeAll());
        }
    }

    /** A queue that looks before it pushes, in two steps: two senders may both find it empty, or lose a message. */
    @Param(name = "number", gen = IntGen.class)
    public static class Racy {
        private volatile @Nullable Message newest;

        @Operation
        public boolean add(int number) {
            Message message = new Numbered(number);
            message.next = newest;
            newest = message;
            return message.next == null;
        }

        @Operation(nonParallelGroup = "receiver")
        public List<Integer> takeAll() {
            List<Integer> reversed = numbers(newest).reversed();
            newest = null;
            return reversed;
        }
    }

    private static List<Integer> numbers(@Nullable Message oldest) {
        List<Integer> numbers = new ArrayList<>();
        for (Message message = oldest; message != null; message = message.next) {
            numbers.add(((Numbered) message).number);
        }
        return numbers;
    }

    private static final class Numbered extends Message {
        private final int number;

        Numbered(int number) {
            this.number = number;
        }

        @Override
        void delivered() {
            throw new AssertionError("nobody delivers it");
        }
    }

    @Test
    void theQueueIsLinearizable() {
        OPTIONS.check(Concurrent.class);
    }

    @Test
    void aQueueThatIsNotIsFound() {
        assertThrows(LincheckAssertionError.class, () -> OPTIONS.check(Racy.class));
    }

    @Test
    void messagesComeInTheirOrderAndCanBeSentAgain() {
        MessageQueue queue = new MessageQueue();
        Numbered again = new Numbered(1);
        for (int round = 0; round < 3; round++) {
            assertEquals(true, queue.add(again));
            assertEquals(false, queue.add(new Numbered(2)));
            assertEquals(false, queue.add(new Numbered(3)));
            assertEquals(List.of(1, 2, 3), numbers(queue.takeAll()));
            assertEquals(List.of(), numbers(queue.takeAll()));
        }
    }
}
