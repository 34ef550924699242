package io.laio.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.Completions;
import io.laio.Engine;
import io.laio.EngineUnavailableException;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.Laziness;
import io.laio.SimulatedLaio;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A completion of what is long over is counted and dropped, also when its slot is in use again. */
class StaleCompletionTest {
    private static final long SEED = 1;

    private final Completions completions = new Completions(8);

    private static Ring ringOf(World world) {
        for (int fd : world.machine.descriptors().open()) {
            if (world.machine.descriptors().find(fd) instanceof Ring ring) {
                return ring;
            }
        }
        throw new AssertionError("no ring");
    }

    private static Subject pipe(World world) {
        return world.subjects.stream()
                .filter(subject -> subject.description instanceof Stream stream && !stream.socket && stream.in != null)
                .findFirst()
                .orElseThrow();
    }

    private long readByte(Laio laio, Subject pipe, long buffer) {
        Stream stream = (Stream) pipe.description;
        laio.read(pipe.fd, buffer, 1, -1, Laziness.RING);
        Objects.requireNonNull(stream.in).put(new byte[] {7});
        stream.changed();
        return laio.handle();
    }

    private void await(Laio laio, long handle) {
        int polls = 0;
        while (laio.poll(completions, 1_000_000) == 0) {
            assertEquals(1, laio.inFlight());
            assertEquals(true, polls++ < 1_000, "never ends");
        }
        assertEquals(handle, completions.handle(0));
        assertEquals(1, completions.count());
    }

    @Test
    void staleCompletionIsCountedAndDropped() throws EngineUnavailableException {
        try (World world = new World(SEED)) {
            world.chance.heal();
            WorkerKernel threads = new WorkerKernel(world.machine);
            LaioOptions options = LaioOptions.DEFAULTS.withEngine(Engine.RING);
            Laio laio = SimulatedLaio.open(new SimulatedKernel(world.machine), threads, threads, options);
            Subject pipe = pipe(world);
            long buffer = world.arena.lend();
            long first = readByte(laio, pipe, buffer);
            await(laio, first);
            ringOf(world).completeAgain(first);
            assertEquals(0, laio.poll(completions, 0));
            assertEquals(1, laio.counters().staleCompletions());
            long second = readByte(laio, pipe, buffer); // in the slot of the first
            assertEquals((int) first, (int) second);
            ringOf(world).completeAgain(first);
            await(laio, second);
            assertEquals(2, laio.counters().staleCompletions());
            laio.close();
            world.arena.takeBack(buffer);
        }
    }
}
