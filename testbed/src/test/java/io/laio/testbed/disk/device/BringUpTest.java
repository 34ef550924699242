package io.laio.testbed.disk.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.DiskState.Stage;
import io.laio.testbed.disk.ProcessIdentity;
import io.laio.testbed.disk.QueueSettings;
import io.laio.testbed.disk.WantedDisk;
import io.laio.testbed.disk.device.FakeMachine.Accident;
import io.laio.testbed.disk.device.FakeMachine.Killed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step fails in turn, and every step is the last that a killed process has done. */
class BringUpTest {
    private static final QueueSettings QUEUE = new QueueSettings("none", 128, 128, 128, true);
    private static final int STEPS = 8;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temporary;

    @SuppressWarnings("NullAway.Init")
    private DiskRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private DiskState wanted;

    @BeforeEach
    void make() throws IOException {
        registry = new DiskRegistry(Files.createDirectory(temporary.resolve("registry")));
        WantedDisk disk =
                new WantedDisk("constant-1", temporary.resolve("disk").toString(), 64 << 20, 0, 7, null, false);
        wanted = new DiskState(disk, "disk", true, ProcessIdentity.own(), Stage.IMAGE, null);
    }

    private DiskState up(FakeMachine machine) throws IOException, InterruptedException {
        return new BringUp(machine, registry).run(wanted, QUEUE);
    }

    private boolean down(FakeMachine machine) throws IOException, InterruptedException {
        return new TakeDown(machine, registry).run(registry.read("disk"));
    }

    private void assertNothingIsLeft(FakeMachine machine) throws IOException {
        assertTrue(machine.isClean(), machine.log::toString);
        assertEquals(List.of(), registry.all());
    }

    @Test
    void aDiskComesUpStepByStep() throws Exception {
        FakeMachine machine = new FakeMachine();
        DiskState state = up(machine);
        assertEquals(
                List.of(
                        "makeImage",
                        "startDaemon",
                        "freeLoop",
                        "attachLoop",
                        "makeFileSystem",
                        "setQueue",
                        "mount",
                        "pace"),
                machine.log);
        assertEquals(STEPS, machine.log.size());
        assertEquals(Stage.READY, state.stage());
        assertEquals(List.of(state), registry.all());
        assertTrue(machine.paced);
        assertFalse(down(machine));
        assertNothingIsLeft(machine);
    }

    static Stream<Arguments> accidents() {
        return Stream.iterate(0, step -> step + 1)
                .limit(STEPS)
                .flatMap(step -> Stream.of(Accident.values()).map(accident -> Arguments.of(step, accident)));
    }

    @ParameterizedTest
    @MethodSource("accidents")
    void whateverHappensNothingIsLeft(int step, Accident accident) throws Exception {
        FakeMachine machine = new FakeMachine().withAccident(step, accident);
        switch (accident) {
            case FAILS_BEFORE, FAILS_AFTER -> assertThrows(IOException.class, () -> up(machine));
            case KILLED_BEFORE, KILLED_AFTER -> {
                assertThrows(Killed.class, () -> up(machine));
                machine.withAccident(Integer.MAX_VALUE, accident);
                down(machine);
            }
            case INTERRUPTED -> {
                if (step < 4) {
                    assertThrows(InterruptedException.class, () -> up(machine));
                    assertFalse(Thread.interrupted(), "the exception tells it");
                } else { // nothing waits any more: the disk is up before the interrupt is noticed
                    up(machine);
                    assertTrue(Thread.interrupted());
                    down(machine);
                }
            }
        }
        assertNothingIsLeft(machine);
    }

    /** Ctrl-C, impatiently, three times: when a step has failed already, and while it is cleared away. */
    @Test
    void interruptsDoNotStopTheClearing() throws Exception {
        FakeMachine machine = new FakeMachine().withAccident(4, Accident.FAILS_AFTER);
        machine.interruptsWhileDetaching = 3;
        assertEquals(
                "makeFileSystem fails late",
                assertThrows(IOException.class, () -> up(machine)).getMessage());
        assertTrue(Thread.interrupted(), "nobody knows of the interrupts any more");
        assertNothingIsLeft(machine);
    }

