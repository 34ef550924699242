package io.laio.analysis.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Places labels in a column so that none overlaps another and each is as near to where it belongs as the sum of squares allows. With
 * the labels' own heights taken off, that is isotonic regression, solved by pooling neighbours that are out of order (Barlow et al.,
 * Statistical Inference under Order Restrictions, 1972).
 */
public final class LabelLayout {
    private LabelLayout() {}

    private record Pool(double sum, int count) {
        double mean() {
            return sum / count;
        }

        Pool with(Pool other) {
            return new Pool(sum + other.sum, count + other.count);
        }
    }

    /**
     * Finds the places.
     *
     * @param wanted where each label belongs
     * @param gap least distance of two labels; made smaller if they do not fit otherwise
     * @param low least place
     * @param high greatest place
     * @return places in the order of {@code wanted}
     */
    public static double[] place(List<Double> wanted, double gap, double low, double high) {
        int count = wanted.size();
        double fitting = count > 1 ? Math.min(gap, (high - low) / (count - 1)) : gap;
        List<Integer> order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(wanted::get))
                .toList();
        List<Double> pooled = pooled(IntStream.range(0, count)
                .mapToObj(rank -> wanted.get(order.get(rank)) - rank * fitting)
                .toList());
        double highest = high - (count - 1) * fitting;
        double[] places = new double[count];
        for (int rank = 0; rank < count; rank++) {
            double clamped = Math.clamp(pooled.get(rank), Math.min(low, highest), Math.max(low, highest));
            places[order.get(rank)] = clamped + rank * fitting;
        }
        return places;
    }

    private static List<Double> pooled(List<Double> values) {
        List<Pool> pools = new ArrayList<>();
        for (double value : values) {
            Pool pool = new Pool(value, 1);
            while (!pools.isEmpty() && pools.getLast().mean() > pool.mean()) {
                pool = pools.removeLast().with(pool);
            }
            pools.add(pool);
        }
        List<Double> result = new ArrayList<>();
        pools.forEach(pool -> IntStream.range(0, pool.count()).forEach(i -> result.add(pool.mean())));
        return result;
    }
}
