package io.laio.http.connection;

/** What {@code /.laio/stats} answers; asked on a loop. */
public interface StatisticsResource {
    /** The path, without its leading slash. */
    String PATH = ".laio/stats";

    /**
     * The statistics now.
     *
     * @return a JSON text in UTF-8
     */
    byte[] json();

    /** Starts all counters again from zero. */
    void reset();

    /**
     * Whether a path is the statistics'.
     *
     * @param path decoded path
     * @param length its length in bytes
     * @return true if it names them
     */
    static boolean isAt(byte[] path, int length) {
        if (length != PATH.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (path[i] != PATH.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
