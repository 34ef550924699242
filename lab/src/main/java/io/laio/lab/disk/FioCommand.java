package io.laio.lab.disk;

import io.laio.lab.disk.Load.Order;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How fio is asked for a load.
 *
 * @see <a href="https://fio.readthedocs.io/en/fio-3.33/fio_doc.html">fio 3.33</a>
 */
final class FioCommand {
    private FioCommand() {}

    /**
     * The options. One thread reads around the page cache; places may be read again, as in the model.
     *
     * @param device what to read
     * @param load in which way
     * @param extent how much
     * @param seed of the places
     * @return what stands behind its name
     */
    static List<String> options(Path device, Load load, Extent extent, long seed) {
        List<String> command = new ArrayList<>(List.of(
                "--name=reads",
                "--readonly",
                "--thread", // killed, it leaves no process
                "--filename=" + device,
                "--direct=1",
                "--ioengine=libaio",
                "--bs=" + load.bytes(),
                "--iodepth=" + load.depth(),
                "--output-format=json"));
        command.addAll(load.order() == Order.RANDOM ? random(extent, seed) : sequential(load, extent));
        return List.copyOf(command);
    }

    private static List<String> random(Extent extent, long seed) {
        return List.of(
                "--rw=randread",
                "--norandommap",
                "--randseed=" + seed,
                "--time_based",
                "--runtime=" + extent.randomSeconds());
    }

    private static List<String> sequential(Load load, Extent extent) {
        return List.of("--rw=read", "--size=" + extent.readsInOrder() * load.bytes());
    }
}
