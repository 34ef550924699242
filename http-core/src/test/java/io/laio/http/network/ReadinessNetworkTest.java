package io.laio.http.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.http.loop.OperationCounters;
import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import org.junit.jupiter.api.Test;

class ReadinessNetworkTest {
    private static final int FIRST_FD = 100_000;

    private int waiting;
    private int accepted;

    /** The machine's kernel, but for a queue of connections that holds as many as the test says. */
    private long call(Linux machine, int number, long a, long b, long c, long d, long e, long f) {
        if (number != SystemCall.ACCEPT4.number()) {
            return machine.syscall(number, a, b, c, d, e, f);
        }
        return waiting-- > 0 ? FIRST_FD + accepted : -Errno.EAGAIN;
    }

    private final Network.Acceptor acceptor = new Network.Acceptor() {
        @Override
        public void accepted(int fd) {
            accepted++;
        }

        @Override
        public void failed(int errno) {
            throw new AssertionError("nothing fails here, but " + errno);
        }
    };

    @Test
    void clientsThatKeepComingLeaveOthersTheirTurn() {
        Linux machine = Linux.open();
        Linux linux = (number, a, b, c, d, e, f) -> call(machine, number, a, b, c, d, e, f);
        int listener =
                machine.eventfd(1, Epoll.EFD_NONBLOCK | Epoll.EFD_CLOEXEC); // stays readable, as a full queue does
        waiting = 2 * ReadinessNetwork.MOST_ACCEPTED + 3;
        try (EpollPoller poller = new EpollPoller(linux);
                ReadinessNetwork network = new ReadinessNetwork(linux, poller, new OperationCounters())) {
            network.listen(listener, acceptor);
            for (int turn = 1; turn <= 2; turn++) {
                poller.await(0);
                poller.dispatch();
                assertEquals(turn * ReadinessNetwork.MOST_ACCEPTED, accepted);
            }
            poller.await(0);
            poller.dispatch();
            assertEquals(2 * ReadinessNetwork.MOST_ACCEPTED + 3, accepted, "nobody is forgotten");
            poller.await(0);
            poller.dispatch();
            assertEquals(-1, waiting, "an empty queue is looked at once");
        } finally {
            machine.close(listener);
        }
    }
}
