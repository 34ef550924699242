package io.laio.comparison.results;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where it was run. Also written by itself, as {@code environment.json}. No host or user names.
 *
 * @param recordedAt when this was read
 * @param commit commit of laio, with {@code -dirty} if the work tree was changed; {@code unknown} outside a repository
 * @param operatingSystem the distribution's name
 * @param kernel release of the kernel
 * @param architecture e.g. {@code x86_64}
 * @param cpuModel name of the processor
 * @param cpus processors this process may use
 * @param memoryBytes memory of the machine
 * @param java vendor and version of the JDK that ran the servers
 * @param ioUring {@code available}, or why not
 * @param cgroup {@code v1}, {@code v2}, or why none could be used
 * @param fileSystem type and mount options of the file system that holds the documents
 * @param device the block device below it: model, scheduler, queue length, read-ahead
 * @param details anything else, by name, in the order to be shown
 * @param laterSessions those that went on after an interruption, in order; empty if one session made all runs
 */
public record EnvironmentInfo(
        Instant recordedAt,
        String commit,
        String operatingSystem,
        String kernel,
        String architecture,
        String cpuModel,
        int cpus,
        long memoryBytes,
        String java,
        String ioUring,
        String cgroup,
        String fileSystem,
        String device,
        Map<String, String> details,
        List<Session> laterSessions) {

    /** Copies the details, keeping their order, and the sessions, of which older files know nothing. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for a field that an older file does not have
    public EnvironmentInfo {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        laterSessions = laterSessions == null ? List.of() : List.copyOf(laterSessions);
    }

    /**
     * The same, and a session more.
     *
     * @param session it goes on with the comparison
     * @return a copy
     */
    public EnvironmentInfo withSession(Session session) {
        List<Session> more =
                Stream.concat(laterSessions.stream(), Stream.of(session)).toList();
        return new EnvironmentInfo(
                recordedAt,
                commit,
                operatingSystem,
                kernel,
                architecture,
                cpuModel,
                cpus,
                memoryBytes,
                java,
                ioUring,
                cgroup,
                fileSystem,
                device,
                details,
                more);
    }
}
