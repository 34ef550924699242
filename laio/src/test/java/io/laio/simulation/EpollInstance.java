package io.laio.simulation;

import java.util.Map;
import java.util.TreeMap;

/** What an epoll instance watches. */
final class EpollInstance extends Description {
    /** A descriptor that is watched, and the file that it meant then. */
    static final class Interest {
        final Description file;
        int events;
        long data;

        Interest(Description file) {
            this.file = file;
        }
    }

    final Map<Integer, Interest> interests = new TreeMap<>();

    @Override
    int readiness() {
        return 0;
    }
}
