package io.laio.comparison.doctor;

import io.laio.linux.Linux;
import io.laio.testbed.disk.device.Requirements;
import java.util.List;

/** Whether disks can be emulated here: FUSE, loop devices, mkfs.ext4, root. */
final class EmulationCheck implements Check {
    private static final String SUBJECT = "disk models";

    private final Linux linux;

    EmulationCheck(Linux linux) {
        this.linux = linux;
    }

    @Override
    public Finding look() {
        List<String> missing = new Requirements(linux).missing();
        return missing.isEmpty()
                ? Finding.good(SUBJECT, "disks can be emulated: bin/laio disk up")
                : Finding.note(
                        SUBJECT,
                        "disks cannot be emulated, experiments are on this machine's own",
                        "needs " + String.join(", and ", missing));
    }
}
