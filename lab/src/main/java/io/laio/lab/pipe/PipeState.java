package io.laio.lab.pipe;

/** What a read finds. */
public enum PipeState {
    /** Always enough data: no read blocks. */
    FULL("full"),

    /** Never any data: every read blocks until the same thread has written. */
    EMPTY("empty");

    private final String id;

    PipeState(String id) {
        this.id = id;
    }

    /**
     * Its name in files and for a reader.
     *
     * @return one word
     */
    public String id() {
        return id;
    }
}
