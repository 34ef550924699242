package io.laio;

/** A kernel that lies: it answers the next operations as the test says, after they were really carried out. */
interface FaultyResults {
    /** What lies to a library on this engine. */
    static FaultyResults of(Engine engine) {
        return engine == Engine.RING ? new FaultyRing() : new FaultyCalls();
    }

    /** Answers the next operation that moves data, or would, with another result. */
    FaultyResults answer(int result);

    /** From now on, what happens together is told in the opposite order. */
    void reverse();

    /** How many answers nobody has got yet. */
    int answersLeft();

    /** Opens a library over this kernel, for the calling thread. */
    Laio open(LaioOptions options) throws EngineUnavailableException;
}
