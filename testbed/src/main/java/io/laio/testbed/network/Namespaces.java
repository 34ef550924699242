package io.laio.testbed.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The namespaces of laio's networks that are there, whoever made them.
 *
 * @param directory where the kernel's namespaces have their names
 * @param commands runs iproute2's programs
 */
record Namespaces(Path directory, Commands commands) {
    private static final long PATIENCE_MILLIS = 5_000;

    /** Whose networks there are, in alphabetical order; none where nobody ever named a namespace. */
    List<NetworkNames> owners() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .flatMap(name -> NetworkNames.parse(name).stream())
                    .distinct()
                    .toList();
        } catch (IOException absent) {
            return List.of(); // as it is before the first namespace gets a name
        }
    }

    private boolean exists(String namespace) {
        return Files.exists(directory.resolve(namespace));
    }

    private List<String> existing(NetworkNames names) {
        return names.both().stream().filter(this::exists).toList();
    }

    /** The processes that run at either end. */
    List<ProcessHandle> processes(NetworkNames names) throws CommandException {
        List<ProcessHandle> processes = new ArrayList<>();
        for (String namespace : existing(names)) {
            commands.run(List.of("ip", "netns", "pids", namespace))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> ProcessHandle.of(Long.parseLong(line)))
                    .flatMap(Optional::stream)
                    .forEach(processes::add);
        }
        return processes;
    }

    /** Ends what runs at either end, by SIGKILL. What does not end keeps its namespace, nameless and cut off. */
    void endProcesses(NetworkNames names) throws CommandException {
        List<ProcessHandle> running = processes(names);
        running.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture<?>[] ends =
                running.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            return; // as said above
        }
    }

    /** Removes both ends, and the link with them; one that somebody else removes meanwhile is removed. */
    void remove(NetworkNames names) throws CommandException {
        for (String namespace : existing(names)) {
            try {
                commands.run(List.of("ip", "netns", "del", namespace));
            } catch (CommandException e) {
                if (exists(namespace)) {
                    throw e;
                }
            }
        }
    }
}
