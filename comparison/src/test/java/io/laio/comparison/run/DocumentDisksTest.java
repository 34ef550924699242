package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.cgroup.CpuList;
import io.laio.comparison.plan.PlanException;
import io.laio.testbed.disk.DiskContents;
import io.laio.testbed.disk.DiskState;
import io.laio.testbed.disk.model.catalogue.DiskCatalogue;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No disk is left behind whatever fails, and nobody else's is taken away. */
class DocumentDisksTest {
    private static final DiskContents CONTENTS = new DiskContents(64 << 20, 10);

    @TempDir
    Path data;

    private final FakeDisks fake = new FakeDisks();
    private final List<String> told = new ArrayList<>();
    private Path place = Path.of("");

    @BeforeEach
    void findPlace() throws IOException {
        place = data.toRealPath().resolve("emulated-disk");
    }

    @AfterEach
    void forgetInterrupt() {
        Thread.interrupted();
    }

    private DocumentDisks disks(Path where) {
        DiskCatalogue catalogue = new DiskCatalogue(Path.of("..", "config", "disks"));
        return new DocumentDisks(catalogue, fake, where, new CpuList(List.of(0)), told::add);
    }

    private DocumentDisk open() throws IOException, PlanException {
        return disks(data).open("hdd-2004", CONTENTS, 7);
    }

    @Test
    void aDiskHurriesUntilItIsToldAndGoesWhenItIsClosed() throws Exception {
        try (DocumentDisk disk = open()) {
            assertEquals(place.resolve("fs"), disk.directory());
            disk.keepPace();
            assertEquals(List.of(false, true), fake.paces);
        }
        assertEquals(List.of(), fake.states());
    }

    @Test
    void aDiskThatCannotBeToldToHurryIsTakenDown() {
        IOException failure = new IOException("the daemon does not answer");
        fake.atPace.add(() -> {
            throw failure;
        });
        assertSame(failure, assertThrows(IOException.class, this::open));
        assertEquals(List.of(), fake.states());
    }

    @Test
    void theFirstFailureIsToldAndTheSecondWithIt() {
        IOException second = new IOException("it does not go either");
        fake.atPace.add(() -> {
            throw new IOException("the daemon does not answer");
        });
        fake.atDown.add(() -> {
            throw second;
        });
        IOException first = assertThrows(IOException.class, this::open);
        assertEquals("the daemon does not answer", first.getMessage());
        assertEquals(List.of(second), List.of(first.getSuppressed()));
    }

    @Test
    void anInterruptAfterItCameUpLeavesNothing() {
        fake.atPace.add(() -> {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        });
        assertThrows(IOException.class, this::open);
        assertEquals(List.of(), fake.states());
        assertTrue(Thread.interrupted());
    }

    @Test
    void anInterruptBeforeOrDuringTheTakingDownLeavesNothing() throws Exception {
        DocumentDisk disk = open();
        fake.atDown.add(() -> {
            throw new InterruptedException("one comes meanwhile");
        });
        fake.atDown.add(() -> {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        });
        Thread.currentThread().interrupt();
        disk.close();
        assertEquals(List.of(), fake.states());
        assertTrue(Thread.interrupted());
    }

    @Test
    void whatCannotBeTakenDownIsAnErrorAndIsNotTriedForEver() throws Exception {
        DocumentDisk disk = open();
        fake.atDown.add(() -> {
            throw new IOException("busy");
        });
        assertEquals("busy", assertThrows(IOException.class, disk::close).getMessage());
        for (int i = 0; i < 3; i++) {
            fake.atDown.add(() -> {
                throw new InterruptedException("again");
            });
        }
        String told =
                String.valueOf(assertThrows(IOException.class, disk::close).getMessage());
        assertTrue(told.endsWith("bin/laio disk down " + place), told);
        assertTrue(Thread.interrupted());
    }

    @Test
    void whatAKilledComparisonLeftGoesAlsoBeforeOneOfTheNativeDisk() throws Exception {
        for (String name : List.of("native", "hdd-2004")) {
            fake.was(place, true, false);
            try (DocumentDisk disk = disks(data).open(name, CONTENTS, 7)) {
                assertEquals(name, disk.name());
                assertTrue(told.removeLast().contains("that was killed had left behind"), told::toString);
            }
            assertEquals(List.of(), fake.states());
        }
    }

    @Test
    void whatIsLeftIsFoundThroughALinkToTheDataDirectory() throws Exception {
        Path link = Files.createSymbolicLink(data.resolve("link"), Files.createDirectory(data.resolve("real")));
        fake.was(link.toRealPath().resolve("emulated-disk"), true, false);
        disks(link).open("native", DiskContents.NONE, 7).close();
        assertEquals(List.of(), fake.states());
    }

    @Test
    void aRunningComparisonKeepsItsDisk() throws Exception {
        assertIsKept(fake.was(place, true, true), "another comparison, process 1");
    }

    @Test
    void aDiskThatSomebodyBroughtUpToStayStays() throws Exception {
        assertIsKept(fake.was(place, false, false), "a disk that somebody brought up");
    }

    @Test
    void disksElsewhereAreNobodysBusiness() throws Exception {
        DiskState elsewhere = fake.was(place.resolveSibling("other"), true, false);
        open().close();
        assertEquals(List.of(elsewhere), fake.states());
    }

    /** And whoever compares on the machine's own disk is not held up by it. */
    private void assertIsKept(DiskState disk, String reason) throws Exception {
        IOException refusal = assertThrows(IOException.class, this::open);
        assertTrue(String.valueOf(refusal.getMessage()).contains(reason), refusal::toString);
        disks(data).open("native", DiskContents.NONE, 7).close();
        assertEquals(List.of(disk), fake.states());
        assertEquals(List.of(), told);
    }
}
