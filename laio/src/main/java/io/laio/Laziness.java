package io.laio;

/** Who finds out that a call would block, and so whether it becomes asynchronous. */
public enum Laziness {
    /**
     * The calling thread tries the call itself, without blocking, and hands it over only if it would block. Best for a lone
     * call that usually does not block.
     */
    DIRECT,

    /**
     * The kernel tries when the batch of entries is submitted, and goes on in the background with those that would block.
     * Best in a loop that submits many calls with one entry into the kernel, and for calls that will surely block.
     */
    RING,

    /** Nobody tries: the call goes to a kernel worker at once. This is the study's ablation, never the fastest choice. */
    OFF
}
