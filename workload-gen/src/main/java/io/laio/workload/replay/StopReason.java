package io.laio.workload.replay;

/** Why a replay ended. */
public enum StopReason {
    /** Every request of the trace was made. */
    TRACE_END,
    /** As many requests as the plan allows were made. */
    REQUEST_LIMIT,
    /** The time that the plan allows was over. Requests under way were abandoned and are not counted. */
    TIME_LIMIT,
    /** More requests failed than the plan allows. */
    TOO_MANY_FAILURES,
    /** The thread was interrupted. */
    INTERRUPTED
}
