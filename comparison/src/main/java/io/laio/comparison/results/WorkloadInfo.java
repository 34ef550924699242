package io.laio.comparison.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A workload that was played.
 *
 * @param name its name in the runs
 * @param traceSha256 digest of the trace, hexadecimal
 * @param sequences request sequences in the whole trace
 * @param requests requests in the whole trace
 * @param files distinct documents in the whole trace
 * @param footprintBytes their bytes
 * @param prefixRequests requests each run may play at most: the same first ones for all servers
 * @param prefixFootprintBytes bytes of the distinct documents that those touch
 * @param seed seed of a synthesised trace; 0 for an imported one
 * @param parameters the trace header's parameters, in its order; an imported trace counts the log lines it skipped here, as
 *     {@code skipped: REASON}
 */
public record WorkloadInfo(
        String name,
        String traceSha256,
        long sequences,
        long requests,
        long files,
        long footprintBytes,
        long prefixRequests,
        long prefixFootprintBytes,
        long seed,
        Map<String, String> parameters) {

    /** Copies the parameters, keeping their order. */
    public WorkloadInfo {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
