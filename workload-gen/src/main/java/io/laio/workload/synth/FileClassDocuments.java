package io.laio.workload.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Documents as SPECweb99 has them: directories that are all alike, in each of them four classes of nine files, a class ten
 * times as large as the one before. Directories have Zipf-like popularity; which class and which of the nine is asked for has
 * a fixed distribution. The number of directories scales.
 */
final class FileClassDocuments implements DocumentSet {
    static final int CLASSES = 4;
    static final int FILES_PER_CLASS = 9;

    private static final int FILES_PER_DIRECTORY = CLASSES * FILES_PER_CLASS;

    private final WorkloadModel model;
    private final int directories;
    private final List<Long> sizes = new ArrayList<>();

    FileClassDocuments(WorkloadModel model, double scale) {
        this.model = model;
        this.directories = (int) StrictMath.round(model.value("directories") * scale);
        if (directories < 1) {
            throw new IllegalArgumentException("the scale is too small: not one directory is left");
        }
        for (int i = 0; i < directories * FILES_PER_DIRECTORY; i++) {
            sizes.add(size(classOf(i), fileOf(i)));
        }
    }

    /** File 1 of class 0 is the unit, file 9 nine times as long, file 1 of class 1 ten times... */
    private long size(int fileClass, int file) {
        return StrictMath.round(model.value("unitBytes") * file * StrictMath.pow(10, fileClass));
    }

    private static int classOf(int document) {
        return document % FILES_PER_DIRECTORY / FILES_PER_CLASS;
    }

    /** From 1 to 9. */
    private static int fileOf(int document) {
        return document % FILES_PER_CLASS + 1;
    }

    @Override
    public List<Long> sizes() {
        return sizes;
    }

    @Override
    public int[] ranking() {
        return IntStream.range(0, sizes.size()).toArray();
    }

    @Override
    public double[] weights() {
        double[] directory = Popularity.zipf(directories, model.value("directoryZipfAlpha"));
        double[] weights = new double[sizes.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = directory[i / FILES_PER_DIRECTORY]
                    * model.value("class" + classOf(i) + "Requests")
                    * model.value("file" + fileOf(i) + "Requests");
        }
        return weights;
    }

    /** Directory by directory, as they are made, but popular ones not side by side. */
    @Override
    public int[] order(UniformRandomProvider random) {
        int[] shuffled = DocumentSet.shuffled(directories, random);
        return IntStream.range(0, sizes.size())
                .map(place -> shuffled[place / FILES_PER_DIRECTORY] * FILES_PER_DIRECTORY + place % FILES_PER_DIRECTORY)
                .toArray();
    }

    @Override
    public String path(int document, int place) {
        return String.format(
                Locale.ROOT,
                "/file_set/dir%05d/class%d_%d",
                place / FILES_PER_DIRECTORY,
                classOf(document),
                fileOf(document) - 1);
    }
}
