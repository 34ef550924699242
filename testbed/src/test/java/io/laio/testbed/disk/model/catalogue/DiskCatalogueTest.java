package io.laio.testbed.disk.model.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.disk.model.harddisk.HardDiskSpec;
import io.laio.testbed.disk.model.harddisk.ServiceOrder;
import io.laio.testbed.disk.model.parallel.ConstantSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskCatalogueTest {
    private static final Path DISKS = Path.of("..", "config", "disks");
    private static final DiskCatalogue CATALOGUE = new DiskCatalogue(DISKS);
    private static final String SMALL = """
            // comments are allowed
            {"title": "small", "kind": "constant", "parameters": {
              "latencyMicros": {"value": 7, "mark": "U", "source": "ours"},
              "writeLatencyMicros": {"value": 0, "mark": "U", "source": "ours"},
              "readAheadKilobytes": {"value": 128, "mark": "U", "source": "ours"},
              "maxRequestBytes": {"value": 4096, "mark": "U", "source": "ours"},
              "rotational": {"value": false, "mark": "U", "source": "ours"},
              "queueDepth": {"value": 8, "mark": "U", "source": "ours"}}}
            """;

    @TempDir
    Path directory;

    @Test
    void everyModelOfTheRepositoryIsOne() throws DiskSpecException {
        assertEquals(
                List.of("cloud-volume", "cloud-volume-baseline", "constant", "hdd-2004", "hdd-2004-fcfs"),
                CATALOGUE.names());
        for (String name : CATALOGUE.names()) {
            DiskSpec spec = CATALOGUE.find(name);
            assertEquals(name, spec.name());
            assertEquals(Long.MAX_VALUE, spec.open(1 << 30, 1).nextEventNanos());
        }
    }

    @Test
    void theDriveWithoutReorderingIsTheSameDrive() throws DiskSpecException {
        HardDiskSpec sorted = (HardDiskSpec) CATALOGUE.find("hdd-2004").model();
        HardDiskSpec unsorted = (HardDiskSpec) CATALOGUE.find("hdd-2004-fcfs").model();
        assertEquals(ServiceOrder.FCFS, unsorted.order());
        assertEquals(
                sorted,
                new HardDiskSpec(
                        unsorted.platter(),
                        unsorted.seek(),
                        unsorted.buffer(),
                        ServiceOrder.ELEVATOR,
                        unsorted.overtakenAtMost(),
                        unsorted.imageStrokeShare()));
    }

    @Test
    void theKernelIsToldWhatTheDeviceIs() throws DiskSpecException {
        assertEquals(
                new DeviceSettings(128, 131072, true, 128),
                CATALOGUE.find("hdd-2004").settings());
        assertFalse(CATALOGUE.find("cloud-volume").settings().rotational());
    }

    @Test
    void valuesCanBeReplaced() throws DiskSpecException {
        DiskSpec spec = CATALOGUE.find("constant@latencyMicros=5000@queueDepth=32");
        assertEquals(new ConstantSpec(5000, 0), spec.model());
        assertEquals(32, spec.settings().queueDepth());
        assertTrue(String.valueOf(spec.parameters().get("latencyMicros")).contains("given by the user"));
    }

    @Test
    void aFileIsAModelToo() throws Exception {
        Path file = Files.writeString(directory.resolve("mine.json"), SMALL);
        assertEquals(new ConstantSpec(7, 0), CATALOGUE.find(file.toString()).model());
        assertEquals(
                new ConstantSpec(9, 0),
                CATALOGUE.find(file + "@latencyMicros=9").model());
    }

    @Test
    void aFileCanBeLikeAnotherBesideIt() throws Exception {
        Files.writeString(directory.resolve("mine.json"), SMALL);
        Files.writeString(directory.resolve("other.json"), """
                {"title": "other", "like": "mine",
                 "parameters": {"latencyMicros": {"value": 8, "mark": "U", "source": "ours"}}}
                """);
        DiskCatalogue catalogue = new DiskCatalogue(directory);
        assertEquals(new ConstantSpec(8, 0), catalogue.find("other").model());
        Files.writeString(directory.resolve("third.json"), "{\"title\": \"third\", \"like\": \"other\"}");
        assertMessage(() -> catalogue.find("third"), "third.json: like: other is itself like another");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hdd-2005 | no device model \"hdd-2005\"; there are cloud-volume, ",
                "../disks/hdd-2004 | no device model",
                "constant@latencyMicros | after @ comes PARAMETER=VALUE",
                "constant@latencyMicros= | after @ comes PARAMETER=VALUE",
                "constant@latencyMicros=1@latencyMicros=2 | latencyMicros is given twice",
                "constant@latencyMicros=soon | constant@latencyMicros=soon: latencyMicros: \"soon\" is not a whole number",
                "constant@latencyMicros=-1 | constant@latencyMicros=-1: latencyMicros: -1 is not within 0 to 10000000",
                "constant@rotational=perhaps | rotational: \"perhaps\" is neither true nor false",
                "constant@colour=red | constant@colour=red: colour: no such parameter; there are latencyMicros, ",
                "constant@maxRequestBytes=5000 | maxRequestBytes: 5000 is no multiple of 4096",
                "constant@queueDepth=1 | queueDepth: 1 is not within 4 to",
                "hdd-2004@heads=0 | heads: 0 is not within 1 to 64",
                "hdd-2004@rpm=NaN | rpm: \"NaN\" is not a whole number",
                "hdd-2004@headSwitchMillis=NaN | headSwitchMillis: NaN is not within",
                "hdd-2004@order=random | order: \"random\" is none of elevator, fcfs, shortest-positioning",
                "hdd-2004@averageSeekMillis=20 | fullStrokeSeekMillis: 15.1 is not within 20 to 1000",
                "hdd-2004@averageSeekMillis=14 | averageSeekMillis: 14.0 fits no curve",
                "hdd-2004@interfaceMegabytesPerSecond=33 | interfaceMegabytesPerSecond: 33.0 is slower than",
                "hdd-2004@innerSectorsPerTrack=2000 | innerSectorsPerTrack: 2000 is not within 1 to 1169",
                "cloud-volume@medianLatencyMicros=400 | medianLatencyMicros: 400 is not within 500 to",
                "cloud-volume@operationsPerSecond=0 | operationsPerSecond: 0 is not within"
            })
    void aComplaintNamesPlaceFieldAndValue(String name, String message) {
        assertMessage(() -> CATALOGUE.find(name), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"constant\" | \"kind\": \"drum\" | mine.json: kind: \"drum\" is none of",
                "\"kind\" | \"knid\" | mine.json: knid: no such field",
                "\"title\": \"small\" | \"title\": \"\" | mine.json: title is missing",
                "\"value\": 7, | | mine.json: latencyMicros: its value is missing",
                "\"value\": 7, | \"value\": 1e99, | mine.json: latencyMicros: \"1.0E99\" is not a whole number",
                "7, \"mark\": \"U\" | 7, \"mark\": \"Z\" | mine.json: latencyMicros: mark: \"Z\" is none of",
                "7, \"mark\": \"U\", \"source\": \"ours\" | 7, \"mark\": \"U\" | latencyMicros: its source is missing",
                "{\"value\": 7, \"mark\": \"U\", \"source\": \"ours\"} | 7 | latencyMicros: an object with value",
                "\"queueDepth\" | \"qeueDepth\" | mine.json: queueDepth is missing",
                "\"queueDepth\" | \"latencyMicros\" | mine.json: not JSON: Duplicate",
                "{\"title\" | [\"title\" | mine.json: not JSON"
            })
    void aWrongFileIsNamed(String written, @org.jspecify.annotations.Nullable String instead, String message)
            throws IOException {
        Path file = directory.resolve("mine.json");
        String text = SMALL.replace(written, instead == null ? "" : instead);
        assertFalse(text.equals(SMALL), "the test changes nothing");
        Files.writeString(file, text);
        assertMessage(() -> CATALOGUE.find(file.toString()), message);
    }

    @Test
    void anAbsentFileIsNamed() {
        assertMessage(() -> CATALOGUE.find(directory + "/absent.json"), "absent.json cannot be read");
    }

    @Test
    void aDeviceThatDoesNotFitOnTheDriveIsRefused() throws DiskSpecException {
        DiskSpec drive = CATALOGUE.find("hdd-2004");
        assertMessage(() -> drive.open(300L << 30, 1), "hdd-2004: 322122547200 bytes do not fit");
        assertMessage(() -> drive.open(0, 1), "hdd-2004: a disk of 0 bytes");
    }

    private static void assertMessage(org.junit.jupiter.api.function.Executable action, String part) {
        DiskSpecException error = assertThrows(DiskSpecException.class, action);
        String message = String.valueOf(error.getMessage());
        assertTrue(message.contains(part), message);
        assertEquals(1, message.lines().count(), message);
    }
}
