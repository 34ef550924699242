package io.laio.testbed.disk.model;

import java.util.function.Consumer;

/**
 * A block device in time: what has arrived, and when it is done. It does no I/O and reads no clock, so that the same object
 * works in simulated time and behind a real device. Times are nanoseconds of any clock, and never go back.
 *
 * <p>A device that is told late what time it is loses nothing: each event happens at its own time, not when it is heard of.
 *
 * <p>For one thread.
 */
public interface DeviceModel {
    /**
     * A request arrives.
     *
     * @param request what is asked
     * @param nowNanos the time; what was due by now has been taken with {@link #advance}
     */
    void arrive(DeviceRequest request, long nowNanos);

    /**
     * When something happens next, and {@link #advance} should be called.
     *
     * @return the time; {@link Long#MAX_VALUE} if nothing is outstanding
     */
    long nextEventNanos();

    /**
     * Lets everything happen that is due.
     *
     * @param nowNanos the time
     * @param completed is given each request that is done, in the order of completion
     */
    void advance(long nowNanos, Consumer<? super DeviceRequest> completed);
}
