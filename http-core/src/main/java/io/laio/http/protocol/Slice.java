package io.laio.http.protocol;

/**
 * Where a part of a request lies in the buffer it was parsed from. Reused from request to request; valid as long as the
 * buffer keeps the bytes, and moved with them by {@link Request#moveTo}.
 */
public final class Slice {
    private int offset;
    private int length;
    private int count;

    Slice() {}

    /**
     * Whether the request has this part at all. It may be empty all the same.
     *
     * @return whether it is there
     */
    public boolean present() {
        return count > 0;
    }

    /**
     * Whether the request has this part more than once; the slice is then the first. Of the fields this package knows only
     * those may repeat that are lists or that decide nothing.
     *
     * @return whether it was repeated
     */
    public boolean repeated() {
        return count > 1;
    }

    /**
     * Where it begins.
     *
     * @return index into {@link Request#buffer()}
     */
    public int offset() {
        return offset;
    }

    /**
     * How long it is.
     *
     * @return bytes, 0 if it is not there
     */
    public int length() {
        return length;
    }

    /**
     * Where it ends.
     *
     * @return index into {@link Request#buffer()} of the byte after the last
     */
    public int end() {
        return offset + length;
    }

    void clear() {
        offset = 0;
        length = 0;
        count = 0;
    }

    void add(int begin, int end) {
        if (count++ == 0) {
            offset = begin;
            length = end - begin;
        }
    }

    void set(int begin, int end) {
        clear();
        add(begin, end);
    }

    void shift(int delta) {
        if (count > 0) {
            offset += delta;
        }
    }
}
