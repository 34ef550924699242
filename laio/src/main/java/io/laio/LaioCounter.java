package io.laio;

/** What is counted of each system call. At any moment ISSUED = AT_ONCE + BLOCKED + REFUSED + what is in flight. */
public enum LaioCounter {
    /** Calls made. */
    ISSUED,

    /** Calls that did not block: the value or the error was known when the submitting call returned. */
    AT_ONCE,

    /** Calls that went on in the background, and are complete; also one that was tried in vain and done a moment later. */
    BLOCKED,

    /** Calls that are refused by name, see {@link Way#REFUSED}. */
    REFUSED,

    /** How long the calls that blocked took together, from the call to the completion, to the precision of a loop turn. */
    BLOCKED_NANOS,

    /** How long the longest of them took. */
    LONGEST_BLOCKED_NANOS
}
