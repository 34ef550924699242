package io.laio.workload.synth;

import io.laio.workload.synth.RandomStreams.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Documents of three classes by size, each with its part of the footprint, sizes by SURGE's laws, and Zipf-like popularity
 * that has nothing to do with size: the study's two workloads. The footprint scales, the sizes of single files do not.
 */
final class SizeClassDocuments implements DocumentSet {
    private static final int FILES_PER_DIRECTORY = 100;

    private final List<Long> sizes = new ArrayList<>();
    private final List<SizeClass> classes = new ArrayList<>();
    private final double zipfAlpha;

    SizeClassDocuments(WorkloadModel model, double scale, RandomStreams random) {
        zipfAlpha = model.value("zipfAlpha");
        FileSizes fileSizes = new FileSizes(model, random.of(Purpose.SIZES));
        for (SizeClass sizeClass : SizeClass.values()) {
            long bytes = StrictMath.round(model.footprintBytes() * scale * model.share(sizeClass));
            for (long size : fileSizes.draw(sizeClass, bytes)) {
                sizes.add(size);
                classes.add(sizeClass);
            }
        }
    }

    @Override
    public List<Long> sizes() {
        return sizes;
    }

    /** Ranks follow the drawing, not the table: or popular documents would lie side by side on the disk. */
    @Override
    public int[] ranking() {
        List<int[]> members = new ArrayList<>();
        for (SizeClass sizeClass : SizeClass.values()) {
            members.add(IntStream.range(0, classes.size())
                    .filter(file -> classes.get(file) == sizeClass)
                    .toArray());
        }
        return Popularity.rank(members);
    }

    @Override
    public double[] weights() {
        return Popularity.zipf(sizes.size(), zipfAlpha);
    }

    @Override
    public int[] order(UniformRandomProvider random) {
        return DocumentSet.shuffled(sizes.size(), random);
    }

    @Override
    public String path(int document, int place) {
        return String.format(
                Locale.ROOT,
                "/%04d/%06d%s",
                place / FILES_PER_DIRECTORY,
                place,
                classes.get(document).extension());
    }
}
