package io.laio.comparison.run;

import io.laio.comparison.results.WorkloadInfo;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.TraceHeader;
import io.laio.workload.trace.TracePrefix;
import java.nio.file.Path;
import java.util.List;

/**
 * A workload that can be played: its trace, and its documents on disk.
 *
 * @param name what plans and results call it
 * @param trace the trace file
 * @param header what the trace says about itself
 * @param prefix the part of it that every run plays
 * @param documentRoot directory that holds its documents, and those of the warm-up
 * @param scale footprint relative to the published one; 1 for an imported trace
 */
public record Workload(
        String name, Path trace, TraceHeader header, TracePrefix prefix, Path documentRoot, double scale) {
    /**
     * The documents that a run touches.
     *
     * @return their paths below the document root
     */
    public List<String> documentPaths() {
        return prefix.documents().stream().map(Document::path).toList();
    }

    /**
     * What the results say of it.
     *
     * @return its description
     */
    public WorkloadInfo info() {
        return new WorkloadInfo(
                name,
                header.sha256(),
                header.sequences(),
                header.requests(),
                header.files(),
                header.footprintBytes(),
                prefix.requests(),
                prefix.footprintBytes(),
                header.seed(),
                header.parameters());
    }
}
