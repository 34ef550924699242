package io.laio.comparison.doctor;

import io.laio.linux.Linux;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.network.StaleNetworks;
import io.laio.testbed.network.SystemCommands;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks at everything in turn.
 *
 * @param checks what to look at, in this order
 */
public record Doctor(List<Check> checks) {
    /** Copies the list. */
    public Doctor {
        checks = List.copyOf(checks);
    }

    /**
     * All checks of this version.
     *
     * @param linux the kernel
     * @param data the data directory, which exists
     * @return the doctor
     */
    public static Doctor complete(Linux linux, Path data) {
        return new Doctor(List.of(
                new KernelCheck(),
                new IoUringCheck(linux),
                new CgroupCheck(),
                new ResidencyCheck(linux, data),
                new NoWaitCheck(linux, data),
                new NameCacheCheck(),
                new ProcessorCheck(),
                new DescriptorCheck(),
                new NetworkCheck(StaleNetworks.ofThisMachine(), new SystemCommands()),
                new DiskCheck(data),
                new EmulationCheck(linux),
                new LeftDisksCheck(new DiskRegistry(DiskRegistry.USUAL)),
                new SpaceCheck(data)));
    }

    /**
     * Looks.
     *
     * @return what was found, in the order of the checks
     */
    public List<Finding> examine() {
        return checks.stream().map(Check::look).toList();
    }
}
