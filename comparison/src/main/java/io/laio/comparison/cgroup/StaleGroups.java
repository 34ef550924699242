package io.laio.comparison.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What comparisons that were killed have left behind. A group's name tells the process that made it; once that has ended,
 * an empty group is nobody's, and one that is not empty holds a server that nobody will end.
 */
final class StaleGroups {
    private static final Pattern NAME = Pattern.compile("laio-(?:probe-)?(\\d+)(?:-.*)?");

    private static final Path PROC = Path.of("/proc");
    private static final int KILL_ROUNDS = 10;
    private static final long PATIENCE_MILLIS = 1_000;

    private final GroupDirectories directories;
    private final LongPredicate alive;

    StaleGroups(GroupDirectories directories, LongPredicate alive) {
        this.directories = directories;
        this.alive = alive;
    }

    /**
     * Removes what is empty.
     *
     * @param hierarchies where groups are made
     * @return the processes in those that are not
     * @throws IOException if a hierarchy cannot be read
     */
    List<Long> remove(Collection<Path> hierarchies) throws IOException {
        List<Long> left = new ArrayList<>();
        for (Path hierarchy : hierarchies) {
            for (Path group : stale(hierarchy)) {
                left.addAll(removeIfEmpty(group));
            }
        }
        return left.stream().distinct().toList();
    }

    private List<Long> removeIfEmpty(Path group) throws IOException {
        try {
            List<Long> processes = ControlFile.readProcesses(group);
            if (processes.isEmpty()) {
                directories.remove(group);
            }
            return processes;
        } catch (NoSuchFileException gone) {
            return List.of(); // another comparison was faster
        } catch (GroupBusyException e) {
            return List.of(); // its processes are in another container, and invisible
        }
    }

    /**
     * Ends what runs in stale groups, and removes them. Processes of another process namespace are let alone: from there the
     * one that made the group may be alive, under a number that here is nobody's.
     *
     * @param hierarchies where groups are made
     * @return the processes that were ended
     * @throws IOException if a hierarchy cannot be read, or a group whose processes were ended cannot be removed
     */
    List<Long> end(Collection<Path> hierarchies) throws IOException {
        List<Long> ended = new ArrayList<>();
        for (Path hierarchy : hierarchies) {
            for (Path group : stale(hierarchy)) {
                List<Long> here = endProcesses(group);
                if (!here.isEmpty()) {
                    ended.addAll(here);
                    new GroupRemoval(directories).removeAll(List.of(group));
                }
            }
        }
        return ended.stream().distinct().toList();
    }

    /** Again and again, because a process may start another one just before it ends. */
    private static List<Long> endProcesses(Path group) throws IOException {
        List<Long> ended = new ArrayList<>();
        for (int round = 0; round < KILL_ROUNDS; round++) {
            List<ProcessHandle> running = ControlFile.readProcesses(group).stream()
                    .filter(StaleGroups::inOwnNamespace)
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .filter(ProcessHandle::isAlive)
                    .toList();
            if (running.isEmpty()) {
                break;
            }
            running.forEach(ProcessHandle::destroyForcibly);
            running.forEach(StaleGroups::awaitEnd);
            running.forEach(process -> ended.add(process.pid()));
        }
        return ended.stream().distinct().toList();
    }

    private static boolean inOwnNamespace(long pid) {
        try {
            Path namespace = Path.of("ns", "pid");
            return Files.readSymbolicLink(PROC.resolve(Long.toString(pid)).resolve(namespace))
                    .equals(Files.readSymbolicLink(PROC.resolve("self").resolve(namespace)));
        } catch (IOException gone) {
            return false;
        }
    }

    /** A zombie that nobody takes note of is waited for in vain, and not for long. */
    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            return; // the group's removal tells whether it is in the way
        }
    }

    private List<Path> stale(Path hierarchy) throws IOException {
        try (Stream<Path> groups = Files.list(hierarchy)) {
            return groups.filter(group -> isStale(String.valueOf(group.getFileName())))
                    .toList();
        }
    }

    private boolean isStale(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && !alive.test(Long.parseLong(matcher.group(1)));
    }
}
