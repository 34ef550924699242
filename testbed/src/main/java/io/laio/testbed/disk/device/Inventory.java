package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskLayout;
import io.laio.testbed.disk.DiskLocks;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at the emulated disks of this machine.
 *
 * @param registry where they are written down
 */
public record Inventory(DiskRegistry registry) {
    /**
     * All disks, also what is left of those whose daemon has died.
     *
     * @return how each is
     * @throws IOException if the registry cannot be read
     */
    public List<DiskStatus> list() throws IOException {
        List<DiskStatus> all = new ArrayList<>();
        for (DiskState state : registry.all()) {
            look(state.layout().directory()).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    /** What was read without the lock may be of a moment ago; what is gone now is no disk. */
    Optional<DiskStatus> look(Path directory) throws IOException {
        Optional<DiskLocks.Lock> lock = registry.locks().look(directory);
        try {
            Optional<DiskState> state = registry.find(directory);
            return state.isEmpty() ? Optional.empty() : Optional.of(status(state.get(), lock.isEmpty()));
        } finally {
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }

    private DiskStatus status(DiskState state, boolean busy) throws IOException {
        Optional<ProcessIdentity> daemon = registry.daemon(state.id()).filter(ProcessIdentity::runs);
        return new DiskStatus(
                state,
                daemon.map(ProcessIdentity::pid).orElse(null),
                parts(state.layout(), daemon.isPresent()),
                state.maker().runs(),
                busy);
    }

    private static Set<DiskPart> parts(DiskLayout layout, boolean daemon) throws IOException {
        Map<DiskPart, Boolean> there = Map.of(
                DiskPart.DAEMON, daemon,
                DiskPart.FILE_SYSTEM, MountTable.isMounted(layout.fileSystem()),
                DiskPart.LOOP_DEVICE, !LoopDevices.over(layout.pacedImage()).isEmpty(),
                DiskPart.FUSE, MountTable.isMounted(layout.device()),
                DiskPart.IMAGE, Files.exists(layout.image()));
        return Stream.of(DiskPart.values())
                .filter(part -> there.getOrDefault(part, false))
                .collect(Collectors.toSet());
    }
}
