package io.laio.testbed.disk.device;

import io.laio.linux.Linux;
import io.laio.linux.OpenHow;
import io.laio.testbed.disk.Descriptor;
import io.laio.testbed.disk.SystemCallException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a machine must have for emulated disks.
 *
 * @param linux the kernel
 */
public record Requirements(Linux linux) {
    private static final Path FUSE = Path.of("/dev/fuse");
    private static final List<String> USUAL_PLACES = List.of("/usr/sbin", "/sbin", "/usr/bin", "/bin");

    /**
     * Looks.
     *
     * @return what is missing, each with its remedy; empty if nothing is
     */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (linux.geteuid() != 0) {
            missing.add("root (run it with sudo)");
        } else {
            device(FUSE, "modprobe fuse; in a container: --device /dev/fuse --privileged")
                    .ifPresent(missing::add);
            device(LoopDevices.CONTROL, "modprobe loop; in a container: --privileged")
                    .ifPresent(missing::add);
        }
        for (String program : List.of("mkfs.ext4", "setsid", "taskset")) {
            if (program(program).isEmpty()) {
                missing.add(program + " (install " + (program.startsWith("mkfs") ? "e2fsprogs" : "util-linux") + ")");
            }
        }
        return List.copyOf(missing);
    }

    private Optional<String> device(Path file, String remedy) {
        try (Descriptor _ = Descriptor.open(linux, file, OpenHow.O_RDWR)) {
            return Optional.empty();
        } catch (SystemCallException e) {
            return Optional.of(e.getMessage() + " (" + remedy + ")");
        }
    }

    /** Where a program is: administrators' directories are not on everybody's PATH. */
    static Optional<Path> program(String name) {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1));
        return Stream.concat(path, USUAL_PLACES.stream())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
