package io.laio.testbed.disk.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.laio.testbed.disk.TestModels;
import io.laio.testbed.disk.model.DeviceRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacerTest {
    private long nowNanos = 1_000;
    private final List<String> done = new ArrayList<>();
    private final Pacer pacer = new Pacer(
            new TestModels.Constant(100), () -> nowNanos, (request, due) -> done.add(request.id() + "@" + due));

    private static DeviceRequest read(long id) {
        return new DeviceRequest(id, DeviceRequest.Kind.READ, 0, 4096);
    }

    @Test
    void completionsAreThoseOfTheModelHoweverLateTheyAreAskedFor() {
        pacer.arrive(read(1));
        nowNanos = 1_050;
        pacer.arrive(read(2));
        assertEquals(50, pacer.idleNanos());
        pacer.catchUp();
        assertEquals(List.of(), done);
        nowNanos = 5_000;
        assertEquals(0, pacer.idleNanos());
        pacer.catchUp();
        assertEquals(List.of("1@1100", "2@1150"), done);
        assertEquals(-1, pacer.idleNanos());
    }

    @Test
    void whatIsDueIsDoneBeforeWhatArrives() {
        pacer.arrive(read(1));
        nowNanos = 1_100;
        pacer.arrive(read(2));
        assertEquals(List.of("1@1100"), done);
    }

    @Test
    void withoutPaceNobodyWaitsNeitherWhoComesNorWhoWasThere() {
        pacer.arrive(read(1));
        nowNanos = 1_050;
        pacer.arrive(read(2));
        nowNanos = 1_120; // the first is due, and not looked at yet
        pacer.pace(false);
        assertFalse(pacer.isPaced());
        assertEquals(List.of("1@1100", "2@1120"), done);
        pacer.arrive(read(3));
        assertEquals(List.of("1@1100", "2@1120", "3@1120"), done);
    }

    /** The number of a request that was let go is soon another's. */
    @Test
    void whatWasLetGoIsDoneOnceAndNotTakenForALaterOne() {
        pacer.arrive(read(1));
        pacer.pace(false);
        pacer.pace(true);
        nowNanos = 1_050;
        pacer.arrive(read(1));
        nowNanos = 1_100; // when the model is done with the first
        pacer.catchUp();
        assertEquals(List.of("1@1000"), done);
        nowNanos = 1_150;
        pacer.catchUp();
        assertEquals(List.of("1@1000", "1@1150"), done);
    }
}
