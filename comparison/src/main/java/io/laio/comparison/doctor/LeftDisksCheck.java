package io.laio.comparison.doctor;

import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.device.DiskStatus;
import io.laio.testbed.disk.device.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What is left of emulated disks whose daemon, or whose maker, was killed: mounts that answer with errors, and their space. */
final class LeftDisksCheck implements Check {
    private static final String SUBJECT = "left disks";

    private final DiskRegistry registry;

    LeftDisksCheck(DiskRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Finding look() {
        try {
            List<Path> left = new Inventory(registry)
                    .list().stream()
                            .filter(DiskStatus::isLeftOver)
                            .map(disk -> disk.state().layout().directory())
                            .toList();
            return left.isEmpty() ? Finding.good(SUBJECT, "no emulated disk was left behind") : leftBehind(left);
        } catch (IOException e) {
            return Finding.note(SUBJECT, "cannot be looked at: " + e.getMessage(), "");
        }
    }

    private static Finding leftBehind(List<Path> left) {
        String commands =
                left.stream().map(path -> "bin/laio disk down " + path).collect(Collectors.joining("; "));
        String names = left.stream().map(Path::toString).collect(Collectors.joining(", "));
        return Finding.note(SUBJECT, names + ": what was not taken down when its processes were killed", commands);
    }
}
