package io.laio.testbed.disk.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.testbed.disk.DiskContents;
import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.DiskLayout;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.DiskState.Stage;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.TestModels;
import io.laio.testbed.disk.WantedDisk;
import io.laio.testbed.disk.daemon.DiskStatistics;
import io.laio.testbed.disk.device.Disks.Gone;
import io.laio.testbed.disk.device.FakeMachine.Killed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real disks: FUSE, a loop device, ext4. */
@Tag("root")
@Isolated
class RootDiskTest {
    private static final long DISK_BYTES = 64 << 20;

    private final Linux linux = Linux.open();

    @SuppressWarnings("NullAway.Init")
    private Path base;

    @SuppressWarnings("NullAway.Init")
    private DiskRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private Disks disks;

    @BeforeEach
    void makeDirectories() throws IOException {
        List<String> missing = new Requirements(linux).missing();
        assumeTrue(missing.isEmpty(), () -> "this machine lacks " + missing);
        base = Files.createTempDirectory(Files.createDirectories(Path.of("target", "on-disk")), "disk")
                .toRealPath();
        registry = new DiskRegistry(base.resolve("r"));
        disks = new Disks(linux, registry, new TestModels(), TestDaemon.command(registry));
    }

    /** Nothing may be left, whatever the test was about. */
    @AfterEach
    void assertNothingIsLeft() throws Exception {
        if (disks == null) {
            return; // was not begun
        }
        Path directory = base.resolve("d");
        assertEquals(Map.of(), disks.downAll().failures());
        assertFalse(Files.readString(Path.of("/proc/self/mounts")).contains(directory.toString()));
        assertEquals(List.of(), LoopDevices.over(new DiskLayout(directory).pacedImage()));
        assertFalse(Files.exists(directory));
        Files.deleteIfExists(registry.directory().resolve("lock"));
        Files.deleteIfExists(registry.directory());
        Files.delete(base);
    }

    private DiskState up(String model) throws Exception {
        return disks.up(wanted(model));
    }

    private WantedDisk wanted(String model) {
        return new WantedDisk(model, base.resolve("d").toString(), DISK_BYTES, 0, 1, null, false);
    }

    private DiskStatistics statistics() throws IOException {
        return disks.control(base.resolve("d")).statistics();
    }

    private static byte[] content(int bytes, long seed) {
        byte[] content = new byte[bytes];
        new Random(seed).nextBytes(content);
        return content;
    }

    private static Path device(DiskState state) {
        return LoopDevices.device(Objects.requireNonNull(state.loop()));
    }

    @Test
    void filesAreWhatWasWrittenAlsoFromTheColdDisk() throws Exception {
        DiskState state = up("constant-300");
        assertEquals(Stage.READY, state.stage());
        assertTrue(statistics().paced());
        Path file = state.layout().fileSystem().resolve("file");
        byte[] content = content(5_000_001, 1);
        Files.write(file, content);
        assertTrue(ResidentPages.of(linux, file) > 0);
        disks.remount(base.resolve("d"));
        assertEquals(0, ResidentPages.of(linux, file));
        long readsBefore = statistics().readBytes();
        assertArrayEquals(content, Files.readAllBytes(file));
        assertTrue(statistics().readBytes() - readsBefore >= content.length, "it came from somewhere else");
        assertTrue(statistics().flushes() > 0);
        assertEquals(Gone.QUIETLY, disks.down(base.resolve("d")));
        assertEquals(Gone.THERE_WAS_NONE, disks.down(base.resolve("d")));
    }

    @Test
    void theQueueIsSetAsTheDeviceWantsIt() throws Exception {
        DiskState state = up("constant-0");
        Path queue = Path.of("/sys/block", device(state).getFileName().toString(), "queue");
        assertEquals("256", Files.readString(queue.resolve("nr_requests")).strip());
        assertEquals("64", Files.readString(queue.resolve("read_ahead_kb")).strip());
        assertEquals("128", Files.readString(queue.resolve("max_sectors_kb")).strip());
        assertTrue(Files.readString(queue.resolve("scheduler")).contains("[mq-deadline]"));
        assertEquals(0, statistics().failures());
    }

    /** The gate opens when 64 reads are there at the same time, so that it opens at all is the proof. */
    @Test
    void directReadsAreInTheModelAllAtOnce() throws Exception {
        DiskState state = up("gate-64");
        try (DirectReads reads = DirectReads.begin(device(state), 64)) {
            reads.awaitAll().forEach(outcome -> assertEquals(4096, outcome));
        }
        assertTrue(statistics().maxDepth() >= 64, () -> "not all at once");
    }

    @Test
    void whoWaitsForAKilledDaemonGetsAnErrorAndWhatIsLeftIsFoundAndTaken() throws Exception {
        DiskState state = up("held");
        try (DirectReads reads = DirectReads.begin(device(state), 8)) {
            while (statistics().maxDepth() < 8) {
                Thread.onSpinWait(); // each question is answered by the daemon: nothing else is waited for
            }
            kill();
            reads.awaitAll().forEach(outcome -> assertEquals(-Errno.EIO, outcome));
        }
        DiskStatus status = disks.list().getFirst();
        assertTrue(status.isLeftOver(), status::toString);
        assertEquals(Gone.QUIETLY, disks.down(base.resolve("d")));
    }

    private void kill() throws Exception {
        long pid = registry.daemon(DiskRegistry.id(base.resolve("d")))
                .orElseThrow()
                .pid();
        ProcessHandle daemon = ProcessHandle.of(pid).orElseThrow();
        daemon.destroyForcibly();
        daemon.onExit().get();
    }

