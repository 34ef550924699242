package io.laio.comparison.run;

import io.laio.comparison.plan.Plan;
import io.laio.testbed.disk.daemon.DiskStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The disk that holds the documents while servers are compared.
 *
 * <p>A slow disk is slow when a run is measured and not before: filling it, warming a compiler and bringing a cache to a state
 * would take most of the time, and are not what is asked. So it comes into being hurrying, and keeps its pace when told.
 */
public interface DocumentDisk extends AutoCloseable {
    /** What a machine has without emulation. */
    String NATIVE = Plan.Setup.NATIVE_DISK;

    /**
     * What results call it.
     *
     * @return {@link #NATIVE}, or the name of a device model
     */
    String name();

    /**
     * Where documents go.
     *
     * @return a directory on it
     */
    Path directory();

    /**
     * What the results tell of it.
     *
     * @return words by name
     */
    Map<String, String> details();

    /**
     * Answers as the model says, from now on.
     *
     * @throws IOException if it cannot be told
     */
    void keepPace() throws IOException;

    /**
     * Answers as soon as it can, from now on.
     *
     * @throws IOException if it cannot be told
     */
    void hurry() throws IOException;

    /**
     * What the emulation has done since it began.
     *
     * @return its counters; empty if nothing is emulated
     * @throws IOException if it cannot be asked
     */
    Optional<DiskStatistics> statistics() throws IOException;

    /**
     * Keeps pace while something is measured.
     *
     * @return what makes it hurry again when it is closed; a failure before that is not hidden by one of hurrying
     * @throws IOException if it cannot be told
     */
    default Paced paced() throws IOException {
        keepPace();
        return this::hurry;
    }

    /** A while in which a disk keeps its pace. */
    @FunctionalInterface
    interface Paced extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** Takes away what was made. */
    @Override
    void close() throws IOException;
}
