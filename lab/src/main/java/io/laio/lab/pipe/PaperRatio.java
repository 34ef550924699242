package io.laio.lab.pipe;

/** What the paper says of its microbenchmark, with the mark of where that is known from. */
public enum PaperRatio {
    /** Nothing blocks: what laziness costs. */
    FULL_LAIO(PipeState.FULL, Contender.LAIO, Contender.PLAIN, 1.4, "S", 1.4),

    /** Nothing blocks: what asking somebody else costs. */
    FULL_AIO(PipeState.FULL, Contender.POSIX_AIO, Contender.PLAIN, 4.5, "R", Double.POSITIVE_INFINITY),

    /** Everything blocks. */
    EMPTY_LAIO(PipeState.EMPTY, Contender.LAIO, Contender.POSIX_AIO, 1.08, "S", 1.0);

    private final PipeState state;
    private final Contender other;
    private final Contender base;
    private final double paper;
    private final String mark;
    private final double most;

    PaperRatio(PipeState state, Contender other, Contender base, double paper, String mark, double most) {
        this.state = state;
        this.other = other;
        this.base = base;
        this.paper = paper;
        this.mark = mark;
        this.most = most;
    }

    /**
     * In which pipe.
     *
     * @return full or empty
     */
    public PipeState state() {
        return state;
    }

    /**
     * Whose time is divided.
     *
     * @return the numerator
     */
    public Contender other() {
        return other;
    }

    /**
     * By whose.
     *
     * @return the denominator
     */
    public Contender base() {
        return base;
    }

    /**
     * The paper's value.
     *
     * @return a ratio of times
     */
    public double paper() {
        return paper;
    }

    /**
     * Where the paper's value is from.
     *
     * @return S: the slides; R: recalled, not verified
     */
    public String mark() {
        return mark;
    }

    /**
     * The project's own bar.
     *
     * @return the most that {@code --check} lets pass; infinite if there is none
     */
    public double most() {
        return most;
    }

    /**
     * Its name for a reader.
     *
     * @return e.g. {@code full: laio / plain}
     */
    public String words() {
        return state.id() + ": " + other.id() + " / " + base.id();
    }
}
