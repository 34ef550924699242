package io.laio.lab.pipe;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;

/** Non-blocking reads. What is comparable to a completion is epoll_wait and the second read. */
final class PlainReader implements PipeReader {
    private final Linux linux = Linux.open();
    private final Pipe pipe = Pipe.open(OpenHow.O_NONBLOCK);
    private final int fd = pipe.readEnd();
    private final NativeBuffer event = new NativeBuffer(Epoll.BYTES);
    private final int epoll;

    PlainReader() {
        epoll = (int) Pipe.check("epoll_create1", linux.epollCreate(Epoll.EPOLL_CLOEXEC));
        Epoll.put(event.address(), Epoll.EPOLLIN, 0);
        Pipe.check("epoll_ctl", linux.epollControl(epoll, Epoll.EPOLL_CTL_ADD, fd, event.address()));
    }

    @Override
    public Pipe pipe() {
        return pipe;
    }

    @Override
    public long readFull(int calls, int bytes) {
        long target = pipe.target();
        long sum = 0;
        for (int i = 0; i < calls; i++) {
            sum += linux.read(fd, target, bytes);
        }
        return sum;
    }

    @Override
    public long readEmpty(int calls, int bytes) {
        long sum = 0;
        for (int i = 0; i < calls; i++) {
            long refused = linux.read(fd, pipe.target(), bytes);
            if (refused != -Errno.EAGAIN) {
                throw new IllegalStateException("a read of an empty pipe answered " + refused);
            }
            pipe.write(bytes);
            Pipe.check("epoll_wait", linux.epollWait(epoll, event.address(), 1, -1));
            sum += linux.read(fd, pipe.target(), bytes);
        }
        return sum;
    }

    @Override
    public void close() {
        linux.close(epoll);
        pipe.close();
        event.close();
    }
}
