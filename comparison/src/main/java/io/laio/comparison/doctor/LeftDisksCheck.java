package io.laio.comparison.doctor;

import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.device.DiskStatus;
import io.laio.testbed.disk.device.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What is left of emulated disks whose daemon, or whose maker, is gone: mounts that answer with errors, and their space. */
final class LeftDisksCheck implements Check {
    private static final String SUBJECT = "left disks";

    private final DiskRegistry registry;

    LeftDisksCheck(DiskRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Finding look() {
        try {
            List<DiskStatus> left = new Inventory(registry)
                    .list().stream().filter(DiskStatus::isLeftOver).toList();
            return left.isEmpty() ? Finding.good(SUBJECT, "no emulated disk was left behind") : leftBehind(left);
        } catch (IOException e) {
            return Finding.note(SUBJECT, "cannot be looked at: " + e.getMessage(), "");
        }
    }

    private static Finding leftBehind(List<DiskStatus> left) {
        String commands = left.stream()
                .map(disk -> "bin/laio disk down " + directory(disk))
                .collect(Collectors.joining("; "));
        String names = left.stream()
                .map(disk -> directory(disk) + " (" + disk.partsWords() + ")")
                .collect(Collectors.joining(", "));
        return Finding.note(SUBJECT, names + ": what was not taken down when its processes ended", commands);
    }

    private static Path directory(DiskStatus disk) {
        return disk.state().layout().directory();
    }
}
