package io.laio.comparison.run;

import io.laio.comparison.cgroup.KeptBudget;
import io.laio.comparison.cgroup.ReadLimit;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.HelperMemory;
import io.laio.comparison.contestant.StatisticsClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * A contestant that runs, and all that a comparison asks of the place where it runs. Closing it leaves nothing of the
 * contestant there.
 */
public interface Stage extends AutoCloseable {
    /**
     * How the contestant is called.
     *
     * @return the plan's name for it
     */
    String name();

    /**
     * Where it listens.
     *
     * @return an address that the clients' end of the network reaches
     */
    InetSocketAddress address();

    /**
     * Whether clients open a connection for each request.
     *
     * @return false if they keep a connection for a sequence of requests
     */
    boolean connectionPerRequest();

    /**
     * How it carries out asynchronous calls, as its start-up line says.
     *
     * @return {@code ring}, {@code workers}, or {@code none}
     */
    String engine();

    /**
     * Why it carries them out so, if it would have preferred another way.
     *
     * @return the reason; empty if it gives none
     */
    String engineReason();

    /**
     * Where to ask it for its statistics.
     *
     * @return a client; empty if it keeps none
     */
    Optional<StatisticsClient> statistics();

    /**
     * Puts a memory budget in force and has it kept.
     *
     * @param bytes how much page cache the contestant may have
     * @return the budget, to be closed before this stage; empty if memory cannot be limited here
     * @throws IOException if the kernel refuses
     */
    Optional<KeptBudget> keepBudget(long bytes) throws IOException;

    /**
     * Limits what it reads from a disk, past the page cache. Only where {@link Host#readLimitObstacle} names none.
     *
     * @param device the whole disk, as {@code major:minor}
     * @param limit how much
     * @throws IOException if the kernel refuses
     */
    void limitReads(String device, ReadLimit limit) throws IOException;

    /**
     * Processor time of the contestant and all that it started.
     *
     * @return microseconds, of which only differences mean something
     * @throws IOException if the kernel does not tell
     */
    long cpuMicros() throws IOException;

    /**
     * The memory of its helper processes.
     *
     * @return the sum
     * @throws IOException if the kernel does not tell
     */
    HelperMemory helperMemory() throws IOException;

    /**
     * Own memory of processes that share the contestant's control group and are no part of it.
     *
     * @return bytes; 0 where it has a group for itself
     * @throws IOException if the kernel does not tell
     */
    long bystanderBytes() throws IOException;

    /**
     * What has become of the contestant, if it or a helper ended by itself.
     *
     * @param patience how long to wait for such news
     * @return a sentence; empty if all is well
     * @throws IOException if the kernel does not tell
     */
    Optional<String> casualtyWithin(Duration patience) throws IOException;

    /**
     * Fails if the contestant has ended.
     *
     * @throws ContestantException if it has
     * @throws IOException if the kernel does not tell
     */
    default void requireAlive() throws ContestantException, IOException {
        Optional<String> casualty = casualtyWithin(Duration.ZERO);
        if (casualty.isPresent()) {
            throw ContestantException.died(name(), casualty.get());
        }
    }

    /**
     * Ends the contestant and all it started.
     *
     * @throws IOException if that cannot be done, or not be known
     */
    @Override
    void close() throws IOException;
}
