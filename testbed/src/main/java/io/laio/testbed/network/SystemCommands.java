package io.laio.testbed.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the machine's own programs. Any thread may do so. */
public record SystemCommands() implements Commands {
    @Override
    public String run(List<String> command) throws CommandException {
        Process process = start(command);
        String output = output(command, process);
        int status = status(process);
        if (status != 0) {
            throw CommandException.failed(command, status, output);
        }
        return output;
    }

    private static Process start(List<String> command) throws CommandException {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C"); // messages in one language
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw CommandException.absent(command, e);
        }
    }

    /** Of a pipe, which an interrupt does not close. */
    private static String output(List<String> command, Process process) throws CommandException {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandException.failed(command, status(process), String.valueOf(e.getMessage()));
        }
    }

    private static int status(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
