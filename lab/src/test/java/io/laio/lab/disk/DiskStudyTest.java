package io.laio.lab.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.disk.model.catalogue.DiskCatalogue;
import io.laio.testbed.disk.model.catalogue.DiskSpec;
import io.laio.testbed.disk.model.catalogue.DiskSpecException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The study over devices that are pretended: what is asked of them, and that they are always taken away. */
class DiskStudyTest {
    private static final DiskCatalogue CATALOGUE = new DiskCatalogue(Path.of("..", "config", "disks"));
    private static final DiskPlan PLAN =
            new DiskPlan(List.of("hdd-2004", "cloud-volume"), List.of(4), 5, 2, 256L << 20, 3);

    private final List<String> events = new ArrayList<>();

    /** As fast as its depth; fails or is interrupted when told to. */
    private final class PretendedBench implements Bench {
        private final String name;
        private final int goodLoads;
        private final Exception failure;
        private int loads;

        PretendedBench(String name, int goodLoads, Exception failure) {
            this.name = name;
            this.goodLoads = goodLoads;
            this.failure = failure;
        }

        @Override
        public String reader() {
            return "fio-0";
        }

        @Override
        public Measured measure(Load load, Extent extent, long seed) throws IOException, InterruptedException {
            assertTrue(seed >= 0);
            if (loads++ == goodLoads) {
                if (failure instanceof InterruptedException interruption) {
                    throw interruption;
                }
                throw (IOException) failure;
            }
            events.add(name + " " + load.order().id() + " " + load.depth() + " " + extent.randomSeconds());
            return new Measured(Reads.of(load.depth(), 1, load.bytes()), 0.5, 0);
        }

        @Override
        public void close() {
            events.add(name + " closed");
        }
    }

    private static List<DiskSpec> specs() throws DiskSpecException {
        return List.of(CATALOGUE.find("hdd-2004"), CATALOGUE.find("cloud-volume"));
    }

    private DiskStudy study(int goodLoads, Exception failure) {
        return new DiskStudy(PLAN, (spec, plan) -> new PretendedBench(spec.name(), goodLoads, failure), progress -> {});
    }

    @Test
    void everyLoadIsMeasuredOnceARoundAfterAWarmUp() throws Exception {
        DiskResults results = study(Integer.MAX_VALUE, new IOException()).carryOut(specs());
        assertEquals("fio-0", results.fio());
        for (DiskResult disk : results.disks()) {
            assertEquals(
                    PLAN.loads(disk.disk()),
                    disk.points().stream().map(Point::load).toList());
            disk.points().forEach(point -> assertEquals(2, point.rounds().size()));
            assertEquals(32, disk.deviceGain());
        }
        assertEquals(2 * (1 + 2 * 4 + 1), events.size(), events::toString);
        assertEquals("hdd-2004 random 32 2", events.getFirst());
        assertEquals("cloud-volume closed", events.getLast());
        assertEquals(9, events.indexOf("hdd-2004 closed"), "the first disk is gone before the second comes");
        assertEquals(
                2, events.stream().filter("hdd-2004 sequential 8 5"::equals).count());
    }

    @Test
    void aDiskIsTakenAwayAfterAFailureAndAnInterrupt() {
        for (Exception failure : List.of(new IOException("broken"), new InterruptedException())) {
            events.clear();
            Exception thrown =
                    assertThrows(Exception.class, () -> study(3, failure).carryOut(specs()));
            assertSame(failure, thrown);
            assertEquals("hdd-2004 closed", events.getLast());
            assertFalse(events.stream().anyMatch(event -> event.startsWith("cloud-volume")), events::toString);
        }
    }

    @Test
    void aModelThatCannotBeSoLargeIsRefusedBeforeAnyDiskIsUp() throws DiskSpecException {
        DiskSpec drive = CATALOGUE.find("hdd-2004");
        DiskPlan huge = new DiskPlan(List.of("cloud-volume", "hdd-2004"), List.of(), 1, 1, 1L << 50, 3);
        DiskStudy study = new DiskStudy(
                huge, (spec, plan) -> new PretendedBench(spec.name(), 0, new IOException()), progress -> {});
        assertThrows(DiskSpecException.class, () -> study.carryOut(List.of(drive)));
        assertEquals(List.of(), events);
    }

    /** What the catalogue says of these disks: depth pays on the sorted one, not on the unsorted, and most in the cloud. */
    @Test
    void modelsAreServedAsFioWouldBe() throws Exception {
        double sorted = gain("hdd-2004");
        assertTrue(sorted > 1.5 && sorted < 3, () -> "sorted: " + sorted);
        assertEquals(1, gain("hdd-2004-fcfs"), 0.05);
        assertTrue(gain("cloud-volume") > 20);
    }

    private static double gain(String name) throws DiskSpecException {
        SimulatedDisk disk = new SimulatedDisk(CATALOGUE.find(name), PLAN);
        return disk.serve(Load.random(32)).perSecond()
                / disk.serve(Load.random(1)).perSecond();
    }

    @Test
    void simulationIsTheSameEachTime() throws Exception {
        for (Load load : PLAN.loads(DiskTraits.of(CATALOGUE.find("hdd-2004")))) {
            Reads first = new SimulatedDisk(CATALOGUE.find("hdd-2004"), PLAN).serve(load);
            assertEquals(first, new SimulatedDisk(CATALOGUE.find("hdd-2004"), PLAN).serve(load));
            assertTrue(first.perSecond() > 0 && first.meanMillis() > 0, load::toString);
        }
    }

    @Test
    void traitsComeFromTheCatalogue() throws DiskSpecException {
        DiskTraits volume = DiskTraits.of(CATALOGUE.find("cloud-volume@operationsPerSecond=5000"));
        assertEquals(5000, volume.operationsPerSecond().orElseThrow());
        assertEquals(256 << 10, volume.largestReadBytes());
        assertFalse(volume.rotational());
        DiskTraits drive = DiskTraits.of(CATALOGUE.find("hdd-2004"));
        assertTrue(drive.rotational() && drive.operationsPerSecond().isEmpty());
        assertEquals(
                List.of("hdd-2004", "cloud-volume"),
                specs().stream().map(DiskSpec::name).collect(Collectors.toList()));
    }
}
