package io.laio.testbed.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Runs nothing: keeps what was to be run, and fails on demand. */
final class RecordingCommands implements Commands {
    final List<String> run = new ArrayList<>();
    private final Predicate<String> failing;
    private final Predicate<String> absent;
    private final String output;

    private RecordingCommands(Predicate<String> failing, Predicate<String> absent, String output) {
        this.failing = failing;
        this.absent = absent;
        this.output = output;
    }

    static RecordingCommands failing(Predicate<String> which) {
        return new RecordingCommands(which, command -> false, "");
    }

    static RecordingCommands absent(String program) {
        return new RecordingCommands(command -> false, command -> command.startsWith(program + " "), "");
    }

    static RecordingCommands saying(String output) {
        return new RecordingCommands(command -> false, command -> false, output);
    }

    @Override
    public String run(List<String> command) throws CommandException {
        String line = String.join(" ", command);
        if (absent.test(line)) {
            throw CommandException.absent(command, new IOException("No such file or directory"));
        }
        run.add(line);
        if (failing.test(line)) {
            throw CommandException.failed(command, 2, "RTNETLINK answers: Operation not permitted\n");
        }
        return output;
    }
}