    @Test
    void aStoppedDaemonDoesNotKeepItsDisk() throws Exception {
        DiskState state = up("constant-100");
        Files.write(state.layout().fileSystem().resolve("file"), content(1 << 20, 2));
        long pid = stopDaemon(state);
        disks.down(base.resolve("d"));
        assertFalse(ProcessIdentity.of(pid).isPresent());
    }

    private long stopDaemon(DiskState state) throws Exception {
        long pid = registry.daemon(state.id()).orElseThrow().pid();
        assertEquals(
                0,
                new ProcessBuilder("kill", "-STOP", String.valueOf(pid)).start().waitFor());
        return pid;
    }

    /** Its umount would wait for the daemon for ever, in a state in which no signal reaches it. */
    @Test
    void aRemountOfADiskWhoseDaemonIsStoppedEnds() throws Exception {
        DiskState state = up("constant-100");
        Files.write(state.layout().fileSystem().resolve("file"), content(1 << 20, 4));
        stopDaemon(state);
        assertRemountIsEnded();
    }

    @Test
    void aRemountOfADiskWhoseModelIsNeverDoneEnds() throws Exception {
        DiskState state = up("constant-4000000000000000");
        disks.control(base.resolve("d")).pace(false);
        Files.write(
                state.layout().fileSystem().resolve("file"), content(1 << 20, 5)); // in memory, and not yet on the disk
        disks.control(base.resolve("d")).pace(true);
        assertRemountIsEnded();
    }

    private void assertRemountIsEnded() throws Exception {
        DaemonProcess daemons = new DaemonProcess(registry, TestDaemon.command(registry));
        Disks hasty = new Disks(linux, registry, new TestModels(), new LinuxMachine(linux, daemons, 500));
        DiskException ended = assertThrows(DiskException.class, () -> hasty.remount(base.resolve("d")));
        assertTrue(String.valueOf(ended.getMessage()).contains("killed"), ended::getMessage);
        assertTrue(disks.list().getFirst().isLeftOver());
        disks.down(base.resolve("d"));
    }

    @Test
    void aDiskInUseIsTakenAndTheUserKeepsNothingAlive() throws Exception {
        DiskState state = up("constant-100");
        Path file = state.layout().fileSystem().resolve("file");
        Files.write(file, content(1 << 20, 3));
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            assertTrue(lines.iterator().hasNext());
            assertThrows(IOException.class, () -> disks.remount(base.resolve("d")));
            assertEquals(Gone.FROM_ITS_USERS, disks.down(base.resolve("d")));
        }
    }

    /** As after kill -9 of the command that brings it up, at each stage: before the stage, and after it. */
    @ParameterizedTest
    @EnumSource(Stage.class)
    void whoeverIsKilledHalfWayLeavesNothingThatCannotBeTaken(Stage stage) throws Exception {
        LinuxMachine real = new LinuxMachine(linux, new DaemonProcess(registry, TestDaemon.command(registry)));
        Disks cut = new Disks(linux, registry, new TestModels(), MortalMachine.of(real, stage));
        assertThrows(Killed.class, () -> cut.up(wanted("constant-100")));
        assertEquals(1, registry.all().size());
        disks.down(base.resolve("d"));
    }

    @Test
    void aSecondDiskInTheSameDirectoryIsRefused() throws Exception {
        up("constant-0");
        DiskException refused = assertThrows(DiskException.class, () -> up("constant-0"));
        assertTrue(String.valueOf(refused.getMessage()).contains("disk down"), refused::getMessage);
        assertEquals(1, disks.list().size());
    }

    @Test
    void aDaemonThatCannotSaysWhyAndNothingIsLeft() throws Exception {
        Disks others = new Disks(
                linux,
                registry,
                (name, bytes, seed) -> new TestModels().find("constant-0", bytes, seed),
                TestDaemon.command(registry)); // whose daemon knows no such model
        DiskException refused = assertThrows(DiskException.class, () -> others.up(wanted("unknown-1")));
        assertTrue(String.valueOf(refused.getMessage()).contains("ended"), refused::getMessage);
        assertEquals(List.of(), registry.all());
    }

    @Test
    void aDiskThatDoesNotFitIsRefused() {
        WantedDisk tooLarge = new WantedDisk("constant-0", base.resolve("d").toString(), 1L << 50, 0, 1, null, false);
        DiskException refused = assertThrows(DiskException.class, () -> disks.up(tooLarge));
        assertTrue(String.valueOf(refused.getMessage()).contains("--size"), refused::getMessage);
    }

    @Test
    void manySmallFilesFitOnADiskThatWasMadeForThem() throws Exception {
        int files = 100_000;
        DiskContents contents = new DiskContents(files * 1024L, files);
        String directory = base.resolve("d").toString();
        DiskState state = disks.up(
                new WantedDisk("constant-0", directory, contents.diskBytes(), contents.files(), 1, null, false));
        disks.control(base.resolve("d")).pace(false);
        byte[] content = content(1024, 6);
        for (int i = 0; i < files; i++) {
            Files.write(state.layout().fileSystem().resolve(i + ".html"), content);
        }
        disks.remount(base.resolve("d"));
        Path last = state.layout().fileSystem().resolve(files - 1 + ".html");
        assertArrayEquals(content, Files.readAllBytes(last));
    }

    @Test
    void aProcessorIsTheDaemonsOwn() throws Exception {
        WantedDisk wanted = wanted("constant-0");
        DiskState state = disks.up(
                new WantedDisk(wanted.model(), wanted.directory(), wanted.sizeBytes(), 0, wanted.seed(), 0, false));
        long pid = registry.daemon(state.id()).orElseThrow().pid();
        String status = Files.readString(Path.of("/proc/" + pid + "/status"));
        assertTrue(status.contains("Cpus_allowed_list:\t0\n"), status);
    }
}
