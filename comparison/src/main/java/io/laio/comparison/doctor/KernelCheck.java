package io.laio.comparison.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kernel's release: DEFER_TASKRUN, the youngest thing the ring engine needs, came with 6.1. */
final class KernelCheck implements Check {
    private static final String SUBJECT = "kernel";
    private static final Pattern RELEASE = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final int OLDEST_MAJOR = 6;
    private static final int OLDEST_MINOR = 1;

    private final Path release;

    KernelCheck() {
        this(Path.of("/proc/sys/kernel/osrelease"));
    }

    KernelCheck(Path release) {
        this.release = release;
    }

    @Override
    public Finding look() {
        try {
            return judge(Files.readString(release).strip());
        } catch (IOException e) {
            return Finding.missing(SUBJECT, "its release cannot be read: " + e.getMessage(), "run on Linux");
        }
    }

    private static Finding judge(String release) {
        Matcher matcher = RELEASE.matcher(release);
        if (!matcher.matches()) {
            return Finding.note(SUBJECT, "Linux " + release + ", whatever that is", "");
        }
        int major = Integer.parseInt(matcher.group(1));
        int minor = Integer.parseInt(matcher.group(2));
        boolean young = major == OLDEST_MAJOR ? minor >= OLDEST_MINOR : major > OLDEST_MAJOR;
        return young
                ? Finding.good(SUBJECT, "Linux " + release)
                : Finding.missing(SUBJECT, "Linux " + release, "use Linux 6.1 or newer");
    }
}
