package io.laio.comparison.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.doctor.Finding.Level;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.WantedDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final Linux LINUX = Linux.open();

    @TempDir
    Path data;

    @Test
    void everythingIsLookedAtAndNothingLeftBehind() throws IOException {
        List<Finding> findings = Doctor.complete(LINUX, data).examine();
        assertEquals(13, findings.size());
        findings.stream()
                .filter(finding -> finding.level() == Level.MISSING)
                .forEach(finding -> assertFalse(finding.remedy().isEmpty(), finding::toString));
        try (Stream<Path> left = Files.list(data)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aRefusedRingIsMissingWithARemedy() {
        Finding finding = new IoUringCheck(refusing(SystemCall.IO_URING_SETUP, Errno.ENOSYS)).look();
        assertEquals(Level.MISSING, finding.level());
        assertFalse(finding.remedy().isEmpty());
    }

    @Test
    void aFileSystemWithoutNoWaitIsMissing() {
        Finding finding = new NoWaitCheck(refusing(SystemCall.PREADV2, Errno.EOPNOTSUPP), data).look();
        assertEquals(Level.MISSING, finding.level());
        assertTrue(finding.remedy().contains("volume"), finding::toString);
    }

    @Test
    void withoutFuseDisksCannotBeEmulated() {
        Finding finding = new EmulationCheck(refusing(SystemCall.OPENAT2, Errno.ENOENT)).look();
        assertEquals(Level.NOTE, finding.level());
        assertTrue(finding.remedy().contains("/dev/fuse") || finding.remedy().contains("root"), finding::toString);
    }

    @Test
    void aDiskThatIsLeftBehindIsNamedWithTheCommandThatTakesItAway() throws IOException {
        DiskRegistry registry = new DiskRegistry(data);
        assertEquals(Level.GOOD, new LeftDisksCheck(registry).look().level());
        WantedDisk wanted = new WantedDisk("hdd-2004", "/mnt/lost", 64 << 20, 0, 1, null, false);
        ProcessIdentity gone = new ProcessIdentity(Integer.MAX_VALUE, 1, "boot");
        registry.write(
                new DiskState(wanted, DiskRegistry.id(Path.of("/mnt/lost")), true, gone, DiskState.Stage.LOOP, 3));
        Finding finding = new LeftDisksCheck(registry).look();
        assertEquals(Level.NOTE, finding.level());
        assertEquals("bin/laio disk down /mnt/lost", finding.remedy());
        assertTrue(finding.detail().contains("/mnt/lost (only its record)"), finding::toString);
    }

    @Test
    void evictionThatDoesNothingIsMissing() {
        // As on tmpfs: the advice is taken and nothing leaves.
        Linux tmpfs = (number, a, b, c, d, e, f) ->
                number == SystemCall.FADVISE64.number() ? 0 : LINUX.syscall(number, a, b, c, d, e, f);
        assertEquals(Level.MISSING, new ResidencyCheck(tmpfs, data).look().level());
    }

    @Test
    void oldKernelsAreMissing() throws IOException {
        assertEquals(Level.MISSING, kernel("5.15.0-91-generic").level());
        assertEquals(Level.MISSING, kernel("6.0.19").level());
        assertEquals(Level.GOOD, kernel("6.1.0-18-amd64").level());
        assertEquals(Level.GOOD, kernel("7.0.0").level());
    }

    @Test
    void fewDescriptorsAreNoted() throws IOException {
        assertEquals(Level.NOTE, descriptors("1024").level());
        assertEquals(Level.GOOD, descriptors("20000").level());
        assertEquals(Level.GOOD, descriptors("unlimited").level());
    }

    private Finding kernel(String release) throws IOException {
        return new KernelCheck(Files.writeString(data.resolve("osrelease"), release + "\n")).look();
    }

    private Finding descriptors(String soft) throws IOException {
        String limits = "Limit                     Soft Limit           Hard Limit           Units\n"
                + "Max open files            " + soft + "                20000                files\n";
        return new DescriptorCheck(Files.writeString(data.resolve("limits"), limits)).look();
    }

    private static Linux refusing(SystemCall call, int errno) {
        return (number, a, b, c, d, e, f) -> number == call.number() ? -errno : LINUX.syscall(number, a, b, c, d, e, f);
    }
}
