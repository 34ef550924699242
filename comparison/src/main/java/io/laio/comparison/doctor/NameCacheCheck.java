package io.laio.comparison.doctor;

import io.laio.comparison.cache.NameCache;

/** Cold names and metadata. */
final class NameCacheCheck implements Check {
    private static final String SUBJECT = "drop_caches";

    @Override
    public Finding look() {
        return new NameCache().mayEmpty()
                ? Finding.good(SUBJECT, "may be written: names and metadata can be made cold")
                : Finding.missing(
                        SUBJECT,
                        "may not be written: cold runs would be cold in data only, labelled cold-data",
                        "run as root, outside of containers with a read-only /proc/sys");
    }
}
