package io.laio.testbed.disk.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.laio.testbed.disk.DiskContents;
import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.WantedDisk;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that a test has written stand for mkfs.ext4. */
class MkfsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private static WantedDisk wanted(DiskContents contents) {
        return new WantedDisk("constant-1", "/mnt/disk", contents.diskBytes(), contents.files(), 1, null, false);
    }

    private Mkfs program(String text) throws Exception {
        Path file = Files.writeString(temporary.resolve("mkfs.ext4"), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Mkfs(file);
    }

    /** It says which process it is, and neither ends nor heeds a request to. */
    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // whoever opens the FIFO heeds no interrupt
    void whoIsInterruptedLeavesNoProcess() throws Exception {
        Path pid = temporary.resolve("pid");
        assertEquals(0, new ProcessBuilder("mkfifo", pid.toString()).start().waitFor());
        Mkfs endless = program("trap '' TERM INT; echo $$ >" + pid + "; exec tail -f /dev/null");
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread waiting = Thread.ofPlatform().start(() -> {
            end.set(assertThrows(
                    Exception.class, () -> endless.run(temporary.resolve("device"), wanted(DiskContents.NONE))));
        });
        long process = Long.parseLong(Files.readString(pid).strip());
        assertTrue(ProcessIdentity.of(process).isPresent());
        waiting.interrupt();
        assertTrue(waiting.join(Duration.ofSeconds(60)), "it waits for the program all the same");
        assertInstanceOf(InterruptedException.class, end.get());
        assertFalse(ProcessIdentity.of(process).isPresent(), "the program runs on");
    }

    /** More than a pipe holds. */
    @Test
    void aProgramThatFailsIsQuotedHoweverMuchItSays() throws Exception {
        Mkfs failing = program("head -c 200000 /dev/zero | tr '\\0' x; echo no such device; exit 3");
        DiskException failure = assertThrows(
                DiskException.class, () -> failing.run(temporary.resolve("device"), wanted(DiskContents.NONE)));
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.endsWith("no such device"), () -> message.substring(message.length() - 100));
    }

    @Test
    void itIsToldTheDeviceLast() throws Exception {
        Path told = temporary.resolve("told");
        program("for last; do :; done; echo $last >" + told).run(Path.of("/dev/somewhere"), wanted(DiskContents.NONE));
        assertEquals("/dev/somewhere", Files.readString(told).strip());
    }

    /**
     * The real one, in a file: many files of 1 KB, of no bytes, of a few blocks, few large ones, and hardly any. Each must have an
     * inode and its blocks, of what the kernel does not keep for itself.
     */
    @ParameterizedTest
    @CsvSource({
        "100000, 1024",
        "100000, 0",
        "100000, 4097",
        "300000, 1",
        "2000, 500000",
        "1, 1",
    })
    void whatADiskWasMadeForFits(long files, long fileBytes) throws Exception {
        assumeTrue(Requirements.program("mkfs.ext4").isPresent(), "mkfs.ext4 is not installed");
        assumeTrue(Requirements.program("dumpe2fs").isPresent(), "dumpe2fs is not installed");
        DiskContents contents = new DiskContents(files * fileBytes, files);
        Path image = temporary.resolve("image");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(contents.diskBytes());
        }
        Mkfs.installed().run(image, wanted(contents));
        String told = told(image);
        assertTrue(number(told, "Free inodes") >= files, told);
        long blocks = files * Math.ceilDiv(fileBytes, 4096) + Math.ceilDiv(files * 2 * 264, 4096);
        long kept = Math.min(contents.diskBytes() / 4096 / 50, 4096);
        assertTrue(number(told, "Free blocks") - kept >= blocks, () -> blocks + " blocks are needed: " + told);
    }

    private static String told(Path image) throws Exception {
        String program = Requirements.program("dumpe2fs").orElseThrow().toString();
        Process process = new ProcessBuilder(program, "-h", image.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return told;
    }

    private static long number(String told, String name) {
        Matcher matcher = Pattern.compile(name + ": +(\\d+)").matcher(told);
        assertTrue(matcher.find(), told);
        return Long.parseLong(matcher.group(1));
    }
}
