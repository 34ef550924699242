package io.laio.comparison.cgroup;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A set of processors, written as the kernel writes it: {@code 0-3,6} (cpuset(7), "List format").
 *
 * @param cpus the processors' numbers, ascending
 */
public record CpuList(List<Integer> cpus) {
    /**
     * Makes a set.
     *
     * @param cpus the processors' numbers in any order, repeated or not
     */
    public CpuList {
        SortedSet<Integer> sorted = new TreeSet<>(cpus);
        if (!sorted.isEmpty() && sorted.first() < 0) {
            throw new IllegalArgumentException("a processor's number is 0 or more, not " + sorted.first());
        }
        cpus = List.copyOf(sorted);
    }

    /**
     * A set of one processor.
     *
     * @param cpu its number
     * @return the set
     */
    public static CpuList of(int cpu) {
        return new CpuList(List.of(cpu));
    }

    /**
     * Reads the kernel's list format.
     *
     * @param text for instance {@code 0-3,6}; empty for no processor
     * @return the set
     * @throws IllegalArgumentException if it is not such a list
     */
    public static CpuList parse(String text) {
        try {
            return new CpuList(Stream.of(text.strip().split(","))
                    .filter(part -> !part.isEmpty())
                    .flatMapToInt(CpuList::range)
                    .boxed()
                    .toList());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a list of processors: " + text, e);
        }
    }

    private static IntStream range(String part) {
        int dash = part.indexOf('-');
        return dash < 0
                ? IntStream.of(Integer.parseInt(part))
                : IntStream.rangeClosed(
                        Integer.parseInt(part.substring(0, dash)), Integer.parseInt(part.substring(dash + 1)));
    }

    /** {@inheritDoc} */
    @Override
    public String toString() {
        return cpus.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
