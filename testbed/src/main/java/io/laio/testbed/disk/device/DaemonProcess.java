package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.daemon.ControlClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A disk's daemon, a process of its own that outlives who started it.
 *
 * @param registry where it writes itself down
 * @param command how it is started; the disk's name is added
 */
record DaemonProcess(DiskRegistry registry, List<String> command) {
    private static final long LOOK_MILLIS = 10;
    private static final long START_SECONDS = 60;
    private static final long END_SECONDS = 10;

    DaemonProcess {
        command = List.copyOf(command);
    }

    /** In a session of its own, so that neither Ctrl-C nor the end of the terminal reaches it. */
    void start(DiskState state) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("setsid"));
        Integer cpu = state.wanted().cpu();
        if (cpu != null) {
            all.addAll(List.of("taskset", "--cpu-list", cpu.toString()));
        }
        all.addAll(command);
        all.add(state.id());
        Path log = state.layout().log();
        Process process = new ProcessBuilder(all)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            awaitAnswer(state, process, log);
        } catch (IOException | InterruptedException e) {
            end(process); // before it has written itself down nobody else can
            throw e;
        }
    }

    private static void end(Process process) {
        process.destroyForcibly();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer(DiskState state, Process process, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.exists(registry.socket(state.id()))) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new DiskException("the disk's daemon ended: " + lastLine(log));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new DiskException("the disk's daemon did not begin within " + START_SECONDS + " s");
            }
        }
        control(state).statistics();
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    ControlClient control(DiskState state) {
        return new ControlClient(registry.socket(state.id()));
    }

    boolean isAlive(DiskState state) throws IOException {
        return registry.daemon(state.id()).filter(ProcessIdentity::runs).isPresent();
    }

    void awaitEnd(DiskState state) throws IOException, InterruptedException {
        if (!endsWithin(state, END_SECONDS)) {
            kill(state);
        }
    }

    void kill(DiskState state) throws IOException, InterruptedException {
        registry.daemon(state.id())
                .filter(ProcessIdentity::runs)
                .flatMap(daemon -> ProcessHandle.of(daemon.pid()))
                .ifPresent(ProcessHandle::destroyForcibly);
        if (!endsWithin(state, END_SECONDS)) {
            throw new DiskException("the disk's daemon does not end, although it was killed");
        }
    }

    /** A dead process that its parent has not taken note of yet counts as ended. */
    private boolean endsWithin(DiskState state, long seconds) throws IOException, InterruptedException {
        Optional<ProcessIdentity> daemon = registry.daemon(state.id());
        Optional<ProcessHandle> handle =
                daemon.filter(ProcessIdentity::runs).flatMap(found -> ProcessHandle.of(found.pid()));
        if (handle.isEmpty()) {
            return true;
        }
        try {
            handle.get().onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return !isAlive(state);
        }
    }
}
