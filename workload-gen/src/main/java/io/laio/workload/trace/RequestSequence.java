package io.laio.workload.trace;

import java.util.Arrays;

/**
 * The requests that one client makes on one connection, in order.
 *
 * <p>Mutable and meant to be filled again and again, so that reading millions of sequences allocates nothing once the
 * longest has been seen. Belongs to one thread at a time.
 */
public final class RequestSequence {
    private static final int INITIAL_CAPACITY = 16;

    private int size;
    private long startMillis;
    private int[] documents = new int[INITIAL_CAPACITY];
    private RequestKind[] kinds = new RequestKind[INITIAL_CAPACITY];
    private long[] rangeOffsets = new long[INITIAL_CAPACITY];
    private long[] rangeLengths = new long[INITIAL_CAPACITY];
    private long[] gapsMillis = new long[INITIAL_CAPACITY];

    /** Makes an empty sequence that starts at time 0. */
    public RequestSequence() {}

    /**
     * Empties the sequence.
     *
     * @param startMillis when its first request was made, in milliseconds from the beginning of the trace; 0 in a trace
     *     without times
     */
    public void clear(long startMillis) {
        size = 0;
        this.startMillis = startMillis;
    }

    /**
     * Adds a request that is not for a range.
     *
     * @param kind what it asks for
     * @param document index in the trace's table of documents
     * @param gapMillis time since the request before it, or since the start; 0 in a trace without times
     */
    public void add(RequestKind kind, int document, long gapMillis) {
        if (kind == RequestKind.RANGE) {
            throw new IllegalArgumentException("a range needs its bounds: use addRange");
        }
        append(kind, document, 0, 0, gapMillis);
    }

    /**
     * Adds a request for a part of a document.
     *
     * @param document index in the trace's table of documents
     * @param offset first byte of the range, 0 or more
     * @param length how many bytes, 1 or more
     * @param gapMillis time since the request before it, or since the start; 0 in a trace without times
     */
    public void addRange(int document, long offset, long length, long gapMillis) {
        if (offset < 0 || length < 1) {
            throw new IllegalArgumentException("not a range: " + length + " bytes from " + offset);
        }
        append(RequestKind.RANGE, document, offset, length, gapMillis);
    }

    /**
     * How many requests there are.
     *
     * @return their number
     */
    public int size() {
        return size;
    }

    /**
     * When the sequence starts.
     *
     * @return milliseconds from the beginning of the trace
     */
    public long startMillis() {
        return startMillis;
    }

    /**
     * Which document a request is for.
     *
     * @param index of the request, from 0
     * @return index in the trace's table of documents
     */
    public int document(int index) {
        return documents[index];
    }

    /**
     * What a request asks for.
     *
     * @param index of the request, from 0
     * @return its kind
     */
    public RequestKind kind(int index) {
        return kinds[index];
    }

    /**
     * Where a request's range begins.
     *
     * @param index of the request, from 0
     * @return offset in bytes, 0 unless the kind is {@link RequestKind#RANGE}
     */
    public long rangeOffset(int index) {
        return rangeOffsets[index];
    }

    /**
     * How long a request's range is.
     *
     * @param index of the request, from 0
     * @return length in bytes, 0 unless the kind is {@link RequestKind#RANGE}
     */
    public long rangeLength(int index) {
        return rangeLengths[index];
    }

    /**
     * How long after the request before it a request was made.
     *
     * @param index of the request, from 0
     * @return milliseconds
     */
    public long gapMillis(int index) {
        return gapsMillis[index];
    }

    /**
     * Gives the sequence other times.
     *
     * @param millis when it starts, in milliseconds from the beginning of the trace
     * @param maxGapMillis no gap is longer, in milliseconds
     */
    public void retime(long millis, long maxGapMillis) {
        startMillis = millis;
        for (int i = 0; i < size; i++) {
            gapsMillis[i] = Math.min(gapsMillis[i], maxGapMillis);
        }
    }

    /**
     * Cuts the end off.
     *
     * @param newSize how many requests to keep, at most as many as there are
     */
    public void truncate(int newSize) {
        if (newSize < 0 || newSize > size) {
            throw new IllegalArgumentException("cannot keep " + newSize + " of " + size + " requests");
        }
        size = newSize;
    }

    private void append(RequestKind kind, int document, long offset, long length, long gapMillis) {
        if (size == documents.length) {
            grow();
        }
        documents[size] = document;
        kinds[size] = kind;
        rangeOffsets[size] = offset;
        rangeLengths[size] = length;
        gapsMillis[size] = gapMillis;
        size++;
    }

    private void grow() {
        int capacity = 2 * documents.length;
        documents = Arrays.copyOf(documents, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        rangeOffsets = Arrays.copyOf(rangeOffsets, capacity);
        rangeLengths = Arrays.copyOf(rangeLengths, capacity);
        gapsMillis = Arrays.copyOf(gapsMillis, capacity);
    }
}
