package io.laio.workload.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a trace says about itself.
 *
 * @param formatVersion version of the file's layout, {@link #FORMAT_VERSION}
 * @param name what the trace is called: {@code rice}, or the log it came from
 * @param seed what its random numbers started from; 0 if there were none
 * @param parameters how it was made, in the order in which they are shown
 * @param sha256 SHA-256 of the content (the uncompressed bytes after the header), 64 hexadecimal digits: two traces with
 *     the same digest ask for the same requests over the same documents, whatever they are called
 * @param files how many documents the table lists
 * @param footprintBytes sum of the sizes of those documents
 * @param sequences how many request sequences there are
 * @param requests how many requests there are
 */
public record TraceHeader(
        int formatVersion,
        String name,
        long seed,
        Map<String, String> parameters,
        String sha256,
        int files,
        long footprintBytes,
        long sequences,
        long requests) {
    /** The version that this code writes, and the only one it reads. */
    public static final int FORMAT_VERSION = 1;

    /** The parameter that tells what made the trace. */
    public static final String MADE_BY = "made by";

    /** What {@link #MADE_BY} is where a model made it. */
    public static final String SYNTH = "synth";

    /** Keeps the parameters in the order given, and unchangeable. */
    public TraceHeader {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Whether requests have times of their own.
     *
     * @return false for what a model made: all of it begins at time 0
     */
    public boolean hasTimes() {
        return !SYNTH.equals(parameters.get(MADE_BY));
    }
}
