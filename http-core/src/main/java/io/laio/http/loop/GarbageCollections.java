package io.laio.http.loop;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.List;

/**
 * The pauses of a collector that stops all threads while it collects, as the serial one does. The JVM tells how much time went
 * into collections, in whole milliseconds, but asking is too dear for every turn of a loop, and their moments are told by another
 * clock. That there was one is seen by an object that nobody holds: made after a collection, it is gone after the next.
 *
 * <p>For one thread. It allocates once a collection.
 */
public final class GarbageCollections implements Pauses {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private WeakReference<Object> canary = new WeakReference<>(new Object());
    private long knownMillis = collectionMillis();

    /** What was collected until now is not told. */
    public GarbageCollections() {
        // the fields say it
    }

    @Override
    public void spanStarts() {
        if (canary.refersTo(null)) {
            canary = new WeakReference<>(new Object());
            knownMillis = collectionMillis();
        }
    }

    @Override
    public long nanosInSpan() {
        return canary.refersTo(null) ? Math.max(1, (collectionMillis() - knownMillis) * NANOS_PER_MILLI) : 0;
    }

    private long collectionMillis() {
        long millis = 0;
        for (GarbageCollectorMXBean collector : collectors) {
            millis += Math.max(0, collector.getCollectionTime()); // -1: it does not know
        }
        return millis;
    }
}
