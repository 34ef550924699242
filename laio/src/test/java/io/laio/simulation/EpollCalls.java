package io.laio.simulation;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Memory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** epoll_ctl(2), epoll_wait(2). */
final class EpollCalls {
    private static final int ALWAYS = Epoll.EPOLLERR | Epoll.EPOLLHUP;

    private final Machine machine;
    private final boolean hasNanos; // epoll_pwait2(2), Linux 5.11

    EpollCalls(Machine machine) {
        this.machine = machine;
        this.hasNanos = !machine.chance().oneIn(4);
    }

    private EpollInstance instance(int fd) {
        if (machine.descriptors().find(fd) instanceof EpollInstance instance) {
            return instance;
        }
        throw new AssertionError(fd + " is no epoll instance");
    }

    /** A file that is closed is no longer watched; its number may mean another. */
    private EpollInstance.@Nullable Interest present(EpollInstance epoll, int fd) {
        EpollInstance.Interest interest = epoll.interests.get(fd);
        boolean same =
                interest != null && interest.file.equals(machine.descriptors().find(fd));
        return same ? interest : null;
    }

    long control(int epollFd, int operation, int fd, long event) {
        EpollInstance epoll = instance(epollFd);
        Description file = machine.descriptors().find(fd);
        if (file == null || file.isFile()) {
            return file == null ? -Errno.EBADF : -Errno.EPERM;
        }
        boolean watched = !(file instanceof EventCounter); // else the library is not opened
        if (watched && operation != Epoll.EPOLL_CTL_DEL && machine.chance().strikes(Trouble.NO_MEMORY)) {
            return file.faults.note(Errno.ENOMEM);
        }
        EpollInstance.Interest interest = present(epoll, fd);
        if (operation == Epoll.EPOLL_CTL_DEL) {
            epoll.interests.remove(fd);
            return interest == null ? -Errno.ENOENT : 0;
        }
        boolean adding = operation == Epoll.EPOLL_CTL_ADD;
        if (adding == (interest != null)) {
            return adding ? -Errno.EEXIST : -Errno.ENOENT;
        }
        EpollInstance.Interest changed = interest == null ? new EpollInstance.Interest(file) : interest;
        changed.events = Epoll.events(event);
        changed.data = Epoll.data(event);
        epoll.interests.put(fd, changed);
        return 0;
    }

    long awaitMillis(int epollFd, long events, int most, int millis) {
        long now = machine.agenda().now();
        return awaitUntil(epollFd, events, most, millis < 0 ? Agenda.NEVER : now + millis * 1_000_000L);
    }

    long await(int epollFd, long events, int most, long timespec) {
        if (!hasNanos) {
            return -Errno.ENOSYS;
        }
        long now = machine.agenda().now();
        long nanos = timespec == 0 ? 0 : Memory.getLong(timespec) * 1_000_000_000 + Memory.getLong(timespec + 8);
        return awaitUntil(epollFd, events, most, timespec == 0 ? Agenda.NEVER : now + nanos);
    }

    private long awaitUntil(int epollFd, long events, int most, long deadline) {
        EpollInstance epoll = instance(epollFd);
        int found = report(epoll, events, most);
        while (found == 0) {
            if (machine.chance().strikes(Trouble.SIGNAL)) {
                return -Errno.EINTR;
            }
            if (!machine.agenda().await(deadline)) {
                return 0;
            }
            found = report(epoll, events, most);
        }
        return found;
    }

    private int readiness(Description file) {
        boolean inVain = file.inVain && machine.chance().strikes(Trouble.IN_VAIN);
        return inVain ? Epoll.EPOLLIN | Epoll.EPOLLOUT : file.readiness();
    }

    private int report(EpollInstance epoll, long events, int most) {
        int found = 0;
        for (int fd : epoll.interests.keySet()) {
            EpollInstance.Interest interest = present(epoll, fd);
            int asked = interest == null ? 0 : interest.events;
            boolean armed = (asked & ~Epoll.EPOLLONESHOT) != 0;
            int ready = armed ? readiness(Objects.requireNonNull(interest).file) & (asked | ALWAYS) : 0;
            if (interest != null && ready != 0 && found < most) {
                Epoll.put(events + (long) found++ * Epoll.BYTES, ready, interest.data);
                interest.events = (asked & Epoll.EPOLLONESHOT) != 0 ? 0 : asked;
            }
        }
        return found;
    }
}
