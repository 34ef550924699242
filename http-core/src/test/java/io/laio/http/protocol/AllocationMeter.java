package io.laio.http.protocol;

import java.lang.reflect.Method;

/**
 * How much the calling thread has allocated, by com.sun.management.ThreadMXBean. Reached by reflection because the module
 * under test, of which the tests are a part, has no reason to require jdk.management.
 */
final class AllocationMeter {
    private final Object threads;
    private final Method allocatedBytes;

    AllocationMeter() throws ReflectiveOperationException {
        Class<?> factory = Class.forName("java.lang.management.ManagementFactory");
        threads = factory.getMethod("getThreadMXBean").invoke(null);
        allocatedBytes = Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes");
    }

    /** Bytes since the thread began; reading them allocates less than 1000. */
    long bytes() throws ReflectiveOperationException {
        return (Long) allocatedBytes.invoke(threads);
    }
}
