package io.laio.http.process;

import java.util.concurrent.TimeUnit;

/**
 * A child that runs and has connected. The JDK reaps it whenever it ends.
 *
 * @param process the process
 * @param socket its non-blocking end of the socket, for {@link MessageSocket}; whoever has this record closes it
 */
public record ChildProcess(Process process, int socket) {
    /**
     * Which process it is.
     *
     * @return its id
     */
    public long pid() {
        return process.pid();
    }

    /** Kills it, whatever it does (SIGKILL); returns at once. Does nothing if it has ended. */
    public void kill() {
        process.destroyForcibly();
    }

    /**
     * Waits for its end, to be called when its socket is closed; kills it if it does not end. The calling thread blocks.
     *
     * @param patienceMillis how long it may take
     */
    public void awaitEnd(long patienceMillis) {
        boolean interrupted = false;
        long patience = patienceMillis;
        while (process.isAlive()) {
            try {
                if (!process.waitFor(patience, TimeUnit.MILLISECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                interrupted = true;
                kill();
            }
            patience = Long.MAX_VALUE; // nothing survives SIGKILL
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
