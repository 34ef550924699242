package io.laio.comparison.run;

import io.laio.comparison.cgroup.CpuList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A command of {@code bin/laio} as a process of its own, bound to processors. What it writes goes to files.
 *
 * @param host the machine
 * @param home laio's directory
 * @param output where its standard output goes
 * @param errors where its standard error goes
 */
record LaioProcess(Host host, Path home, Path output, Path errors) {

    /**
     * Runs a command to its end. An interrupt of the thread, pending or not, ends it, with all that it has started.
     *
     * @param words its words
     * @param cpus where it runs
     * @return its exit status; empty if the thread was interrupted, which stays so
     * @throws IOException if it cannot be started or bound
     */
    OptionalInt run(List<String> words, CpuList cpus) throws IOException {
        Affinity affinity = new Affinity(host.linux());
        long self = ProcessHandle.current().pid();
        affinity.bind(self, cpus); // what a thread starts inherits where it may run
        try {
            return awaited(start(words));
        } finally {
            affinity.bind(self, host.processors().all());
        }
    }

    private Process start(List<String> words) throws IOException {
        List<String> command = Stream.concat(Stream.of(home.resolve("bin/laio").toString()), words.stream())
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        return process;
    }

    private static OptionalInt awaited(Process process) {
        try {
            return OptionalInt.of(process.waitFor());
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** The last line of its standard error; empty if there is none. */
    String complaint() throws IOException {
        List<String> lines = Files.readAllLines(errors);
        return lines.isEmpty() ? "" : ": " + lines.getLast();
    }
}
