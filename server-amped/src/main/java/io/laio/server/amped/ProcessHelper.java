package io.laio.server.amped;

import io.laio.http.helper.Helper;
import io.laio.http.helper.HelperListener;
import io.laio.http.network.EpollPoller;
import io.laio.http.process.ChildProcess;
import io.laio.http.process.MessageSocket;
import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import java.util.function.Consumer;

/**
 * A helper in a process of its own. Its socket is one more descriptor of the loop's poller; it holds one request at most, so there
 * is always room for the next, and sending never blocks. Confined to the loop.
 */
final class ProcessHelper implements Helper, EpollPoller.ReadinessHandler {
    private final ChildProcess child;
    private final MessageSocket socket;
    private final EpollPoller poller;
    private final HelperListener listener;
    private final Consumer<ProcessHelper> ended;
    private final Runnable tellOfEnd;
    private int lastId;
    private boolean rootPassed;
    private boolean over;

    /**
     * Takes over a child that has connected.
     *
     * @param ended told once that it is not to be closed any more
     * @param tellOfEnd sees to it that the listener hears of the end of the process, which was killed
     */
    ProcessHelper(
            Linux linux,
            EpollPoller poller,
            ChildProcess child,
            HelperListener listener,
            Consumer<ProcessHelper> ended,
            Runnable tellOfEnd) {
        this.child = child;
        this.socket = new MessageSocket(linux, child.socket(), HelperMessage.MAX_BYTES);
        this.poller = poller;
        this.listener = listener;
        this.ended = ended;
        this.tellOfEnd = tellOfEnd;
    }

    /** Begins to hear of it. */
    void watch() {
        poller.add(socket.fd(), Epoll.EPOLLIN | Epoll.EPOLLRDHUP, this);
        listener.started(this);
    }

    @Override
    public void read(int fd, long offset, int length) {
        sent(socket.sendWith(HelperMessage.putRead(socket.message(), ++lastId, offset, length), fd));
    }

    @Override
    public void convert(int directory, long path, int pathLength, long how) {
        int bytes = HelperMessage.putConvert(socket.message(), ++lastId, path, pathLength, how);
        sent(rootPassed ? socket.send(bytes) : socket.sendWith(bytes, directory));
        rootPassed = true;
    }

    /** A helper that cannot be told is lost: the loop hears of it from its poller, as of one that ended. */
    private void sent(long result) {
        if (result < 0) {
            socket.shutDown();
        }
    }

    @Override
    public void ready(int events) {
        boolean more = true;
        while (more && !over) { // edge-triggered, and what listens may ask for more, or end it
            long got = socket.receive();
            more = got > 0;
            if (more) {
                answered(got);
            } else if (got != -Errno.EAGAIN) {
                lost("process " + processId() + " ended");
            }
        }
    }

    private void answered(long length) {
        if (HelperMessage.isDone(socket.message(), length, lastId)) {
            listener.done(HelperMessage.result(socket.message()));
        } else {
            lost("process " + processId() + " answered what it was not asked");
        }
    }

    private void lost(String why) {
        end();
        listener.lost(why);
    }

    @Override
    public void retire() {
        end();
    }

    /** Killed, and held by whatever holds it until then. */
    @Override
    public void giveUp() {
        end();
        tellOfEnd.run();
    }

    private void end() {
        close();
        ended.accept(this);
    }

    /** Ends the process, whatever it is doing: it has nothing to lose. */
    void close() {
        over = true;
        poller.forget(socket.fd());
        socket.close();
        child.kill();
    }

    @Override
    public long processId() {
        return child.pid();
    }
}
