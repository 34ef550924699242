package io.laio.lab.disk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FioCommandTest {
    private static final Path DEVICE = Path.of("/dev/loop3");
    private static final Extent EXTENT = new Extent(10, 512);

    @Test
    void randomReadsGoOnForATimeAllOverTheDevice() {
        List<String> options = FioCommand.options(DEVICE, Load.random(32), EXTENT, 9);
        assertTrue(
                options.containsAll(List.of(
                        "--filename=/dev/loop3",
                        "--direct=1",
                        "--readonly",
                        "--rw=randread",
                        "--bs=4096",
                        "--iodepth=32",
                        "--randseed=9",
                        "--norandommap",
                        "--time_based",
                        "--runtime=10",
                        "--output-format=json")),
                options::toString);
        assertFalse(options.stream().anyMatch(option -> option.startsWith("--size")), options::toString);
    }

    @Test
    void readsInOrderAreSoManyBytes() {
        List<String> options = FioCommand.options(DEVICE, Load.sequential(131_072), EXTENT, 9);
        assertTrue(
                options.containsAll(List.of("--rw=read", "--bs=131072", "--iodepth=8", "--size=67108864")),
                options::toString);
        assertFalse(options.contains("--time_based"), options::toString);
    }
}