    /** Also when the command that clears is killed, again and again, and run again. */
    @ParameterizedTest
    @EnumSource(
            value = Accident.class,
            names = {"KILLED_BEFORE", "KILLED_AFTER", "FAILS_BEFORE", "FAILS_AFTER"})
    void takingDownCanBeginAgainAnywhere(Accident accident) throws Exception {
        for (int step = 0; step < 6; step++) {
            FakeMachine machine = new FakeMachine();
            up(machine);
            machine.withAccident(step, accident);
            if (accident == Accident.FAILS_BEFORE || accident == Accident.FAILS_AFTER) {
                tryToTakeDown(machine);
            } else {
                assertThrows(Killed.class, () -> down(machine));
            }
            machine.withAccident(Integer.MAX_VALUE, accident);
            if (registry.find(temporary.resolve("disk")).isPresent()
                    || !registry.all().isEmpty()) {
                down(machine);
            }
            assertNothingIsLeft(machine);
        }
    }

    /** Some steps have a second way; then their failure is none. */
    private void tryToTakeDown(FakeMachine machine) throws InterruptedException {
        try {
            down(machine);
        } catch (IOException failure) {
            assertFalse(machine.isClean() && machine.log.isEmpty(), failure::toString);
        }
    }

    @Test
    void aLoopDeviceThatAnotherTookIsLeftToHim() throws Exception {
        FakeMachine machine = new FakeMachine();
        machine.stolenLoops = 3;
        up(machine);
        assertEquals(4, machine.log.stream().filter("freeLoop"::equals).count());
        down(machine);
        assertNothingIsLeft(machine);
    }

    @Test
    void withoutALoopDeviceThereIsNoDisk() throws Exception {
        FakeMachine machine = new FakeMachine();
        machine.stolenLoops = Integer.MAX_VALUE;
        assertThrows(IOException.class, () -> up(machine));
        assertNothingIsLeft(machine);
    }

    /** Whoever waits for a hung daemon waits for ever: it is killed before anything is unmounted. */
    @Test
    void aHungDaemonIsKilledFirst() throws Exception {
        FakeMachine machine = new FakeMachine();
        up(machine);
        machine.log.clear();
        machine.daemonSilent = true;
        down(machine);
        assertEquals("killDaemon", machine.log.get(1));
        assertNothingIsLeft(machine);
    }

    /** It answers orders, and then one wait in the kernel has no end: whoever is there must end it. */
    @Test
    void aDaemonThatHangsWhileItIsUnmountedIsKilled() throws Exception {
        FakeMachine machine = new FakeMachine();
        up(machine);
        machine.log.clear();
        machine.unmountHangs = true;
        machine.answersBeforeSilence = 5;
        assertFalse(down(machine));
        assertEquals(List.of("pace", "killDaemon", "unmount"), machine.log.subList(0, 3));
        assertTrue(machine.answersBeforeSilence <= 0, "it was killed although it got on");
        assertNothingIsLeft(machine);
    }

    @Test
    void aDiskInUseIsTakenFromItsUsers() throws Exception {
        FakeMachine machine = new FakeMachine();
        up(machine);
        machine.inUse = true;
        assertTrue(down(machine));
        assertNothingIsLeft(machine);
    }

    @Test
    void whatCannotBeClearedStaysWrittenDownAndTheRestIsCleared() throws Exception {
        FakeMachine machine = new FakeMachine();
        up(machine);
        machine.log.clear();
        machine.withAccident(2, Accident.FAILS_BEFORE); // after pace and one unmount: the loop device
        IOException failure = assertThrows(IOException.class, () -> down(machine));
        assertEquals("detachLoop fails", failure.getMessage());
        assertTrue(machine.mounted.isEmpty(), machine.log::toString);
        assertFalse(machine.daemon);
        assertEquals(
                Optional.of(Stage.READY),
                registry.all().stream().map(DiskState::stage).findFirst());
        down(machine);
        assertNothingIsLeft(machine);
    }
}
