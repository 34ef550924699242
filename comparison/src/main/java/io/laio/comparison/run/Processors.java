package io.laio.comparison.run;

import io.laio.comparison.cgroup.CpuList;

/**
 * Who runs where: a processor for the server, another for the load generator.
 *
 * @param all those that this process may use
 * @param server the server's
 * @param generator the load generator's, and everything else's
 */
public record Processors(CpuList all, CpuList server, CpuList generator) {
    /**
     * Divides the processors: the first for the server, the second for the generator.
     *
     * @param all those that there are, one at least
     * @return the division; with one processor both share it
     */
    public static Processors divide(CpuList all) {
        int first = all.cpus().getFirst();
        int second = all.cpus().size() > 1 ? all.cpus().get(1) : first;
        return new Processors(all, CpuList.of(first), CpuList.of(second));
    }

    /**
     * Where this process can start something on the server's processors.
     *
     * @return those; all that it may use, if servers are elsewhere and none of theirs is among these
     */
    public CpuList serverHere() {
        return all.cpus().containsAll(server.cpus()) ? server : all;
    }

    /**
     * Whether server and generator disturb each other.
     *
     * @return true on a machine with one processor
     */
    public boolean shared() {
        return server.equals(generator);
    }
}
