package io.laio.testbed.disk.model.harddisk;

import io.laio.testbed.disk.model.DeviceRequest;
import io.laio.testbed.disk.model.DeviceRequest.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait, and whose turn it is. Two rules stand above the order:
 *
 * <ul>
 *   <li>A flush is served after everything that arrived before it and before everything that arrived after (FreeBSD's
 *       BIO_ORDERED).
 *   <li>Nobody is overtaken by more than so many requests that arrived later. Only the oldest has to be looked at, since who is
 *       older has been overtaken more often; and all that arrived before the oldest have been served, so it has been overtaken
 *       by the others that were.
 * </ul>
 */
final class WaitingLine {
    private final ServiceOrder order;
    private final int overtakenAtMost;

    /** Each ends with a flush, but for the last. */
    private final Deque<Stage> stages = new ArrayDeque<>();

    private final Deque<Waiting> byAge = new ArrayDeque<>();
    private long arrived;
    private long served;
    private long sweptToBytes;

    WaitingLine(ServiceOrder order, int overtakenAtMost) {
        this.order = order;
        this.overtakenAtMost = overtakenAtMost;
    }

    boolean isEmpty() {
        return arrived == served;
    }

    void add(DeviceRequest request) {
        Waiting waiting = new Waiting(request, arrived++);
        byAge.addLast(waiting);
        if (stages.isEmpty() || stages.getLast().flush != null) {
            stages.addLast(new Stage(choice()));
        }
        if (request.kind() == Kind.FLUSH) {
            stages.getLast().flush = waiting;
        } else {
            stages.getLast().choice.waiting().add(waiting);
        }
    }

    private Choice choice() {
        return switch (order) {
            case ELEVATOR -> new OneWaySweep();
            case FCFS -> new InOrderOfArrival();
            case SHORTEST_POSITIONING -> new ShortestPositioning();
        };
    }

    /** Takes the one whose turn it is; there is one. */
    DeviceRequest take(Drive drive, long nowNanos) {
        Waiting next = takeFrom(stages.getFirst(), drive, nowNanos);
        next.serve();
        served++;
        while (!byAge.isEmpty() && byAge.getFirst().served()) {
            byAge.removeFirst();
        }
        return next.request();
    }

    private Waiting takeFrom(Stage stage, Drive drive, long nowNanos) {
        Waiting flush = stage.flush;
        if (flush != null && stage.isEmpty()) {
            stages.removeFirst();
            return flush;
        }
        Waiting oldest = byAge.getFirst();
        boolean itsTurn = served - oldest.number() >= overtakenAtMost;
        Waiting next = itsTurn ? oldest : stage.choice.best(drive, sweptToBytes, nowNanos);
        stage.choice.waiting().remove(next);
        if (stage.isEmpty() && flush == null) {
            stages.removeFirst();
        }
        sweptToBytes = next.request().offsetBytes();
        return next;
    }

    /** What arrived between two flushes, and the second one. */
    private static final class Stage {
        private final Choice choice;
        private @Nullable Waiting flush;

        Stage(Choice choice) {
            this.choice = choice;
        }

        boolean isEmpty() {
            return choice.waiting().isEmpty();
        }
    }
}
