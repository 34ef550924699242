package io.laio.http.helper;

import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerOptions;
import java.util.List;

/**
 * How many helpers a loop has.
 *
 * @param read the most read helpers, 1 or more
 * @param name the most name-conversion helpers, 1 or more
 * @param reserve how many of each kind stay, however idle; they are started with the loop
 * @param idleMillis how long the others stay idle before they are retired, 1 or more
 * @param answerMillis how long a helper may take for a request, 1 or more; then it is given up, and another is asked, once
 */
public record HelperLimits(int read, int name, int reserve, int idleMillis, int answerMillis) {
    private static final int MOST = 256;
    private static final int DAY_MILLIS = 86_400_000;

    private static final ServerOption READ = new ServerOption(
            "--read-helpers", "N", 4, 1, MOST, "The most helpers of a loop that read files (Flash: 4).");

    private static final ServerOption NAME = new ServerOption(
            "--name-helpers", "N", 2, 1, MOST, "The most helpers of a loop that convert names (Flash: 2).");

    private static final ServerOption RESERVE =
            new ServerOption("--reserve-helpers", "N", 1, 0, MOST, "How many helpers of each kind stay, however idle.");

    private static final ServerOption IDLE_MILLIS = new ServerOption(
            "--helper-idle-millis", "MS", 10_000, 1, DAY_MILLIS, "How long other helpers stay idle before they end.");

    /** As long as the kernel gives a disk for a command before it resets it: {@code SD_TIMEOUT} in drivers/scsi/sd.h, Linux 6.18. */
    private static final ServerOption ANSWER_MILLIS = new ServerOption(
            "--helper-timeout-millis",
            "MS",
            30_000,
            1,
            DAY_MILLIS,
            "How long a helper may take for a request; then it is killed (a thread: left alone) and another one is asked, and"
                    + " what that one does not answer either fails.");

    /** What a server with helpers can be asked; the defaults are Flash's published limits (PAPER.md section 2). */
    public static final List<ServerOption> OPTIONS = List.of(READ, NAME, RESERVE, IDLE_MILLIS, ANSWER_MILLIS);

    /** Checks the ranges. */
    public HelperLimits {
        if (read < 1 || name < 1 || reserve < 0 || idleMillis < 1 || answerMillis < 1) {
            throw new IllegalArgumentException(
                    "helpers of each kind and their times must be 1 or more, the reserve 0 or more");
        }
    }

    /**
     * Reads what was asked for.
     *
     * @param options how the server was started
     * @return the limits of each of its loops
     */
    public static HelperLimits of(ServerOptions options) {
        return new HelperLimits(
                options.value(READ),
                options.value(NAME),
                options.value(RESERVE),
                options.value(IDLE_MILLIS),
                options.value(ANSWER_MILLIS));
    }

    /**
     * The most helpers of a kind.
     *
     * @param kind the kind
     * @return how many
     */
    public int most(HelperKind kind) {
        return kind == HelperKind.READ ? read : name;
    }

    /**
     * How many of a kind stay.
     *
     * @param kind the kind
     * @return the reserve, never more than the most
     */
    public int kept(HelperKind kind) {
        return Math.min(reserve, most(kind));
    }
}
