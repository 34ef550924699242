package io.laio.comparison.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        } catch (IOException e) {
            if (ControlFile.isBusy(e)) {
                return List.of(); // its processes are in another container, and invisible
            }
            throw e;
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
