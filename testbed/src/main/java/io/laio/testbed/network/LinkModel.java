package io.laio.testbed.network;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A link between two hosts, the same in both directions at once.
 *
 * @param name what it is called: lower case letters, digits and hyphens, a letter first, 16 characters at most
 * @param description what it is, in a sentence
 * @param rateMegabitsPerSecond what goes over the wire in each direction, in 10^6 bits a second, framing included; above 0
 * @param mtuBytes the largest IP packet; 576 to 65,535
 * @param frameOverheadBytes what the wire carries for each full frame beside the packet and its header of 14 bytes, which
 *     the shaper does not see: Ethernet's preamble, checksum and gap are 24 (IEEE 802.3, 3.1.1 and 4.4.2); 0 or more
 * @param burstBytes what may pass at once after a pause. A packet that has not been cut up yet (GSO) holds up to 64 KiB, and
 *     one that is larger than this is cut up by the processor before it passes, which costs more than the link's own speed
 *     allows (docs/decisions/0503-gigabit.md)
 * @param queueBytes how much waits for the wire at most; what comes on top of it is dropped
 * @param source where the figures are from
 */
public record LinkModel(
        String name,
        String description,
        double rateMegabitsPerSecond,
        int mtuBytes,
        int frameOverheadBytes,
        int burstBytes,
        int queueBytes,
        String source) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,15}");
    private static final int ETHERNET_HEADER_BYTES = 14; // ETH_HLEN, include/uapi/linux/if_ether.h
    private static final int SMALLEST_MTU = 576; // what every host must take, RFC 791, 3.1
    private static final int LARGEST_MTU = 65_535; // RFC 791, 3.1: total length has 16 bits
    private static final double BITS_PER_MEGABIT = 1e6;

    /** Checks every value. */
    public LinkModel {
        require(NAME.matcher(name).matches() && !name.equals(Network.LOOPBACK), "name", name);
        require(
                rateMegabitsPerSecond > 0 && Double.isFinite(rateMegabitsPerSecond),
                "rateMegabitsPerSecond",
                rateMegabitsPerSecond);
        require(mtuBytes >= SMALLEST_MTU && mtuBytes <= LARGEST_MTU, "mtuBytes", mtuBytes);
        require(frameOverheadBytes >= 0, "frameOverheadBytes", frameOverheadBytes);
        require(burstBytes >= mtuBytes + ETHERNET_HEADER_BYTES, "burstBytes", burstBytes);
        require(queueBytes >= burstBytes, "queueBytes", queueBytes);
    }

    private static void require(boolean condition, String field, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(field + ": not " + value + rule(field));
        }
    }

    private static String rule(String field) {
        return switch (field) {
            case "name" -> "; a letter, then letters, digits and hyphens, all lower case, 16 at most";
            case "mtuBytes" -> "; " + SMALLEST_MTU + " to " + LARGEST_MTU;
            case "burstBytes" -> "; one frame at least";
            case "queueBytes" -> "; burstBytes at least";
            default -> "; a number above 0";
        };
    }

    /**
     * What the shaper is to let through, which counts packets with their header and knows nothing of the rest of a frame.
     *
     * @return bits a second; full frames then fill the wire exactly, smaller ones take a little less than they should
     */
    public long shapedBitsPerSecond() {
        double counted = mtuBytes + ETHERNET_HEADER_BYTES;
        return Math.round(rateMegabitsPerSecond * BITS_PER_MEGABIT * counted / (counted + frameOverheadBytes));
    }

    /**
     * How long the last byte of a full queue waits.
     *
     * @return milliseconds
     */
    public double queueMillis() {
        return queueBytes * 8e3 / shapedBitsPerSecond();
    }

    /** The shaper as {@code tc qdisc add} takes it (tc-tbf(8)). */
    List<String> shaper() {
        return List.of(
                "tbf",
                "rate",
                shapedBitsPerSecond() + "bit",
                "burst",
                Integer.toString(burstBytes),
                "limit",
                Integer.toString(queueBytes));
    }

    /**
     * What it is, for the results.
     *
     * @return rate, packets and queue in words
     */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%s: %s Mb/s in each direction, MTU %d, a queue of %.1f ms",
                name,
                number(rateMegabitsPerSecond),
                mtuBytes,
                queueMillis());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
