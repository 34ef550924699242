package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.ProcessIdentity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            all.add(status(state));
        }
        return List.copyOf(all);
    }

    private DiskStatus status(DiskState state) throws IOException {
        Optional<ProcessIdentity> daemon = registry.daemon(state.id()).filter(ProcessIdentity::runs);
        boolean mounted = MountTable.isMounted(state.layout().fileSystem());
        return new DiskStatus(
                state,
                daemon.map(ProcessIdentity::pid).orElse(null),
                mounted,
                state.maker().runs());
    }
}
