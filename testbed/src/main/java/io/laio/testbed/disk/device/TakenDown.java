package io.laio.testbed.disk.device;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of all disks of a machine when all were to be taken down.
 *
 * @param gone by directory, those that are no disks any more, and those that were left alone
 * @param failures by directory, or by record if that cannot be read, what of the others could not be cleared
 */
public record TakenDown(Map<Path, Disks.Gone> gone, Map<Path, IOException> failures) {
    /** Keeps copies, in the same order. */
    public TakenDown {
        gone = Collections.unmodifiableMap(new LinkedHashMap<>(gone));
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }
}
