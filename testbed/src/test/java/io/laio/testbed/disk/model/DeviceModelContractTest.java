package io.laio.testbed.disk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.disk.model.DeviceRequest.Kind;
import io.laio.testbed.disk.model.catalogue.DiskCatalogue;
import io.laio.testbed.disk.model.catalogue.DiskSpec;
import io.laio.testbed.disk.model.catalogue.DiskSpecException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model of config/disks must do, under random requests; a failure names model and seed. */
class DeviceModelContractTest {
    private static final long SIZE = 1L << 28;
    private static final int SEEDS = 20;
    private static final int REQUESTS = 300;
    private static final DiskCatalogue CATALOGUE = new DiskCatalogue(Path.of("..", "config", "disks"));

    /** A request and when it arrives. */
    private record Arrival(DeviceRequest request, long atNanos) {}

    /** A completion and when the model said it would be. */
    private record Completion(long id, long atNanos) {}

    static List<String> models() {
        List<String> models = new ArrayList<>(CATALOGUE.names());
        models.add("hdd-2004@order=shortest-positioning");
        models.add("hdd-2004@overtakenAtMost=3");
        models.add("hdd-2004@writeCacheKilobytes=16@readSegments=0");
        models.add("constant@latencyMicros=0");
        return models;
    }

    private final Map<String, DiskSpec> specs = new HashMap<>();

    private DeviceModel model(String name, long seed) {
        return specs.computeIfAbsent(name, DeviceModelContractTest::spec)
                .model()
                .model(SIZE, seed);
    }

    private static DiskSpec spec(String name) {
        try {
            return CATALOGUE.find(name);
        } catch (DiskSpecException e) {
            throw new AssertionError(e);
        }
    }

    /** Bursts and pauses, streams and random places, reads, writes and flushes; a clock that begins anywhere. */
    private static List<Arrival> arrivals(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Arrival> arrivals = new ArrayList<>();
        long now = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
        long stream = 0;
        for (int id = 0; id < REQUESTS; id++) {
            now += random.nextInt(3) == 0 ? random.nextLong(random.nextInt(20) == 0 ? 500_000_000 : 20_000_000) : 0;
            int length = 4096 << random.nextInt(6);
            stream = random.nextInt(3) == 0 ? random.nextLong(SIZE / 4096 - 64) * 4096 : stream;
            arrivals.add(new Arrival(request(id, random.nextInt(100), stream, length), now));
            stream = stream + length > SIZE - (1 << 18) ? 0 : stream + length;
        }
        return arrivals;
    }

    private static DeviceRequest request(int id, int chance, long offset, int length) {
        if (chance < 4) {
            return new DeviceRequest(id, Kind.FLUSH, 0, 0);
        }
        return new DeviceRequest(id, chance < 30 ? Kind.WRITE : Kind.READ, offset, length);
    }

