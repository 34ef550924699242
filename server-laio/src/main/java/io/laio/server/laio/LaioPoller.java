package io.laio.server.laio;

import io.laio.Completions;
import io.laio.Laio;
import io.laio.http.loop.Poller;

/** The loop's one wait is the wait for completions: of the network and of the disk alike. */
final class LaioPoller implements Poller {
    private static final int MAX_COMPLETIONS = 512;

    private final Laio laio;
    private final Completions completions = new Completions(MAX_COMPLETIONS);

    LaioPoller(Laio laio) {
        this.laio = laio;
    }

    @Override
    public boolean submit() {
        return laio.poll(completions, 0) > 0;
    }

    @Override
    public void await(long timeoutNanos) {
        laio.poll(completions, timeoutNanos == Long.MAX_VALUE ? -1 : timeoutNanos);
    }

    @Override
    public void dispatch() {
        for (int i = 0; i < completions.count(); i++) {
            long value = completions.value(i);
            if (completions.attachment(i) instanceof LaioEvent event) {
                event.completed(value < 0 ? -completions.errno(i) : value, completions.blockedNanos(i));
            }
        }
        completions.clear();
    }

    @Override
    public void wakeup() {
        laio.wakeup();
    }

    @Override
    public void close() {
        laio.close();
    }
}
