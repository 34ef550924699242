package io.laio;

import io.laio.linux.SystemCall;

/**
 * The way of every system call, and why. {@code docs/LAIO.md} shows it as a table.
 *
 * <p>A function of its argument; any thread may ask, and nothing is allocated.
 */
public final class CallWays {
    private static final WayTable TABLE = table();

    private CallWays() {}

    private static WayTable table() {
        WayTable table = new WayTable();
        LazyCalls.describe(table);
        RingCalls.describe(table);
        WorkerCalls.describe(table);
        InlineCalls.describe(table);
        RefusedCalls.describe(table);
        return table;
    }

    /**
     * How a call is carried out.
     *
     * @param call any call
     * @return its way; what arguments change about it says {@link #why}
     */
    public static Way way(SystemCall call) {
        return TABLE.of(call).way();
    }

    /**
     * Why it is carried out so.
     *
     * @param call any call
     * @return the reason, in words
     */
    public static String why(SystemCall call) {
        return TABLE.of(call).why();
    }

    /**
     * The kernel that brought the io_uring operation by which the library carries a call in the background. On an older
     * one a worker thread takes the call.
     *
     * @param call any call
     * @return a version such as {@code "5.11"}; empty if no operation carries it. Source:
     *     <a href="https://man7.org/linux/man-pages/man2/io_uring_enter.2.html">io_uring_enter(2)</a>
     */
    public static String ringSince(SystemCall call) {
        return RingOperations.since(call);
    }
}
