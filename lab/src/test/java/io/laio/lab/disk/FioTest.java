package io.laio.lab.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.disk.UnfitMachineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a program that is fio, is not there, fails, or does not end. */
@Timeout(60)
class FioTest {
    private static final Path DEVICE = Path.of("/dev/null");
    private static final Extent EXTENT = new Extent(1, 1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private Fio pretended(String script) throws IOException {
        Path program = directory.resolve("fio");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Fio(program.toString());
    }

    private static Reads read(Fio fio) throws IOException, InterruptedException {
        return fio.read(DEVICE, Load.random(4), EXTENT, 1);
    }

    private static String failure(Class<? extends Exception> kind, Executable action) {
        return String.valueOf(assertThrows(kind, action).getMessage());
    }

    @Test
    void whatItSaysIsTaken() throws Exception {
        Fio fio = pretended("""
                echo "a warning" >&2
                echo '{"jobs": [{"error": 0, "read": {"iops": 50.5, "lat_ns": {"mean": 2000000.0}}}]}'""");
        assertEquals(new Reads(50.5, 2, 50.5 / 256), read(fio));
    }

    @Test
    void itIsAskedForTheLoad() throws Exception {
        Fio fio = pretended("echo \"$@\"; exit 3");
        String message = failure(FioException.class, () -> read(fio));
        assertTrue(message.contains("--filename=/dev/null"), message);
        assertTrue(message.contains("--iodepth=4"), message);
        assertTrue(message.contains("ended with status 3"), message);
    }

    @Test
    void itsVersionIsWhatItCallsItself() throws Exception {
        assertEquals(
                "fio-9.1", pretended("[ \"$*\" = --version ] && echo fio-9.1").version());
        Fio broken = pretended("echo no; exit 1");
        String message = failure(FioException.class, broken::version);
        assertTrue(message.endsWith("status 1: no"), message);
    }

    @Test
    void thatItIsNotThereIsTheMachinesFault() {
        Fio absent = new Fio(directory.resolve("none").toString());
        String message = failure(UnfitMachineException.class, absent::version);
        assertTrue(message.contains("install fio"), message);
    }

    /** It waits for a writer of a FIFO, who never comes. */
    @Test
    void anInterruptEndsIt() throws Exception {
        Fio fio = pretended("mkfifo \"$(dirname \"$0\")/fifo\"; exec cat \"$(dirname \"$0\")/fifo\"");
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> read(fio));
        assertEquals(
                0,
                ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .count());
    }
}
