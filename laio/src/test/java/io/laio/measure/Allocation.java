package io.laio.measure;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/**
 * What threads have allocated on the heap: the JVM counts it for each thread.
 *
 * @param caller bytes of the calling thread
 * @param workers bytes of the library's worker threads, by thread id
 */
public record Allocation(long caller, Map<Long, Long> workers) {
    /** Bytes up to now. */
    static Allocation now() {
        Map<Long, Long> workers = new HashMap<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("laio-worker")) {
                workers.put(thread.threadId(), bytes(thread.threadId()));
            }
        }
        return new Allocation(bytes(Thread.currentThread().threadId()), workers);
    }

    /** What was allocated since; a worker that began meanwhile counts with all that it has. */
    long since(Allocation before) {
        return caller - before.caller;
    }

    long workersSince(Allocation before) {
        return workers.entrySet().stream()
                .mapToLong(worker -> worker.getValue() - before.workers.getOrDefault(worker.getKey(), 0L))
                .sum();
    }

    // Reflection, because the module has no reason to require jdk.management.
    private static long bytes(long thread) {
        try {
            Object threads = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
            Method method =
                    Class.forName("com.sun.management.ThreadMXBean").getMethod("getThreadAllocatedBytes", long.class);
            return (Long) method.invoke(threads, thread);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM does not tell what threads allocate", e);
        }
    }
}
