package io.laio.testbed.network;

/**
 * The processors that handle what arrives at a link's ends, as a network card's interrupts go to one of its host's.
 *
 * <p>One for each end, and always the same one: packets of one connection that two processors handle at once may miss the
 * socket that the first of them is just making, and the kernel then resets the connection
 * (docs/decisions/0503-gigabit.md).
 *
 * @param server number of the server's processor, from 0
 * @param client number of the clients' processor, from 0
 */
public record EndCpus(int server, int client) {
    private static final int BITS_OF_A_GROUP = 32;
    private static final String EMPTY_GROUP = ",00000000";

    /** Checks the numbers. */
    public EndCpus {
        if (server < 0 || client < 0) {
            throw new IllegalArgumentException("a processor's number is 0 or more, not " + server + " or " + client);
        }
    }

    /**
     * The first two processors of this machine.
     *
     * @return the same one twice if there is only one
     */
    public static EndCpus firstTwo() {
        return new EndCpus(0, Runtime.getRuntime().availableProcessors() > 1 ? 1 : 0);
    }

    /** A set of one processor as the kernel reads it: hexadecimal, groups of 32 bits, the highest first (bitmap_parse). */
    static String mask(int cpu) {
        return Integer.toHexString(1 << cpu % BITS_OF_A_GROUP) + EMPTY_GROUP.repeat(cpu / BITS_OF_A_GROUP);
    }
}
