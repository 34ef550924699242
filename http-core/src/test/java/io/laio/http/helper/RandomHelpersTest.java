package io.laio.http.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.helper.ScriptedSpawner.Scripted;
import io.laio.http.helper.ScriptedSpawner.State;
import io.laio.linux.Errno;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever helpers do, every request gets one answer, the right one. Requests, starts, deaths, evictions and time come at random;
 * {@link ScriptedSpawner} fails if a helper is used otherwise than it may be.
 */
class RandomHelpersTest {
    private static final int FILES = 4;
    private static final int FILE_BYTES = 2_000;
    private static final int STEPS = 400;

    private record Asked(Asker asker, int expected) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 2_000, 3_000})
    void everyRequestGetsOneAnswer(int firstSeed) {
        for (int seed = firstSeed; seed < firstSeed + 100; seed++) {
            Random random = new Random(seed);
            HelperLimits limits = new HelperLimits(
                    1 + random.nextInt(4), 1 + random.nextInt(3), random.nextInt(3), 1_000, 1 + random.nextInt(10_000));
            try (HelperFixture it = new HelperFixture(limits)) {
                run(it, random, "seed " + seed);
            }
        }
    }

    private static void run(HelperFixture it, Random random, String seed) {
        for (int fd = 0; fd < FILES; fd++) {
            it.files.file(fd, FILE_BYTES).name("n" + fd);
        }
        List<Asked> asked = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            step(it, random, asked);
            assertTrue(it.reads().running() <= it.reads().limit(), seed);
        }
        while (asked.stream().anyMatch(request -> !request.asker.isAnswered())) {
            goOn(it);
        }
        boolean mayFail = it.reads().hung() + it.names().hung() > 1;
        int opened = 0;
        for (Asked request : asked) {
            if (mayFail && request.asker.result() == -Errno.ETIMEDOUT) {
                continue;
            }
            if (request.expected >= 0) {
                long read = request.asker.result();
                request.asker.assertRead(mayFail ? Math.clamp(read, 0, request.expected) : request.expected);
            } else {
                opened += request.asker.result() >= FakeFiles.FIRST_OPENED ? 1 : 0;
            }
        }
        assertEquals(it.files.opened(), opened, seed + ": a descriptor is lost");
        long repeated = it.reads().repeatedBlocking() + it.names().repeatedBlocking();
        assertTrue(it.files.waits.size() <= repeated, seed + ": a wait that nobody counted");
    }

    private static void step(HelperFixture it, Random random, List<Asked> asked) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> asked.add(read(it, random));
            case 3 -> asked.add(new Asked(it.open("n" + random.nextInt(FILES)), -1));
            case 4 -> it.files.keep(random.nextInt(FILES), random.nextInt(FILE_BYTES));
            case 5 -> it.files.evictNames();
            case 6 -> it.pass(random.nextLong(300_000_000));
            default -> advanceOne(it, random);
        }
    }

    private static Asked read(HelperFixture it, Random random) {
        int offset = 100 * random.nextInt(FILE_BYTES / 100 + 2);
        int length = 100 * (1 + random.nextInt(4));
        int expected = Math.clamp(FILE_BYTES - offset, 0, length);
        return new Asked(it.read(random.nextInt(FILES), offset, length), expected);
    }

    private static void advanceOne(HelperFixture it, Random random) {
        List<Scripted> living = it.spawner.helpers.stream()
                .filter(helper -> helper.state != State.GONE)
                .toList();
        if (!living.isEmpty()) {
            advance(living.get(random.nextInt(living.size())), random);
        }
    }

    private static void advance(Scripted helper, Random random) {
        if (helper.state != State.STUCK && random.nextInt(8) == 0) {
            helper.die();
        } else if (helper.state == State.STARTING) {
            helper.start();
        } else if (helper.state == State.BUSY) {
            helper.finish();
        } else if (helper.state == State.STUCK) {
            helper.end();
        }
    }

    /** Lets every helper do what it has to do. */
    private static void goOn(HelperFixture it) {
        it.spawner.startAll();
        for (Scripted helper : List.copyOf(it.spawner.helpers)) {
            if (helper.state == State.BUSY) {
                helper.finish();
            }
        }
    }
}
