package io.laio.comparison.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KernelFilesTest {
    @TempDir
    private Path directory;

    /** The machine's kernel, but that one call always fails. */
    private static KernelFiles failing(SystemCall call, int errno) {
        return new KernelFiles(() -> {
            Linux linux = Linux.open();
            return (number, a, b, c, d, e, f) ->
                    number == call.number() ? -errno : linux.syscall(number, a, b, c, d, e, f);
        });
    }

    private Path limit() throws IOException {
        return Files.writeString(directory.resolve("memory.max"), "9223372036854771712\n");
    }

    @Test
    void aLimitTakesTheOldOnesPlace() throws IOException {
        Path file = limit();
        assertTrue(ControlFile.writeLimit(file, 134_217_728));
        assertEquals("134217728", Files.readString(file));
    }

    @Test
    void aLimitThatIsNotThereIsNotMade() {
        Path missing = directory.resolve("memory.max");
        IOException error = assertThrows(IOException.class, () -> ControlFile.writeLimit(missing, 1));
        assertTrue(String.valueOf(error.getMessage()).contains("ENOENT"), error::toString);
        assertFalse(Files.exists(missing));
    }

    @Test
    void aBusyKernelHasNotSetTheLimitAndThatIsNoFailure() throws IOException {
        assertFalse(ControlFile.writeLimit(failing(SystemCall.WRITE, Errno.EBUSY), limit(), 1));
    }

    @Test
    void anyOtherRefusalIs() throws IOException {
        Path file = limit();
        KernelFiles refusing = failing(SystemCall.WRITE, Errno.EINVAL);
        assertThrows(IOException.class, () -> ControlFile.writeLimit(refusing, file, 1));
    }

    @Test
    void aBusyGroupIsToldApartFromOneThatCannotBeRemoved() throws IOException {
        Path group = Files.createDirectory(directory.resolve("group"));
        GroupDirectories busy = GroupDirectories.kernel(failing(SystemCall.UNLINKAT, Errno.EBUSY));
        assertThrows(GroupBusyException.class, () -> busy.remove(group));
        GroupDirectories forbidden = GroupDirectories.kernel(failing(SystemCall.UNLINKAT, Errno.EPERM));
        IOException error = assertThrows(IOException.class, () -> forbidden.remove(group));
        assertFalse(error instanceof GroupBusyException, error::toString);
    }

    @Test
    void aGroupIsRemovedOnce() throws IOException {
        Path group = directory.resolve("group");
        GroupDirectories.KERNEL.create(group);
        GroupDirectories.KERNEL.remove(group);
        assertFalse(Files.exists(group));
        GroupDirectories.KERNEL.remove(group);
    }
}
