package io.laio.simulation;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of the entries of a ring: tried at once or later, waiting for readiness, short, failed, complete. */
final class Requests {
    /** Who gets the completions. */
    @FunctionalInterface
    interface Sink {
        void post(long userData, int result, int flags);
    }

    final List<Request> live = new ArrayList<>();

    private final Agenda agenda;
    private final Chance chance;
    private final Transfers transfers;
    private final RequestCalls calls;
    private final Descriptors descriptors;
    private final Sink sink;
    private final boolean refusesToWait; // before 5.19 or so: a non-blocking descriptor is not waited for

    Requests(Machine machine, Sink sink) {
        this.agenda = machine.agenda();
        this.chance = machine.chance();
        this.transfers = machine.transfers();
        this.calls = new RequestCalls(transfers);
        this.descriptors = machine.descriptors();
        this.sink = sink;
        this.refusesToWait = chance.oneIn(4);
    }

    /** Takes an entry. */
    void take(long entry) {
        Request request = new Request(entry, descriptors);
        switch (request.opcode) {
            case Uapi.IORING_OP_NOP -> sink.post(request.userData, 0, 0);
            case Uapi.IORING_OP_ASYNC_CANCEL -> cancel(request);
            default -> begin(request);
        }
    }

    private void begin(Request request) {
        Description file = request.file;
        if (file == null && request.opcode != Uapi.IORING_OP_OPENAT2) {
            sink.post(request.userData, -Errno.EBADF, 0);
            return;
        }
        live.add(request);
        if (file != null) {
            file.hold();
            file.inFlight++;
        }
        boolean onDisk = file == null || file.isFile();
        if (request.opcode == Uapi.IORING_OP_POLL_ADD) {
            new Polls(this, chance).begin(request);
        } else if (request.async || chance.strikes(onDisk ? Trouble.UNCACHED : Trouble.LATE)) {
            later(request);
        } else {
            attempt(request);
        }
    }

    private void later(Request request) {
        request.state = Request.State.QUEUED;
        agenda.in(chance.delay(), () -> {
            if (request.state == Request.State.QUEUED) {
                attempt(request);
            }
        });
    }

    private void attempt(Request request) {
        Description file = request.file;
        if (file != null && transfers.again(file)) {
            finish(request, request.done > 0 ? request.done : -Errno.EAGAIN);
            return;
        }
        long result = calls.perform(request);
        while (result > 0 && RequestCalls.wantsAll(request)) {
            request.done += result;
            if (request.done == RequestCalls.total(request) || chance.strikes(Trouble.SHORT)) {
                finish(request, request.done);
                return;
            }
            result = calls.perform(request);
        }
        if (result == -Errno.EAGAIN && file != null) {
            blocked(request, file);
        } else {
            finish(request, request.done > 0 ? request.done : result);
        }
    }

    private void blocked(Request request, Description file) {
        boolean stopped = request.stopping && chance.oneIn(2); // else the worker did not notice
        if (stopped) {
            finish(request, request.done > 0 ? request.done : -Errno.EINTR);
        } else if (refusesToWait && file.nonBlocking) {
            finish(request, request.done > 0 ? request.done : file.faults.note(Errno.EAGAIN));
        } else {
            request.state = Request.State.WAITING;
            watch(request, file, () -> {
                unwatch(request);
                later(request);
            });
        }
    }

    void watch(Request request, Description file, Runnable watcher) {
        request.watcher = watcher;
        file.watch(watcher);
    }

    void unwatch(Request request) {
        Runnable watcher = request.watcher;
        if (watcher != null && request.file != null) {
            request.file.unwatch(watcher);
            request.watcher = null;
        }
    }

    void finish(Request request, long result) {
        retire(request);
        sink.post(request.userData, (int) result, 0);
    }

    private void retire(Request request) {
        request.state = Request.State.OVER;
        live.remove(request);
        unwatch(request);
        Description file = request.file;
        if (file != null) {
            file.inFlight--;
            file.release();
        }
    }

    void more(Request request, int result) {
        sink.post(request.userData, result, Uapi.IORING_CQE_F_MORE);
    }

    private void cancel(Request wish) {
        Request target = find(wish.address);
        if (target == null || chance.strikes(Trouble.MISSED)) {
            sink.post(wish.userData, -Errno.ENOENT, 0);
        } else if (target.state == Request.State.QUEUED && chance.strikes(Trouble.UNSTOPPABLE)) {
            target.stopping = true;
            sink.post(wish.userData, -Errno.EALREADY, 0);
        } else {
            boolean answerFirst = chance.oneIn(2);
            if (answerFirst) {
                sink.post(wish.userData, 0, 0);
            }
            finish(target, target.done > 0 ? target.done : -Errno.ECANCELED);
            if (!answerFirst) {
                sink.post(wish.userData, 0, 0);
            }
        }
    }

    private @Nullable Request find(long userData) {
        return live.stream().filter(r -> r.userData == userData).findFirst().orElse(null);
    }

    /** The ring is gone: what is left is the watch of the library's own counter, or a defect. */
    void end() {
        for (Request request : List.copyOf(live)) {
            if (request.opcode != Uapi.IORING_OP_POLL_ADD || !request.multishot) {
                throw new AssertionError("the ring is closed with an operation in flight, opcode " + request.opcode);
            }
            retire(request);
        }
    }

    static int readyFor(Request request, Description file) {
        return file.readiness() & (request.flags | Epoll.EPOLLERR | Epoll.EPOLLHUP);
    }
}
