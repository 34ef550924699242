package io.laio.http.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.stream.Collectors;

/** What the loop of a server has allocated that runs in the JVM of the test. */
final class LoopAllocation {
    private static final String LOOP = "loop-";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long thread;

    private LoopAllocation(long thread) {
        this.thread = thread;
    }

    /** The loops that run by now, before a server starts. */
    record Before(Set<Long> loops) {
        /** The one loop that has started since. */
        LoopAllocation loopStartedSince() {
            return new LoopAllocation(running().stream()
                    .filter(id -> !loops.contains(id))
                    .findFirst()
                    .orElseThrow());
        }
    }

    static Before before() {
        return new Before(running());
    }

    private static Set<Long> running() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(LOOP))
                .map(Thread::threadId)
                .collect(Collectors.toSet());
    }

    /** Bytes that it has allocated in its life. */
    long bytes() {
        return threads.getThreadAllocatedBytes(thread);
    }
}
