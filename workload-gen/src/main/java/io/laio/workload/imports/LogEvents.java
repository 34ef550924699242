package io.laio.workload.imports;

import io.laio.workload.trace.RequestKind;
import java.util.Arrays;

/** The usable requests of a log, in columns: some thirty bytes each, so that a log of many millions fits in memory. */
final class LogEvents {
    private static final int INITIAL_CAPACITY = 1 << 12;

    private int size;
    private long[] epochSeconds = new long[INITIAL_CAPACITY];
    private int[] hosts = new int[INITIAL_CAPACITY];
    private int[] documents = new int[INITIAL_CAPACITY];
    private RequestKind[] kinds = new RequestKind[INITIAL_CAPACITY];
    private long[] bytes = new long[INITIAL_CAPACITY];

    void add(long when, int host, int document, RequestKind kind, long sentBytes) {
        if (size == hosts.length) {
            grow();
        }
        epochSeconds[size] = when;
        hosts[size] = host;
        documents[size] = document;
        kinds[size] = kind;
        bytes[size] = sentBytes;
        size++;
    }

    int size() {
        return size;
    }

    long epochSeconds(int event) {
        return epochSeconds[event];
    }

    int host(int event) {
        return hosts[event];
    }

    int document(int event) {
        return documents[event];
    }

    RequestKind kind(int event) {
        return kinds[event];
    }

    long bytes(int event) {
        return bytes[event];
    }

    /** How many events come after one that is later: servers log a request when it is done, not when it came. */
    long outOfOrder() {
        long count = 0;
        for (int i = 1; i < size; i++) {
            count += epochSeconds[i] < epochSeconds[i - 1] ? 1 : 0;
        }
        return count;
    }

    /** The events in the order of time; those of the same second as in the log. Times are of 32 bits (see {@link LogLine}). */
    int[] inOrderOfTime() {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (epochSeconds[i] + Integer.MIN_VALUE) << Integer.SIZE | i; // so that all of them fit, in order
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private void grow() {
        int capacity = 2 * size;
        epochSeconds = Arrays.copyOf(epochSeconds, capacity);
        hosts = Arrays.copyOf(hosts, capacity);
        documents = Arrays.copyOf(documents, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        bytes = Arrays.copyOf(bytes, capacity);
    }
}
