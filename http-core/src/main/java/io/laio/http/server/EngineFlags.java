package io.laio.http.server;

import picocli.CommandLine.Option;

/** Options of servers that make their calls through the library. */
final class EngineFlags {
    @Option(
            names = "--engine",
            paramLabel = "ring|workers|auto",
            description = "What carries out calls that would block: io_uring, worker threads, or io_uring where the "
                    + "kernel permits it (default: ${DEFAULT-VALUE}).")
    private String engine = "ring";

    @Option(
            names = "--lazy",
            paramLabel = "on|direct|off",
            description = "Who finds out that a call would block. on: the engine, when it gets a batch; direct: the "
                    + "loop tries every call itself, as in the paper; off: nobody, every call goes to the background, "
                    + "the study's ablation (default: ${DEFAULT-VALUE}).")
    private String lazy = "on";

    EngineFlags() {}

    /**
     * What the options ask for; the study's mode if the server does not have them.
     *
     * @throws IllegalArgumentException if a word is unknown; the message names the known ones
     */
    LaioMode mode() {
        return LaioMode.of(
                Choice.of("--engine", engine, LaioMode.ENGINE_WORDS),
                Choice.of("--lazy", lazy, LaioMode.LAZINESS_WORDS));
    }
}
