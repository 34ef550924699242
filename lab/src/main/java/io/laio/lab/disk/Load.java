package io.laio.lab.disk;

/**
 * What is asked of a disk: reads of one size, so many outstanding at any time.
 *
 * @param order where they are
 * @param bytes of a read
 * @param depth how many are outstanding, 1 or more
 */
public record Load(Order order, int bytes, int depth) {
    /** A page, and what everybody's figures of random reads are about. */
    static final int RANDOM_BYTES = 4096;

    /** Enough that neither the device nor the model waits for its reader. */
    static final int SEQUENTIAL_DEPTH = 8;

    /** Where reads are. */
    public enum Order {
        /** Anywhere on the device. */
        RANDOM("random"),
        /** One behind the other, from the device's beginning. */
        SEQUENTIAL("sequential");

        private final String id;

        Order(String id) {
            this.id = id;
        }

        /**
         * Its name in files.
         *
         * @return one word
         */
        public String id() {
            return id;
        }
    }

    /**
     * Random reads of 4,096 bytes.
     *
     * @param depth how many are outstanding
     * @return the load
     */
    public static Load random(int depth) {
        return new Load(Order.RANDOM, RANDOM_BYTES, depth);
    }

    /**
     * Reads in order, eight outstanding.
     *
     * @param bytes of each
     * @return the load
     */
    public static Load sequential(int bytes) {
        return new Load(Order.SEQUENTIAL, bytes, SEQUENTIAL_DEPTH);
    }
}
