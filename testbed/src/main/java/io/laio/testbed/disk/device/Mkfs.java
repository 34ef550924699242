package io.laio.testbed.disk.device;

import io.laio.testbed.disk.DiskContents;
import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.WantedDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Makes an ext4, by a process that does not outlive an interrupt of who waits for it.
 *
 * @param program where {@code mkfs.ext4} is
 * @see <a href="https://man7.org/linux/man-pages/man8/mke2fs.8.html">mke2fs(8)</a>
 */
record Mkfs(Path program) {
    /**
     * Everything is written now (lazy_*_init=0): else the kernel would go on with it in the background, and be measured.
     * Blocks are not discarded, which FUSE does not do here.
     */
    private static final String EXTENDED = "nodiscard,lazy_itable_init=0,lazy_journal_init=0";

    private static final String NONE_FOR_ROOT = "0";

    /** A process in a call that waits for a hung daemon ends only when that is killed, which who takes the disk down does. */
    private static final long END_SECONDS = 10;

    /** The one of this machine. */
    static Mkfs installed() throws DiskException {
        return new Mkfs(Requirements.program("mkfs.ext4")
                .orElseThrow(() -> new DiskException("mkfs.ext4 is not installed: install e2fsprogs")));
    }

    /** Makes a file system on a device, or in a file; what was there is lost. */
    void run(Path device, WantedDisk wanted) throws IOException, InterruptedException {
        Process process = start(device, wanted);
        FutureTask<String> output = new FutureTask<>(() -> read(process));
        Thread.ofVirtual().start(output);
        try {
            if (process.waitFor() != 0) {
                throw new DiskException("mkfs.ext4 on " + device + " failed: " + said(output));
            }
        } catch (InterruptedException e) {
            end(process);
            throw e;
        }
    }

    /** In a session of its own: Ctrl-C reaches who waits, and he ends it. */
    private Process start(Path device, WantedDisk wanted) throws IOException {
        List<String> options = new ArrayList<>(List.of("-q", "-F", "-m", NONE_FOR_ROOT, "-E", EXTENDED));
        options.addAll(sizes(wanted));
        ProcessBuilder builder = new ProcessBuilder("setsid", program.toString());
        builder.command().addAll(options);
        builder.command().add(device.toString());
        return builder.redirectErrorStream(true).start();
    }

    /** All of them told, so that nothing depends on the machine's mke2fs.conf. */
    private static List<String> sizes(WantedDisk wanted) {
        long bytes = wanted.sizeBytes();
        long inodes = new DiskContents(0, wanted.files()).inodes(bytes);
        return List.of(
                "-b", String.valueOf(DiskContents.BLOCK_BYTES),
                "-I", String.valueOf(DiskContents.INODE_BYTES),
                "-N", String.valueOf(inodes),
                "-J", "size=" + DiskContents.journalMebibytes(bytes));
    }

    private static String read(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static String said(FutureTask<String> output) throws InterruptedException {
        try {
            return output.get();
        } catch (ExecutionException e) {
            return "what it said cannot be read (" + e.getCause() + ")";
        }
    }

    private static void end(Process process) {
        process.destroyForcibly();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt(); // twice the same wish: it is being carried out
        }
    }
}