    /** Told of every event when it happens. */
    private static List<Completion> punctually(DeviceModel device, List<Arrival> arrivals) {
        List<Completion> completions = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            runUntil(device, arrival.atNanos(), completions);
            device.arrive(arrival.request(), arrival.atNanos());
        }
        runUntil(device, Long.MAX_VALUE - 1, completions);
        return completions;
    }

    private static void runUntil(DeviceModel device, long untilNanos, List<Completion> completions) {
        while (device.nextEventNanos() <= untilNanos) {
            long now = device.nextEventNanos();
            device.advance(now, request -> completions.add(new Completion(request.id(), now)));
            assertTrue(device.nextEventNanos() > now, "an event in the past remains");
        }
    }

    /** Told of events only when something arrives, or not even then; in one big step at the end. */
    private static List<Long> late(DeviceModel device, List<Arrival> arrivals, int everyArrivals) {
        List<Long> completed = new ArrayList<>();
        int number = 0;
        for (Arrival arrival : arrivals) {
            if (number++ % everyArrivals == 0) {
                device.advance(arrival.atNanos(), request -> completed.add(request.id()));
                assertTrue(device.nextEventNanos() > arrival.atNanos(), "an event in the past remains");
            }
            device.arrive(arrival.request(), arrival.atNanos());
        }
        device.advance(Long.MAX_VALUE / 2, request -> completed.add(request.id()));
        return completed;
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyRequestIsCompletedOnceAndNeverSoonerThanItCan(String name) {
        for (long seed = 0; seed < SEEDS; seed++) {
            String which = name + ", seed " + seed;
            List<Arrival> arrivals = arrivals(seed);
            DeviceModel device = model(name, seed);
            List<Completion> completions = punctually(device, arrivals);
            assertEquals(REQUESTS, completions.size(), which);
            Set<Long> ids = new HashSet<>();
            for (Completion completion : completions) {
                assertTrue(ids.add(completion.id()), which);
                Arrival arrival = arrivals.get((int) completion.id());
                long soonest = arrival.atNanos() + leastNanos(name, arrival.request());
                assertFalse(completion.atNanos() < soonest, () -> which + ": " + completion);
            }
            assertEquals(Long.MAX_VALUE, device.nextEventNanos(), "nothing is outstanding");
        }
    }

    /** What the files say that no request goes below: a hit in the buffer, the least latency, the latency. */
    private static long leastNanos(String name, DeviceRequest request) {
        if (name.startsWith("hdd")) {
            return 100_000;
        }
        boolean constantRead = name.equals("constant") && request.kind() == Kind.READ;
        return name.startsWith("cloud") ? 500_000 : constantRead ? 2_000_000 : 0;
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSameSeedGivesTheSameCompletions(String name) {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Arrival> arrivals = arrivals(seed);
            assertIterableEquals(
                    punctually(model(name, seed), arrivals),
                    punctually(model(name, seed), arrivals),
                    name + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void latenessLosesNothing(String name) {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Arrival> arrivals = arrivals(seed);
            List<Long> expected = punctually(model(name, seed), arrivals).stream()
                    .map(Completion::id)
                    .toList();
            for (int every : new int[] {1, 2, 7, REQUESTS}) {
                assertIterableEquals(
                        expected,
                        late(model(name, seed), arrivals, every),
                        name + ", seed " + seed + ", told at every arrival number " + every);
            }
        }
    }

    /** Also the times: after late hearing of the past, the future is the same. */
    @ParameterizedTest
    @MethodSource("models")
    void whatHappensNextDoesNotDependOnWhenThePastWasHeardOf(String name) {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Arrival> arrivals = arrivals(seed);
            DeviceModel punctual = model(name, seed);
            DeviceModel late = model(name, seed);
            for (Arrival arrival : arrivals) {
                runUntil(punctual, arrival.atNanos(), new ArrayList<>());
                late.advance(arrival.atNanos(), request -> {});
                assertEquals(punctual.nextEventNanos(), late.nextEventNanos(), name + ", seed " + seed);
                punctual.arrive(arrival.request(), arrival.atNanos());
                late.arrive(arrival.request(), arrival.atNanos());
            }
            assertEquals(punctual.nextEventNanos(), late.nextEventNanos(), name + ", seed " + seed);
        }
    }

    /** A consumer may bring the next request at once. */
    @ParameterizedTest
    @MethodSource("models")
    void aCompletionMayBringAnArrival(String name) {
        DeviceModel device = model(name, 1);
        List<Arrival> arrivals = arrivals(1);
        List<Long> completed = new ArrayList<>();
        device.arrive(arrivals.getFirst().request(), 0);
        while (device.nextEventNanos() != Long.MAX_VALUE) {
            long now = device.nextEventNanos();
            device.advance(now, request -> {
                completed.add(request.id());
                if (completed.size() < REQUESTS) {
                    device.arrive(arrivals.get(completed.size()).request(), now);
                }
            });
        }
        assertEquals(REQUESTS, completed.size());
    }
}
