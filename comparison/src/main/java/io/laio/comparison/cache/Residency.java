package io.laio.comparison.cache;

/**
 * How much of some files is in the page cache.
 *
 * @param files how many files were looked at
 * @param pages the pages they consist of
 * @param residentPages how many of those are in memory
 */
public record Residency(int files, long pages, long residentPages) {
    /** Of no file. */
    public static final Residency NONE = new Residency(0, 0, 0);

    /**
     * The share of pages that are in memory.
     *
     * @return 0 to 1; 0 if there are no pages
     */
    public double fraction() {
        return pages == 0 ? 0 : (double) residentPages / pages;
    }

    /**
     * Counts one more file.
     *
     * @param filePages its pages
     * @param fileResidentPages how many of those are in memory
     * @return the sum
     */
    public Residency plus(long filePages, long fileResidentPages) {
        return new Residency(files + 1, pages + filePages, residentPages + fileResidentPages);
    }
}
