package io.laio.testbed.disk.device;

import io.laio.linux.Linux;
import io.laio.linux.Mounting;
import io.laio.linux.NativeBuffer;
import io.laio.testbed.disk.SystemCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is mounted where. For the thread of its kernel.
 *
 * @param linux the kernel
 */
record MountTable(Linux linux) {
    private static final Path TABLE = Path.of("/proc/self/mountinfo");
    private static final int POINT = 4; // proc_pid_mountinfo(5)
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3})");

    static boolean isMounted(Path directory) throws IOException {
        String wanted = directory.toString();
        return Files.readAllLines(TABLE).stream().anyMatch(line -> point(line).equals(wanted));
    }

    /** Spaces and the like are written in octal. */
    static String point(String line) {
        String escaped = line.split(" ", -1)[POINT];
        return ESCAPE.matcher(escaped)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 8))));
    }

    /**
     * An ext4 that does nothing by itself: reading a file changes nothing, an error stops the writing, and no thread of the
     * kernel reads bitmaps in the seconds after the mount, which would be measured (an option of Linux 5.13).
     */
    void mountExt4(Path device, Path directory) throws SystemCallException {
        try (NativeBuffer source = NativeBuffer.ofString(device.toString());
                NativeBuffer target = NativeBuffer.ofString(directory.toString());
                NativeBuffer type = NativeBuffer.ofString("ext4");
                NativeBuffer options = NativeBuffer.ofString("errors=remount-ro,no_prefetch_block_bitmaps")) {
            int flags = Mounting.MS_NOATIME | Mounting.MS_NODEV | Mounting.MS_NOSUID;
            long result = linux.mount(source.address(), target.address(), type.address(), flags, options.address());
            SystemCallException.check(result, "cannot mount " + device + " at " + directory);
        }
    }

    void unmount(Path directory, int flags) throws SystemCallException {
        try (NativeBuffer target = NativeBuffer.ofString(directory.toString())) {
            SystemCallException.check(linux.umount2(target.address(), flags), "cannot unmount " + directory);
        }
    }
}
