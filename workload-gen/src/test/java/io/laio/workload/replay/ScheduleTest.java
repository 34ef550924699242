package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.laio.workload.replay.Arrivals.Spacing;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When requests are to be made: arithmetic, without a clock. */
final class ScheduleTest {
    private static final long START = 1_000_000_007L;

    @Test
    void inAClosedLoopARequestIsMadeAsSoonAsItCan() {
        Schedule schedule = Schedule.of(new Arrivals.Closed(), Shard.WHOLE, START);
        assertEquals(START + 5, schedule.intended(new RequestSequence(), 0, 0, START + 5));
    }

    @Test
    void anEvenRateHasTheSameTimeBetweenAnyTwo() {
        Schedule schedule = Schedule.of(new Arrivals.FixedRate(4, Spacing.EVEN, 1), Shard.WHOLE, START);
        List<Long> moments =
                LongStream.range(0, 4).map(i -> next(schedule) - START).boxed().toList();
        assertEquals(List.of(0L, 250_000_000L, 500_000_000L, 750_000_000L), moments);
    }

    @Test
    void aThirdOfASecondDoesNotAddUpToAnError() {
        Schedule schedule = Schedule.of(new Arrivals.FixedRate(3, Spacing.EVEN, 1), Shard.WHOLE, START);
        long last = 0;
        for (int i = 0; i <= 3_000_000; i++) {
            last = next(schedule);
        }
        assertEquals(1e15, (double) (last - START), 1_000);
    }

    @Test
    void poissonArrivalsHaveTheRateAndTheSpread() {
        Schedule schedule = Schedule.of(new Arrivals.FixedRate(1_000, Spacing.POISSON, 7), Shard.WHOLE, START);
        int count = 200_000;
        double sum = 0;
        double squares = 0;
        long previous = next(schedule);
        for (int i = 0; i < count; i++) {
            long moment = next(schedule);
            double gap = (moment - previous) / 1e6;
            sum += gap;
            squares += gap * gap;
            previous = moment;
        }
        double mean = sum / count;
        assertEquals(1, mean, 0.01);
        assertEquals(1, Math.sqrt(squares / count - mean * mean), 0.02); // as large as the mean: exponential
    }

    @Test
    void theSameSeedMakesTheSameMoments() {
        Arrivals arrivals = new Arrivals.FixedRate(1_000, Spacing.POISSON, 7);
        Schedule one = Schedule.of(arrivals, Shard.WHOLE, START);
        Schedule other = Schedule.of(arrivals, Shard.WHOLE, START);
        for (int i = 0; i < 100; i++) {
            assertEquals(next(one), next(other));
        }
    }

    @Test
    void shardsHaveTheirPartOfTheRate() {
        Schedule schedule = Schedule.of(new Arrivals.FixedRate(4, Spacing.EVEN, 1), new Shard(1, 4), START);
        assertEquals(START + 250_000_000, next(schedule), "the second of four, who take turns");
        assertEquals(START + 1_250_000_000, next(schedule));
    }

    @Test
    void ownTimesAreThoseOfTheTraceDividedByTheSpeed() {
        Schedule schedule = Schedule.of(new Arrivals.OwnTimes(10, 0), Shard.WHOLE, START);
        RequestSequence sequence = new RequestSequence();
        sequence.clear(5_000);
        sequence.add(RequestKind.GET, 0, 0);
        sequence.add(RequestKind.GET, 0, 250);
        long first = schedule.intended(sequence, 0, 0, START);
        assertEquals(START + 500_000_000, first);
        assertEquals(first + 25_000_000, schedule.intended(sequence, 1, first, START));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e8})
    void impossibleRatesAreRefused(double rate) {
        assertThrows(IllegalArgumentException.class, () -> new Arrivals.FixedRate(rate, Spacing.EVEN, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void impossibleSpeedsAreRefused(double speed) {
        assertThrows(IllegalArgumentException.class, () -> new Arrivals.OwnTimes(speed, 0));
    }

    private static long next(Schedule schedule) {
        return schedule.intended(new RequestSequence(), 0, 0, START);
    }
}
