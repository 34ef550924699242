package io.laio.testbed.disk.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.ProcessIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that a test has written stand for mkfs.ext4. */
class MkfsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    private Mkfs program(String text) throws Exception {
        Path file = Files.writeString(temporary.resolve("mkfs.ext4"), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Mkfs(file);
    }

    /** It says which process it is, and neither ends nor heeds a request to. */
    @Test
    void whoIsInterruptedLeavesNoProcess() throws Exception {
        Path pid = temporary.resolve("pid");
        assertEquals(0, new ProcessBuilder("mkfifo", pid.toString()).start().waitFor());
        Mkfs endless = program("trap '' TERM INT; echo $$ >" + pid + "; exec tail -f /dev/null");
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread waiting = Thread.ofPlatform().start(() -> {
            end.set(assertThrows(Exception.class, () -> endless.run(temporary.resolve("device"))));
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
        DiskException failure = assertThrows(DiskException.class, () -> failing.run(temporary.resolve("device")));
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.endsWith("no such device"), () -> message.substring(message.length() - 100));
    }

    @Test
    void itIsToldTheDeviceLast() throws Exception {
        Path told = temporary.resolve("told");
        program("for last; do :; done; echo $last >" + told).run(Path.of("/dev/somewhere"));
        assertEquals("/dev/somewhere", Files.readString(told).strip());
    }
}
