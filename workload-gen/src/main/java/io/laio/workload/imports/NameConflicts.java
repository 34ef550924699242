package io.laio.workload.imports;

import io.laio.workload.trace.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Names that are both a file's and a directory's, as {@code /blog} and {@code /blog/archive}: no file system has both,
 * so the file is called {@code /blog%file}. ({@code %f} followed by {@code i} is no escape, so no other document is.)
 */
final class NameConflicts {
    static final String SUFFIX = "%file";

    private final Set<String> directories = new HashSet<>();

    NameConflicts(Collection<String> paths) {
        for (String path : paths) {
            int slash = path.lastIndexOf('/');
            while (slash > 0 && directories.add(path.substring(0, slash))) {
                slash = path.lastIndexOf('/', slash - 1);
            }
        }
    }

    boolean concerns(String path) {
        return directories.contains(path);
    }

    String resolved(String path) {
        if (!concerns(path)) {
            return path;
        }
        int name = path.lastIndexOf('/') + 1;
        String shortened = DocumentNames.fits(path.substring(name), Document.MAX_SEGMENT_BYTES - SUFFIX.length());
        return path.substring(0, name) + shortened + SUFFIX;
    }
}
